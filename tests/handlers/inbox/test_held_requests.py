"""What waited out a downtime: which requests a newer one of the same chat may stand for, and which never."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from bot.core.faq.wishes import read_wishes
from bot.core.locales import Locale
from bot.core.subscribers.message_log import RecentMessages
from bot.core.tickets.group import LawyersGroup
from bot.core.updates import Incoming
from bot.handlers.inbox.held_requests import HeldRequests
from bot.handlers.inbox.intake import Intake
from bot.handlers.inbox.limits import InboxLimits
from bot.handlers.inbox.notices import InboxNotices
from bot.handlers.ui.callbacks import Go, Place, ShowTopic
from bot.inbox_wiring import beside_the_answer, precious
from bot.texts import Texts, read_catalogues
from tests.clock import ManualClock
from tests.handlers.inbox.stage import Book, Seen
from tests.handlers.made import Wire, bot_on

ADMIN = 9
CHAT = Chat(id=5, type="private")
PERSON = User(id=5, is_bot=False, first_name="x")


def typed(clock: ManualClock, text: str | None, minutes: float = 10, **fields: Any) -> Update:
    """A message that was written some minutes ago."""
    values = {"message_id": 1, "chat": CHAT, "from_user": PERSON, **fields}
    return Update(
        update_id=clock_free(), message=Message(date=clock.now() - timedelta(minutes=minutes), text=text, **values)
    )


def tapped(data: str) -> Update:
    """A tap, of which nobody knows when it was."""
    return Update(
        update_id=clock_free(), callback_query=CallbackQuery(id="1", from_user=PERSON, chat_instance="1", data=data)
    )


_numbers = iter(range(1, 10_000))


def clock_free() -> int:
    """A number for an update."""
    return next(_numbers)


def holding(clock: ManualClock, **limits: Any) -> HeldRequests:
    """One that has seen something that waited."""
    made = HeldRequests(clock, InboxLimits(editors=frozenset({ADMIN}), **limits))
    assert made.waited(typed(clock, "x"))
    return made


@pytest.mark.parametrize(
    ("update", "passes"),
    [
        (tapped(Go(lang=Locale.RU, to=Place.FAQ).pack()), True),
        (tapped(ShowTopic(lang=Locale.RU, topic="fees", page=1).pack()), True),
        (tapped(Go(lang=Locale.RU, pick=True, to=Place.FAQ).pack()), False),
        (tapped(Go(lang=Locale.RU, to=Place.CLEAR).pack()), False),
        (tapped(Go(lang=Locale.RU, to=Place.ASK).pack()), False),
        (tapped("sbu:ru:0"), False),
        (tapped("go"), False),
    ],
)
def test_a_tap_that_only_shows_something_may_be_passed_over(update: Update, passes: bool) -> None:
    assert holding(ManualClock()).takes(5, update) is passes


def test_which_messages_may_be_passed_over() -> None:
    clock = ManualClock()
    plain = holding(clock, precious=lambda text: text == "стоп")
    earlier = Message(message_id=1, date=clock.now(), chat=CHAT)
    for update, passes in (
        (typed(clock, "вопрос"), True),
        (typed(clock, "/faq"), True),
        (typed(clock, "/Start fees"), True),
        (typed(clock, "стоп"), False),
        (typed(clock, "/stop"), False),
        (typed(clock, "/ask"), False),
        (typed(clock, None), False),
        (typed(clock, "дополнение", reply_to_message=earlier), False),
        (Update(update_id=1), False),
    ):
        assert plain.takes(5, update) is passes, update
        assert not plain.takes(ADMIN, update) or update.callback_query
    asking = holding(clock, lawyers=LawyersGroup(missing=set()))
    assert not asking.takes(5, typed(clock, "это может быть вопрос юристам"))
    assert asking.takes(5, typed(clock, "черновик столько не живёт", 61))
    assert asking.takes(5, typed(clock, "/faq"))


def test_a_question_begun_in_the_downtime_keeps_all_its_pieces() -> None:
    clock = ManualClock()
    held = holding(clock, lawyers=LawyersGroup(missing=set()))
    assert not held.takes(5, tapped("tkb:ru:0")), "the tap that begins it"
    assert not held.takes(5, typed(clock, "первая часть", 90))
    assert held.takes(5, typed(clock, "/faq", 90))
    assert held.takes(6, typed(clock, "чей-то вопрос", 90))
    assert not held.takes(
        7, typed(clock, "ответ", 95, reply_to_message=Message(message_id=1, date=clock.now(), chat=CHAT))
    )
    assert not held.takes(7, typed(clock, "и ещё", 90))


def test_a_day_of_a_life_is_never_passed_over() -> None:
    wanted = precious(read_wishes(Texts(read_catalogues()).plain))
    for text in ("12.03.2025", "въехала 12 марта", "12 March 2025", "стоп", "не хочу жить"):
        assert wanted(text), text
    assert not wanted("сколько ждать разрешения на работу")


async def test_what_belongs_to_a_request_beside_its_answer_is_done_for_each() -> None:
    clock, recent = ManualClock(), RecentMessages(ManualClock())
    back: list[int] = []

    async def came_back(chat: int) -> None:
        back.append(chat)

    held_back = beside_the_answer(recent, came_back)
    await held_back(typed(clock, "/start faq_fees", message_id=3))
    await held_back(typed(clock, "/started", message_id=4))
    await held_back(tapped("go:ru:0:faq"))
    assert (back, recent.of(5)) == ([5], [3, 4])


async def test_whoever_waits_is_answered_though_everything_comes_late() -> None:
    clock = ManualClock()
    held = holding(clock)
    assert held.hold(5, typed(clock, "x"), Incoming(1))
    turning = held.turn(5)
    asking = asyncio.ensure_future(turning.__aenter__())
    for _ in range(100):
        assert held.waited(typed(clock, "another's"))
        clock.forward(seconds=0.5)
        await asyncio.sleep(0)
    assert asking.done()
    await turning.__aexit__(None, None, None)


def test_an_order_to_leave_is_the_last_word_and_there_is_a_bound() -> None:
    clock = ManualClock()
    held = holding(clock, held=1)
    assert held.takes(5, update := typed(clock, "вопрос"))
    assert held.hold(5, update, Incoming(1))
    assert not held.hold(5, update, Incoming(2))
    assert not held.hold(5, Update(update_id=0), Incoming(0)), "an older one does not take its place"
    assert len(held) == 1
    assert not held.takes(6, update), "no room"
    assert not held.takes(5, typed(clock, "/stop"))
    assert len(held) == 0


async def test_when_something_has_waited() -> None:
    clock = ManualClock()
    found = HeldRequests(clock, InboxLimits())
    assert not found.waited(tapped("go:ru:0:faq"))
    assert not await found.waited_as_neighbours(), "the first of a run, and nothing behind it"
    asyncio.get_running_loop().call_soon(found.waited, typed(clock, "x"))
    assert await found.waited_as_neighbours(), "what is behind it has waited"
    assert not found.waited(typed(clock, "now", 0))
    assert not found.waited(tapped("go:ru:0:faq")), "it comes behind a new one"
    clock.forward(hours=2)
    assert not found.waited(tapped("go:ru:0:faq")), "after hours without an update nobody knows"
    asyncio.get_running_loop().call_soon(found.waited, typed(clock, "x"))
    assert await found.waited_as_neighbours()
    clock.forward(seconds=2)
    assert not found.waited(tapped("go:ru:0:faq"))
    assert found.waited(typed(clock, "x", 6))
    assert not HeldRequests(clock, InboxLimits(ahead=lambda: 3_600.0)).waited(typed(clock, "x", 61)), "the clock is off"


async def test_what_cannot_be_looked_at_ends_nothing() -> None:
    clock, book = ManualClock(), Book()
    settled: list[int] = []

    def breaks(_text: str) -> bool:
        raise RuntimeError("canary")

    async def fails(_update: Update) -> None:
        raise OSError("canary")

    raw = {"message_id": 1, "chat": {"id": 5, "type": "private"}, "from": {"id": 5, "is_bot": False, "first_name": "x"}}
    old = int(clock.now().timestamp()) - 600
    for number, (date, limits, done) in enumerate(
        (
            ("2026-01-01T00:00:00", InboxLimits(), []),  # no zone
            (old, InboxLimits(precious=breaks), []),
            (old, InboxLimits(held_back=fails), ["hello"]),
        )
    ):
        intake = Intake(bot_on(Wire()), book, Seen(), clock, limits, InboxNotices())
        await intake.take({"update_id": number, "message": {**raw, "date": date, "text": "hello"}}, settled.append)
        assert book.done == done
    assert settled == [0, 1, 2]


async def test_the_newest_is_answered_once_and_nothing_after_the_end() -> None:
    clock, book = ManualClock(), Book()
    intake = Intake(bot_on(Wire()), book, Seen(), clock, InboxLimits(), InboxNotices())
    settled: list[int] = []

    async def come(*texts: str) -> None:
        async with asyncio.TaskGroup() as tasks:
            for text in texts:
                raw = typed(clock, text).model_dump(mode="json", by_alias=True, exclude_none=True)
                raw["message"]["date"] = int(clock.now().timestamp()) - 600
                raw["message"]["from"] = raw["message"].pop("from_user", {"id": 5, "is_bot": False, "first_name": "x"})
                tasks.create_task(intake.take(raw, settled.append))

    await come("one", "two", "three")
    assert book.done == ["three"]
    assert len(settled) == 3
    assert (intake.counters.superseded, intake.counters.handled) == (2, 1)
    intake.close()
    await come("four")
    assert book.done == ["three"]
