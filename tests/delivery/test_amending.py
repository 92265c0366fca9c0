"""The courier of amendments: what Telegram says of an edit or a deletion, as a verdict (A7, R5, R6)."""

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import DeleteMessages

from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.amendments import AmendedParcel, AmendmentKind
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Gone, Later, NotFound, Parcel, Refused, Sent, Slower, Unknown, Verdict
from bot.delivery.amendments import AmendingCourier
from bot.storage.mailings.amended_rows import outcome_of

CALL = DeleteMessages(chat_id=1, message_ids=[1])
PARCEL = Parcel(1, 5, Variant(Locale.RU), Lane.BROADCAST, silent=True, attempts=1, maybe=False)


class Refusing(Bot):
    """A bot whose calls all end the same way."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__("42:TEST")
        self.error = error

    async def __call__(self, method: object, request_timeout: int | None = None) -> object:  # type: ignore[override]  # nothing is sent
        if self.error:
            raise self.error
        return True


class Texts:
    """Gives one text, none, or fails."""

    def __init__(self, found: Content | Exception | None) -> None:
        self.found = found

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def parcel(kind: AmendmentKind) -> AmendedParcel:
    """One delivered message."""
    return AmendedParcel(
        mailing=1,
        chat=5,
        variant=Variant(Locale.RU),
        lane=Lane.BROADCAST,
        silent=True,
        attempts=1,
        maybe=False,
        amendment=1,
        kind=kind,
        messages=(7,),
    )


async def said(kind: AmendmentKind, error: Exception | None) -> Verdict:
    """What becomes of a message when Telegram answers so."""
    return await AmendingCourier(Refusing(error), Texts(Content("текст", "[]"))).deliver(parcel(kind))


@pytest.mark.parametrize(
    ("error", "deleted", "edited"),
    [
        (None, Sent(), Sent()),
        (TelegramBadRequest(CALL, "Bad Request: message is not modified: …"), Refused(False), Sent()),
        (TelegramBadRequest(CALL, "Bad Request: message to edit not found"), Refused(False), Refused(False)),
        (TelegramBadRequest(CALL, "Bad Request: message can't be deleted for everyone"), Refused(False), Refused(True)),
        (TelegramBadRequest(CALL, "Bad Request: can't parse entities"), Refused(False), Refused(True)),
        (TelegramBadRequest(CALL, "Bad Request: chat not found"), Refused(False), NotFound()),
        (TelegramForbiddenError(CALL, "Forbidden: bot was blocked by the user"), Gone(), Gone()),
        (TelegramRetryAfter(CALL, "Too Many Requests", 7), Slower(7), Slower(7)),
        (TelegramServerError(CALL, "Bad Gateway"), Later(3.0, maybe=True), Later(3.0, maybe=True)),
        (TelegramNetworkError(CALL, "time-out"), Unknown(), Unknown()),
    ],
)
async def test_each_answer_has_its_verdict(error: Exception | None, deleted: Verdict, edited: Verdict) -> None:
    assert await said(AmendmentKind.DELETE, error) == deleted
    assert await said(AmendmentKind.EDIT, error) == edited
    assert await said(AmendmentKind.LINK, error) == edited


async def test_a_text_that_cannot_be_read_waits_and_one_that_is_gone_is_refused() -> None:
    for found, verdict in ((OSError(), Later(2.0)), (None, Refused(content=True))):
        courier = AmendingCourier(Refusing(None), Texts(found))
        assert await courier.deliver(parcel(AmendmentKind.EDIT)) == verdict
    assert await AmendingCourier(Refusing(None), Texts(None)).deliver(PARCEL) == Refused(content=False)


def test_what_is_tried_again_moves_no_counter() -> None:
    verdicts = (
        Sent(),
        Gone(),
        NotFound(),
        Refused(content=False),
        Refused(content=True),
        Slower(1),
        Later(1),
        Unknown(),
    )
    moved = ["done", *["unreachable"] * 3, "failed", None, None, None]
    assert [outcome_of(verdict) for verdict in verdicts] == moved
