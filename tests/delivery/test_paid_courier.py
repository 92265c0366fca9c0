"""A refusal about money is nobody's: not the person's, not the content's."""

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import SendMessage

from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import FIRST_REFUSALS_STOP, Lane
from bot.core.mailings.outbox import Gone, Later, NotFound, Parcel, Refused, Sent, Slower, Unpaid, Verdict
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.paid_courier import MAX_DOUBTED_ATTEMPTS, PaidCourier, unpaid
from bot.delivery.transport import HttpTransport, Prepared, transport_of
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.messages import calls
from tests.clock import ManualClock

METHOD = SendMessage(chat_id=1, text="x")
ABOUT_MONEY = ["Bad Request: BALANCE_TOO_LOW", "Bad Request: not enough Stars", "Bad Request: paid broadcasts are off"]
NOT_ABOUT_MONEY = [
    TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"),
    TelegramForbiddenError(METHOD, "Forbidden: ALLOW_PAYMENT_REQUIRED_5"),
    TelegramBadRequest(METHOD, "Bad Request: message is too long"),
    TelegramRetryAfter(METHOD, "x", 3),
    TelegramAPIError(METHOD, "balance is too low"),
    TimeoutError("balance is too low"),
]
REFUSED = Refused(content=True)


@pytest.mark.parametrize("words", ABOUT_MONEY)
def test_words_about_money(words: str) -> None:
    assert unpaid(TelegramBadRequest(METHOD, words)) == Unpaid()
    assert unpaid(TelegramForbiddenError(METHOD, words)) == Unpaid()


@pytest.mark.parametrize("error", NOT_ABOUT_MONEY, ids=str)
def test_other_words(error: Exception) -> None:
    assert unpaid(error) is None


class Shelf:
    """One text for every mailing."""

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        """Return it."""
        return Content("x")


class Answers:
    """A courier that gives these verdicts, one after the other."""

    def __init__(self, *verdicts: Verdict) -> None:
        """Take them."""
        self.verdicts = list(verdicts)

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Give the next."""
        return self.verdicts.pop(0)


def parcel(chat: int = 1, attempts: int = 1) -> Parcel:
    """A message to a chat."""
    return Parcel(1, chat, Variant(Locale.RU), Lane.BROADCAST, silent=False, attempts=attempts, maybe=False)


def telegram(tenths: int) -> tuple[Telegram, Bot]:
    """A Telegram where the bot has so many tenths of a Star, and the bot."""
    made = Telegram(token="42:TEST", now=lambda: 1_000_000.0, limits=Limits(per_second=1, paid_per_second=100))
    made.world.stars.tenths = tenths
    for chat in range(1, 9):
        made.person(chat, "x").started = True
    made.person(9, "x").blocks()
    return made, Bot(made.token, InProcessSession(made))


async def test_a_paying_courier_pays_and_the_other_does_not() -> None:
    there, bot = telegram(4)
    transport = transport_of(bot)
    paying, other = Courier(transport, Shelf(), paid=True), Courier(transport, Shelf())
    assert [await paying.deliver(parcel(chat)) for chat in range(1, 5)] == [Sent((1,))] * 4
    assert await paying.deliver(parcel(5)) == Unpaid()
    assert await other.deliver(parcel(5)) == Sent((1,))
    assert await other.deliver(parcel(6)) == Slower(1)
    assert there.world.stars.spent == 4
    assert "allow_paid_broadcast" not in there.ledger.accepted("sendMessage")[-1].params


async def test_the_prepared_body_says_so_too() -> None:
    session = AiohttpSession()
    transport = HttpTransport(Bot("42:TEST", session), session)
    assert b"allow_paid_broadcast=true" in transport.encoded(Prepared(*calls(Content("x"), paid=True)))
    assert b"paid" not in transport.encoded(Prepared(*calls(Content("x"))))


async def test_what_is_the_persons_stays_the_persons() -> None:
    _, bot = telegram(9)
    paying = Courier(transport_of(bot), Shelf(), paid=True)
    assert await paying.deliver(parcel(9)) == Gone()
    assert await paying.deliver(parcel(404)) == NotFound()


def judged(*verdicts: Verdict, learned: float = 1000) -> PaidCourier:
    """The subject over a courier that gives these verdicts, when the paid pace has come down to a rate."""
    clock = ManualClock()
    return PaidCourier(Answers(*verdicts), Pace(learned, clock), Pace(30, clock))


async def test_refusals_in_unknown_words_are_doubted_and_then_the_payments() -> None:
    subject = judged(*[REFUSED] * FIRST_REFUSALS_STOP)
    verdicts = [await subject.deliver(parcel(chat)) for chat in range(FIRST_REFUSALS_STOP)]
    assert verdicts[-1] == Unpaid()
    assert all(isinstance(verdict, Later) and not verdict.maybe for verdict in verdicts[:-1])


async def test_a_message_between_them_says_that_paying_works() -> None:
    answers: list[Verdict] = [REFUSED, REFUSED, REFUSED, REFUSED, Sent((1,))] * 3
    subject = judged(*answers)
    assert Unpaid() not in [await subject.deliver(parcel(chat)) for chat in range(len(answers))]


async def test_the_contents_own_refusal_counts_in_the_end() -> None:
    subject = judged(REFUSED, REFUSED, REFUSED)
    verdicts = [await subject.deliver(parcel(attempts=number)) for number in range(1, MAX_DOUBTED_ATTEMPTS + 2)]
    assert [isinstance(verdict, Later) for verdict in verdicts] == [True, True, False]
    assert verdicts[-1] == REFUSED


async def test_a_recipients_refusal_is_not_doubted() -> None:
    subject = judged(*[Refused(content=False)] * 9)
    assert [await subject.deliver(parcel(chat)) for chat in range(9)] == [Refused(content=False)] * 9


@pytest.mark.parametrize(("learned", "verdict"), [(1000, Slower(3)), (31, Slower(3)), (30, Unpaid()), (12, Unpaid())])
async def test_paying_for_no_more_speed_ends(learned: float, verdict: Verdict) -> None:
    assert await judged(Slower(3), learned=learned).deliver(parcel()) == verdict
