"""What the ledger says when many calls fail: lost, doubled, late, in flight, and unanswered ones."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.faults.strange import Twist
from bot.demo.ledger import Entry, Ledger
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS, Clock
from tests.demo.doors.test_faults import ENTRANCES, Hurry, attempt, stage


def entry(at: float, chat: int = 7, text: str = "x", **fields: Any) -> Entry:
    known: dict[str, Any] = {"method": "sendMessage", "status": 200, "accepted": True, "arrived": at, **fields}
    return Entry(at=at, chat_id=chat, params={"text": text}, description=None, message_id=1, **known)


@pytest.fixture
def ledger() -> Ledger:
    ledger = Ledger()
    for one in (
        entry(10, 1, "Семинар завтра", left=12.0, answered=True),
        entry(11, 2, "Семинар завтра", left=13.0),
        entry(70, 1, "Семинар завтра", left=72.0, answered=True),
        entry(71, 3, "Семинар завтра", accepted=False, status=0, left=71.0),
        entry(72, 4, "other", answered=True),
        entry(73, 3, "", method="getUpdates", arrived=1),
        entry(74, 3, "", method="sendChatAction", left=74.0, answered=True),
        entry(75, 2, "Семинар завтра", method="editMessageText", left=75.0, answered=True),
    ):
        ledger.record(one)
    return ledger


def test_lost_doubled_and_late(ledger: Ledger) -> None:
    assert ledger.missing([1, 2, 3, 4], "завтра") == [3, 4]
    assert ledger.doubled("завтра") == {1: 1}
    assert [late.at for late in ledger.late(10, 59, "завтра")] == [70]
    assert ledger.late(10, 60, "завтра") == []
    assert ledger.accepted_at(1) == [10, 70]
    assert ledger.accepted_at(3) == []
    assert ledger.per_chat() == {1: 2, 2: 1, 4: 1}


def test_what_nobody_was_told(ledger: Ledger) -> None:
    assert [one.chat_id for one in ledger.unanswered()] == [2]


@pytest.mark.parametrize(("moment", "count"), [(9.9, 0), (10, 1), (11.5, 2), (12, 1), (13, 0), (72, 1), (80, 1)])
def test_in_flight_at_a_moment(ledger: Ledger, moment: float, count: int) -> None:
    assert ledger.in_flight_at(moment) == count


def test_captions_count_as_texts() -> None:
    one = entry(1, text="")
    one.params = {"caption": "снимок"}
    assert (one.text, one.is_message) == ("снимок", True)


async def test_a_call_has_three_moments(clock: Clock) -> None:
    slow = Telegram(now=clock, sleep=clock.sleep, limits=Limits(latency=(1, 1), after=(2, 2), model="off"))
    slow.person(7, "A").started = True
    async with asyncio.TaskGroup() as group:
        call = group.create_task(slow.call("sendMessage", {"chat_id": 7, "text": "x"}))
        for _ in range(2):
            await asyncio.sleep(0)
            clock.advance(1)
        await asyncio.sleep(0.001)
        one = slow.ledger.entries[0]
        assert (one.left, one.answered, one.accepted) == (None, False, True)
        clock.advance(5)
        await call
    assert one.arrived == START_SECONDS
    assert START_SECONDS < one.at < (one.left or 0)
    assert one.answered


async def test_a_cancelled_call_is_over(clock: Clock) -> None:
    slow = Telegram(now=clock, sleep=clock.sleep, limits=Limits(after=(2, 2)))
    slow.person(7, "A").started = True
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await slow.call("sendMessage", {"chat_id": 7, "text": "x"})
    assert (slow.ledger.entries[0].left, slow.ledger.entries[0].answered) == (START_SECONDS, False)
    assert len(slow.ledger.unanswered()) == 1


KINDS = st.sampled_from(list(FaultKind))
FAULTS = st.builds(
    Fault,
    kind=KINDS,
    when=st.just(When.AFTER),
    methods=st.sampled_from([(), ("sendMessage",), ("deleteMessage",)]),
    chats=st.sampled_from([(), (7,), (8, 9)]),
    share=st.floats(0, 1),
    every=st.integers(1, 4),
    since=st.sampled_from([START_SECONDS, START_SECONDS + 100]),
    status=st.sampled_from([400, 403, 429, 500, 502]),
    seconds=st.sampled_from([0.5, 59.0, 100.0]),
    twist=st.sampled_from(list(Twist)),
)
BEFORE = FAULTS.filter(lambda fault: fault.kind is not FaultKind.STRANGE).map(
    lambda fault: Fault(**{**vars(fault), "when": When.BEFORE})
)


@given(st.lists(st.one_of(FAULTS, BEFORE), max_size=5), st.integers(0, 99), st.data())
async def test_accepted_is_what_stands_in_the_chats(plan: list[Fault], seed: int, data: st.DataObject) -> None:
    clock = Hurry()
    limits = Limits(latency=(0, 1), after=(0, 1), model="off")
    telegram = Telegram(now=clock, sleep=clock.sleep, limits=limits, faults=Faults(*plan, seed=seed))
    people = [telegram.person(number, "x") for number in (7, 8)]
    for person in people:
        person.started = True
    bot = Bot(telegram.token, session=InProcessSession(telegram))
    for number in range(data.draw(st.integers(1, 12))):
        try:
            await bot.send_message(data.draw(st.sampled_from([7, 8, 9])), f"text {number}")
        except Exception as error:
            # 429 and the like: what a bot may get from Telegram, never an error of the stand-in itself.
            assert type(error).__module__.startswith(("aiogram", "builtins"))
            assert isinstance(error, TelegramNetworkError) or plan or "chat not found" in str(error)
    for person in people:
        assert telegram.ledger.texts(person.id) == [message["text"] for message in person.messages]
    assert all(one.left is not None for one in telegram.ledger.entries)
    assert telegram.ledger.in_flight == 0


BAD_DAY = [
    Fault(FaultKind.RESET, When.BEFORE, share=0.1),
    Fault(FaultKind.CLOSE, When.AFTER, share=0.1),
    Fault(FaultKind.CUT, When.AFTER, share=0.1),
    Fault(FaultKind.TORN, When.AFTER, share=0.1),
    Fault(FaultKind.HTML, When.BEFORE, every=9),
    Fault(FaultKind.DRIP, When.AFTER, every=11),
    Fault(FaultKind.ERROR, When.AFTER, share=0.1, status=500),
]


@pytest.mark.parametrize("entrance", ENTRANCES)
async def test_a_bot_that_tries_again_loses_nothing_and_doubles_what_was_unanswered(entrance: str) -> None:
    async with stage(entrance, *BAD_DAY, timeout_seconds=1000) as on:
        others = [on.telegram.person(number, "x") for number in range(100, 160)]
        for person in others:
            person.started = True
            while await attempt(on.bot, "Семинар", person.id):
                pass
        ledger = on.telegram.ledger
        assert ledger.missing([person.id for person in others], "Семинар") == []
        assert sum(ledger.doubled("Семинар").values()) == len(ledger.unanswered()) > 0
        assert ledger.per_chat() == {person.id: len(person.messages) for person in others}
        assert on.telegram.faults.struck.keys() == {fault.kind for fault in BAD_DAY}
