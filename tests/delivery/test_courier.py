"""Every answer Telegram gives, and what it means for the one message."""

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey

from bot.core.content import Button, Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Gone, Later, Migrated, NotFound, Parcel, Refused, Sent, Slower, Unknown, Verdict
from bot.delivery.courier import Courier, verdict_of
from bot.delivery.transport import transport_of
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.messages import calls
from tests.chaos.figures import note

METHOD = SendMessage(chat_id=1, text="x")
NOWHERE = ConnectionKey("nowhere", 80, False, True, None, None, None)


def network(cause: Exception) -> TelegramNetworkError:
    """The error as aiogram's session raises it."""
    error = TelegramNetworkError(METHOD, "x")
    error.__cause__ = cause
    return error


STRANGE = (
    "Forbidden",
    "Forbidden: USER_RESTRICTED",
    "Forbidden: access denied by proxy",
    "",
    "<html>",
    "Forbidden: x" * 99,
)
"""Refusals that say nothing of what the person did."""

CASES: list[tuple[Exception, Verdict]] = [
    (TelegramRetryAfter(METHOD, "x", 17), Slower(17)),
    (TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"), Gone()),
    (TelegramForbiddenError(METHOD, "Forbidden: user is deactivated"), Gone()),
    (TelegramForbiddenError(METHOD, "Forbidden: bot can't initiate conversation with a user"), Gone()),
    (TelegramForbiddenError(METHOD, "Forbidden: bot was kicked from the supergroup chat"), Gone()),
    (TelegramBadRequest(METHOD, "Bad Request: chat not found"), NotFound()),
    (TelegramBadRequest(METHOD, "Bad Request: VOICE_MESSAGES_FORBIDDEN"), Refused(content=False)),
    (TelegramBadRequest(METHOD, "Bad Request: message is too long"), Refused(content=True)),
    (TelegramMigrateToChat(METHOD, "Bad Request: group chat was upgraded to a supergroup chat", -100), Migrated(-100)),
    (TelegramBadRequest(METHOD, "Bad Request: group chat was upgraded to a supergroup chat"), Refused(content=False)),
    (TelegramBadRequest(METHOD, "Bad Request: group chat was deactivated"), Refused(content=False)),
    (TelegramEntityTooLarge(METHOD, "x"), Refused(content=True)),
    (TelegramServerError(METHOD, "Internal Server Error"), Later(3.0, maybe=True)),
    (TelegramUnauthorizedError(METHOD, "Unauthorized"), Later(60.0, shared=True)),
    (TelegramNotFound(METHOD, "Not Found"), Later(60.0, shared=True)),
    (network(ClientConnectorError(NOWHERE, OSError())), Later(2.0)),
    (network(ServerDisconnectedError()), Later(2, maybe=True)),
    (network(TimeoutError()), Unknown()),
    (TimeoutError(), Unknown()),
    (TelegramAPIError(METHOD, "a teapot"), Unknown()),
    (ClientDecodeError("x", ValueError(), {"ok": True, "result": {"strange": 1}}), Sent()),
    (ClientDecodeError("x", ValueError(), '{"ok": true, "result"'), Unknown()),
    (ClientDecodeError("x", ValueError(), '{"ok": true, "result": {"message_id": "new"}}'), Sent()),
    (ClientDecodeError("x", ValueError(), "<html>Bad Gateway</html>"), Later(3, maybe=True)),
    (ClientDecodeError("x", ValueError(), {"ok": False}), Unknown()),
    (ClientDecodeError("x", ValueError(), "[1]"), Unknown()),
]


@pytest.mark.parametrize(("error", "verdict"), CASES, ids=lambda value: type(value).__name__)
def test_what_an_answer_means(error: Exception, verdict: Verdict) -> None:
    assert verdict_of(error) == verdict


class Shelf:
    """Texts of mailings."""

    def __init__(self, content: Content | None) -> None:
        self.content_ = content
        self.asked = 0

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        self.asked += 1
        return self.content_


def stage(content: Content | None) -> tuple[Telegram, Bot, Shelf, Courier]:
    """A courier over the pretended Telegram."""
    telegram = Telegram(token="42:TEST", now=lambda: 1_000_000.0, limits=Limits(model="off"))
    bot = Bot("42:TEST", InProcessSession(telegram))
    shelf = Shelf(content)
    return telegram, bot, shelf, Courier(transport_of(bot), shelf)


def parcel(chat: int, **values: Any) -> Parcel:
    """A message to a chat."""
    fields = {"mailing": 1, "variant": Variant(Locale.RU), "lane": Lane.BROADCAST, "silent": False}
    return Parcel(chat=chat, attempts=1, maybe=False, **{**fields, **values})


async def test_a_message_arrives_as_it_was_written() -> None:
    entities = json.dumps([{"type": "bold", "offset": 0, "length": 3}])
    content = Content(
        "<b> & 1 < 2", entities, ((Button("Открыть", data="go"), Button("Видео", url="https://example.org/")),)
    )
    telegram, _, _, courier = stage(content)
    anna = telegram.person(5, "Анна")
    anna.started = True
    verdict = await courier.deliver(parcel(5, silent=True))
    message = anna.messages[-1]
    assert verdict == Sent((message["message_id"],))
    assert message["text"] == "<b> & 1 < 2"
    assert message["entities"][0] == {"type": "bold", "offset": 0, "length": 3}
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "Открыть", "callback_data": "go"}, {"text": "Видео", "url": "https://example.org/"}]
    ]
    assert telegram.ledger.entries[-1].params["disable_notification"] == "true"


