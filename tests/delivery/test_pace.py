"""The pace under the three models of Telegram's limit, on a clock that jumps."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.clock import SystemClock
from bot.core.mailings.mailings import Lane
from bot.delivery.chat_paces import CHAT_BURST_MESSAGES, GROUP_MESSAGES_PER_MINUTE
from bot.delivery.pace import HOLD_MARGIN_SECONDS, Pace
from bot.demo.limits import Gate, Limits
from tests.clock import ManualClock


async def send(pace: Pace, clock: ManualClock, seconds: float, lane: Lane = Lane.BROADCAST) -> list[float]:
    """Send as fast as the pace lets one; return when each went."""
    times: list[float] = []
    end = clock.monotonic() + seconds
    chat = 0
    while clock.monotonic() < end:
        chat += 1
        await pace.turn(lane, chat)
        times.append(clock.monotonic())
        clock.forward(seconds=0.0001)
    return times


@pytest.mark.parametrize("rate", [30, 1000])
@pytest.mark.parametrize("model", ["bucket", "window", "penalty"])
async def test_the_limit_is_used_and_never_exceeded(rate: float, model: str) -> None:
    clock = ManualClock()
    times = await send(Pace(rate, clock), clock, 21)
    limits = Limits(per_second=rate, model=model, per_chat_burst=1000)  # type: ignore[arg-type]  # one of its own words
    gate = Gate(limits, times[0])
    assert all(gate.admit(number, at) is None for number, at in enumerate(times))
    steady = [at for at in times if at >= times[0] + 1]
    share = len(steady) / (times[-1] - times[0] - 1) / rate
    assert share >= 0.965


@given(st.lists(st.tuples(st.sampled_from(list(Lane)), st.floats(0, 0.5)), max_size=120), st.sampled_from([1, 5, 30]))
async def test_never_more_than_the_rate_in_any_second(acts: list[tuple[Lane, float]], rate: int) -> None:
    clock = ManualClock()
    pace = Pace(rate, clock)
    times = []
    for number, (lane, pause) in enumerate(acts):
        clock.forward(seconds=pause)
        await pace.turn(lane, number)
        times.append(clock.monotonic())
    for at in times:
        assert sum(at - 1 < other <= at for other in times) <= rate


async def test_a_reply_does_not_wait_behind_a_mailing() -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    await send(pace, clock, 3)
    before = clock.monotonic()
    await pace.turn(Lane.REPLY, 99_999)
    assert clock.monotonic() - before <= 1.1 / 30


async def test_mailings_make_room_while_a_reply_waits() -> None:
    pace = Pace(10, SystemClock())
    for chat in range(10):
        await pace.turn(Lane.REPLY, chat)
    order: list[Lane] = []

    async def go(lane: Lane, chat: int) -> None:
        await pace.turn(lane, chat)
        order.append(lane)

    waiting = (Lane.BROADCAST, Lane.REMINDER, Lane.LAWYER, Lane.REPLY)
    await asyncio.gather(*(go(lane, 100 + lane) for lane in waiting))
    assert order == sorted(waiting)


async def test_a_hold_holds_everybody() -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    pace.hold(7)
    assert pace.free_slots() == 0
    assert pace.wait_for_slot() == pytest.approx(7 + HOLD_MARGIN_SECONDS)
    before = clock.monotonic()
    await pace.turn(Lane.REPLY, 1)
    assert clock.monotonic() - before >= 7
    assert pace.free_slots() >= 1


async def test_a_shorter_hold_does_not_end_a_longer_one() -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    pace.hold(7)
    pace.hold(1)
    assert pace.wait_for_slot() > 7


async def test_one_chat_gets_a_burst_and_then_one_a_second() -> None:
    clock = ManualClock()
    pace = Pace(1000, clock)
    before = clock.monotonic()
    for _ in range(int(CHAT_BURST_MESSAGES)):
        await pace.turn(Lane.REPLY, 1)
    assert clock.monotonic() - before < 1
    for _ in range(5):
        await pace.turn(Lane.REPLY, 1)
    assert 4 <= clock.monotonic() - before <= 6


async def test_the_memory_of_chats_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.chat_paces.MAX_REMEMBERED_CHATS", 100)
    clock = ManualClock()
    pace = Pace(1000, clock)
    for chat in (1, 2):
        for _ in range(int(CHAT_BURST_MESSAGES)):
            await pace.turn(Lane.REPLY, chat)
    for chat in range(1_000, 1_099):
        await pace.turn(Lane.REPLY, chat)
    before = clock.monotonic()
    await pace.turn(Lane.REPLY, 1)
    assert clock.monotonic() - before < 0.2, "forgotten: a hundred others have spoken since"
    await pace.turn(Lane.REPLY, 1_098)
    await pace.turn(Lane.REPLY, 2)


async def test_a_cancelled_turn_is_forgotten() -> None:
    clock = ManualClock()
    pace = Pace(1, clock)
    await pace.turn(Lane.REPLY, 1)
    waiting = asyncio.ensure_future(pace.turn(Lane.REPLY, 2))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    clock.forward(seconds=2)
    assert pace.free_slots() > 0, "mailings give way to a reply that waits"


async def test_a_spare_turn_counts_and_is_nobodys_who_waits() -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    assert pace.take_spare()
    taken = 1
    while clock.monotonic() < 1_001:
        taken += pace.take_spare() is not None
        clock.forward(seconds=0.001)
    assert 9 <= taken <= 11
    clock.forward(seconds=5)
    pace.hold(1)
    assert not pace.take_spare()
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(pace.turn(Lane.BROADCAST, 1))
        while not waiting.done():
            await asyncio.sleep(0)
            assert waiting.done() or not pace.take_spare()


@given(
    st.lists(st.tuples(st.sampled_from([Lane.REPLY, Lane.LAWYER]), st.integers(1, 10), st.floats(0, 20)), max_size=60)
)
async def test_a_group_gets_less_than_twenty_messages_in_any_minute(acts: list[tuple[Lane, int, float]]) -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    sent: list[float] = []
    for lane, messages, pause in acts:
        clock.forward(seconds=pause)
        await pace.turn(lane, -1001, messages)
        sent += [clock.monotonic()] * messages
    assert all(later - at >= 60 for at, later in zip(sent, sent[GROUP_MESSAGES_PER_MINUTE:], strict=False))


async def test_a_group_that_rested_gets_a_question_at_once_and_private_chats_are_not_slowed() -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    began = clock.monotonic()
    for _ in range(GROUP_MESSAGES_PER_MINUTE):
        await pace.turn(Lane.LAWYER, -1001)
    assert clock.monotonic() - began < 10
    await pace.turn(Lane.REPLY, 1001)
    assert clock.monotonic() - began < 10
    await pace.turn(Lane.LAWYER, -1001)
    assert clock.monotonic() - began >= 60
