"""Answers that are lost, and connections that break before anything happened (T16, T17).

T15, kill -9 in the middle of a broadcast, is tried with real processes in tests/process/test_crash.py.
"""

from collections import Counter

import pytest

from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from tests.chaos import figures
from tests.chaos.scene import LINES, TEXT, Scene, scene
from tests.chaos.virtual import on_virtual_time
from tests.sizes import trials

PEOPLE = trials(10_000, 500)
LOST_ANSWERS = (FaultKind.RESET, FaultKind.TRUNCATED, FaultKind.TORN)


def injected(s: Scene) -> int:
    """How many accepted messages had an answer the bot never saw, and were not the last word to their chat."""
    unheard = Counter(entry.chat_id for entry in s.accepted() if not entry.answered)
    heard = {entry.chat_id for entry in s.accepted() if entry.answered}
    return sum(times if chat in heard else times - 1 for chat, times in unheard.items())


async def after_a_run(faults: Faults) -> tuple[Scene, dict[str, int]]:
    """Send a broadcast to its end under these faults."""
    async with scene(PEOPLE, faults=faults) as s:
        await s.broadcast()
        return s, await s.report()


@pytest.mark.parametrize("kind", LOST_ANSWERS)
@on_virtual_time
async def test_t16_an_answer_lost_after_accept_doubles_that_message_and_no_other(kind: FaultKind) -> None:
    where = range(10_001, 10_001 + PEOPLE)
    s, report = await after_a_run(Faults(Fault(kind, When.AFTER, ("sendMessage",), where, share=0.01)))
    unheard = sum(not entry.answered for entry in s.accepted())
    assert unheard > PEOPLE * 0.004
    assert s.lost() == []
    doubled = sum(s.doubled().values())
    assert doubled == injected(s)
    assert report["Возможно дважды"] + report["Неизвестно"] >= len(s.doubled())
    assert report["Доставлено"] + report["Неизвестно"] == PEOPLE
    figures.note("T16", f"{kind}: lost 0, doubled {doubled} of {unheard} injected among {PEOPLE:,}")


@pytest.mark.parametrize("kind", [FaultKind.RESET, FaultKind.UNREACHABLE])
@on_virtual_time
async def test_t17_a_connection_reset_before_accept_loses_and_doubles_nobody(kind: FaultKind) -> None:
    where = range(10_001, 10_001 + PEOPLE)
    s, report = await after_a_run(Faults(Fault(kind, When.BEFORE, ("sendMessage",), where, share=0.05)))
    broken = len(s.sends()) - len(s.accepted())
    assert broken > PEOPLE * 0.04
    assert (s.lost(), s.doubled()) == ([], {})
    assert (report["Доставлено"], report["Неизвестно"]) == (PEOPLE, 0)
    figures.note("T17", f"{kind}: lost 0, doubled 0 with {broken} broken among {PEOPLE:,}")


@pytest.mark.long
@on_virtual_time
async def test_t16_a_wire_that_cuts_every_answer_does_not_repeat_itself_for_ever() -> None:
    async with scene(
        20, faults=Faults(Fault(FaultKind.RESET, When.AFTER, ("sendMessage",), range(10_001, 10_021)))
    ) as s:
        await s.broadcast()
        report = await s.report(within=24 * 3_600)
        most = max(s.telegram.ledger.per_chat(TEXT).values())
        assert s.lost() == []
        assert most <= 11
        assert report == dict(zip(LINES, (0, 0, 0, 20, 0, 0, 20, 0), strict=True))
        figures.note("T16", f"every answer cut: lost 0, at most {most} times to one person")