async def test_our_own_texts_are_html() -> None:
    telegram, _, _, courier = stage(Content("<b>Семинар</b>"))
    anna = telegram.person(5, "Анна")
    anna.started = True
    await courier.deliver(parcel(5))
    assert anna.messages[-1]["text"] == "Семинар"


async def test_a_text_is_prepared_once_a_variant() -> None:
    telegram, _, shelf, courier = stage(Content("x"))
    for chat in range(1, 6):
        telegram.person(chat, "x").started = True
        await courier.deliver(parcel(chat))
    assert shelf.asked == 1
    await courier.deliver(parcel(1, silent=True))
    await courier.deliver(parcel(1, mailing=2))
    assert shelf.asked == 3


async def test_a_mailing_without_a_text_is_refused_and_asked_for_again() -> None:
    _, _, shelf, courier = stage(None)
    assert await courier.deliver(parcel(5)) == Refused(content=True)
    assert await courier.deliver(parcel(5)) == Refused(content=True)
    assert shelf.asked == 2


async def test_the_memory_of_prepared_texts_is_bounded() -> None:
    telegram, _, shelf, courier = stage(Content("x"))
    telegram.person(5, "x").started = True
    for mailing in range(100):
        await courier.deliver(parcel(5, mailing=mailing))
    assert shelf.asked == 100
    for mailing in range(99, 35, -1):
        await courier.deliver(parcel(5, mailing=mailing))
    assert shelf.asked == 100, "the newest 64 are kept"
    await courier.deliver(parcel(5, mailing=35))
    assert shelf.asked == 101, "and no more"


async def test_who_blocked_the_bot_is_gone() -> None:
    telegram, _, _, courier = stage(Content("x"))
    anna = telegram.person(5, "Анна")
    anna.blocks()
    assert await courier.deliver(parcel(5)) == Gone()
    assert await courier.deliver(parcel(6)) == NotFound()


async def test_a_group_that_is_a_supergroup_now_has_moved_and_nothing_else_has(
    caplog: pytest.LogCaptureFixture,
) -> None:
    telegram, _, _, courier = stage(Content("x"))
    old, new = -4_012_345_678, -1_001_234_567_890
    telegram.group(old, "x", basic=True).upgrades(telegram.person(5, "Анна").user, new)
    assert await courier.deliver(parcel(old)) == Migrated(new)
    assert await courier.deliver(parcel(new)) == Sent((2,))
    for chat, to in ((new, old), (new, new), (5, new), (old, 5)):
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        telegram.faults.clear()
        telegram.faults.add(Fault(FaultKind.ERROR, status=400, description=words, migrate_to_chat_id=to))
        assert await courier.deliver(parcel(chat)) == Refused(content=False)
    assert caplog.records == []


def test_plain_text_of_an_author_is_not_parsed() -> None:
    (message,) = calls(Content("<i>", "[]"))
    assert isinstance(message, SendMessage)
    assert (message.parse_mode, message.entities, message.reply_markup) == (None, None, None)


@pytest.mark.parametrize("words", STRANGE)
def test_b01_t105_a_403_that_does_not_speak_of_the_person_removes_nobody(words: str) -> None:
    assert verdict_of(TelegramForbiddenError(METHOD, words)) == Refused(content=False)
    note("T105", f"{len(STRANGE)} wordings that do not speak of the person: removed 0")
