"""Refusals for speed, of one chat and of several, and a call that never ends (T19, T20, F5)."""

from itertools import pairwise

from bot.demo.faults.plan import Fault, FaultKind, Faults
from bot.demo.ledger import Entry
from tests.chaos import figures
from tests.chaos.scene import Scene, scene
from tests.chaos.virtual import on_virtual_time, true
from tests.sizes import trials

PEOPLE = trials(10_000, 500)
RATE = 30
ASKED = 30


def refusing(*chats: int, calls: int, seconds: int = ASKED) -> Fault:
    """Refuse the first calls of these chats for their speed."""
    return Fault(
        FaultKind.ERROR,
        methods=("sendMessage",),
        chats=chats,
        calls=range(1, calls + 1),
        status=429,
        description=f"Too Many Requests: retry after {seconds}",
        retry_after=seconds,
    )


def share(accepted: list[Entry], since: float, until: float) -> float:
    """Which part of what is allowed was used between two moments."""
    return sum(since <= entry.at < until for entry in accepted) / ((until - since) * RATE)


async def sent(s: Scene, part: float = 1) -> None:
    """Wait until so many have it."""
    await true(lambda: len(s.accepted()) >= part * PEOPLE)


@on_virtual_time
async def test_t19_a_refused_chat_holds_nobody_else() -> None:
    slow = 10_100
    async with scene(PEOPLE, faults=Faults(refusing(slow, calls=3))) as s:
        await s.broadcast()
        report = await s.report()
        refused = [entry for entry in s.refused_429() if entry.chat_id == slow]
        others = [entry for entry in s.accepted() if entry.chat_id != slow]
        used = share(others, refused[0].at, max(entry.at for entry in others))
        times = [entry.at for entry in s.sends() if entry.chat_id == slow]
        assert len(refused) == 3
        assert all(later - sooner >= ASKED for sooner, later in pairwise(times))
        assert used >= 0.9
        assert (s.lost(), s.doubled(), report["Доставлено"]) == ([], {}, PEOPLE)
        figures.note("T19", f"the others at {used:.0%} of their rate; lost 0, doubled 0; asked early 0")


@on_virtual_time
async def test_t20_three_refused_chats_hold_everybody_as_long_as_asked() -> None:
    async with scene(PEOPLE) as s:
        await s.broadcast()
        await sent(s, 0.3)
        told = {entry.chat_id for entry in s.accepted()}
        waiting = [chat for chat in s.chats if chat not in told]
        # Those about to be sent: three of the next second are refused, each once.
        s.faults.add(*[refusing(chat, calls=1) for chat in waiting[20:23]])
        await s.report()
        refused = sorted(entry.at for entry in s.refused_429())
        assert len(refused) == 3
        # The second refusal makes it everybody's. What was with Telegram then comes within a round trip.
        held = [e for e in s.sends() if refused[1] + 0.1 < e.arrived < refused[1] + ASKED]
        assert held == []
        assert (s.lost(), s.doubled()) == ([], {})
        figures.note("T20", f"sent during the pause {len(held)}; lost 0, doubled 0")


@on_virtual_time
async def test_f5_a_call_that_never_ends_stalls_nobody() -> None:
    dead = range(10_200, 10_210)
    hanging = Fault(FaultKind.HANG, methods=("sendMessage",), chats=dead, calls=range(1, 11))
    async with scene(PEOPLE, faults=Faults(hanging)) as s:
        await s.broadcast()
        began = s.now()
        await s.report()
        first = min(entry.arrived for entry in s.sends() if entry.fault)
        others = [entry for entry in s.accepted() if entry.chat_id not in dead]
        used = share(others, first, max(entry.at for entry in others))
        assert used >= 0.9
        assert (s.lost(), s.doubled()) == ([], {})
        figures.note("F5", f"ten calls that never end: the others at {used:.0%} of their rate, {s.now() - began:.0f} s")
