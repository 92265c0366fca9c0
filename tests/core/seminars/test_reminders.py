"""The ladder: which step is due and when it is not; choosing reminders of one seminar."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.content import Contents
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind, NewMailing
from bot.core.seminars.reminders import ChooseReminder, Chosen, QueueDue, ladder
from bot.core.seminars.seminars import SeminarState
from bot.core.subscribers.subscribers import Subscriber
from tests.clock import ManualClock
from tests.core.seminars.seminar_memory import (
    NOW,
    Bell,
    MemorySeminars,
    MemorySubscribers,
    Rendered,
    RenderedJoint,
    seminar,
)

OFFSETS = (86400, 3600, 600, 0)
ANNA = 7
START = NOW + timedelta(days=11)
CHANGED_EARLIER = NOW - timedelta(days=30)
ROW = Subscriber(ANNA, Locale.RU, joined="2026-11-24", active="2026-11-24")


def due(at: datetime, **fields: Any) -> tuple[MailingKind, int] | None:
    """What the ladder has to say at a moment."""
    found = ladder(seminar(**fields), OFFSETS, at)
    return None if found is None else (found.kind, found.step)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (timedelta(days=11), (MailingKind.ANNOUNCEMENT, 0)),
        (timedelta(days=1, seconds=1), (MailingKind.ANNOUNCEMENT, 0)),
        (timedelta(days=1), (MailingKind.STEP, 86400)),
        (timedelta(hours=1, seconds=1), (MailingKind.STEP, 86400)),
        (timedelta(hours=1), (MailingKind.STEP, 3600)),
        (timedelta(minutes=10), (MailingKind.STEP, 600)),
        (timedelta(seconds=1), (MailingKind.STEP, 600)),
        (timedelta(0), (MailingKind.STEP, 0)),
        (-timedelta(minutes=89), (MailingKind.STEP, 0)),
        (-timedelta(minutes=90), None),
    ],
)
def test_a_step_is_useful_until_the_next_is_due(before: timedelta, expected: tuple[MailingKind, int] | None) -> None:
    assert due(START - before) == expected


def test_steps_of_a_day_and_the_announcement_are_quiet_and_later_ones_ring() -> None:
    quiet = {before: ladder(seminar(), OFFSETS, START - before) for before in map(timedelta, (2, 1, 0))}
    assert [found.quiet for found in quiet.values() if found] == [True, True, False]


def test_a_step_due_before_the_seminar_was_entered_is_never_sent() -> None:
    late = START - timedelta(minutes=30)
    assert due(late, changed=late) == (MailingKind.ANNOUNCEMENT, 0)
    assert due(START - timedelta(minutes=10), changed=late) == (MailingKind.STEP, 600)


def test_a_seminar_entered_late_is_announced_until_its_next_step() -> None:
    late = START - timedelta(minutes=30)
    found = ladder(seminar(changed=late), OFFSETS, late)
    assert found is not None
    assert (found.kind, found.not_after) == (MailingKind.ANNOUNCEMENT, START - timedelta(minutes=10))


def test_a_moved_seminar_is_announced_to_whom_it_had_not_been() -> None:
    assert due(NOW, revision=1) == (MailingKind.ANNOUNCEMENT, 0)
    assert due(START - timedelta(hours=1), revision=1) == (MailingKind.STEP, 3600)


def test_a_step_that_is_switched_off_leaves_the_one_before_it_useful() -> None:
    assert due(START - timedelta(minutes=30), steps_off=(3600,)) == (MailingKind.STEP, 86400)


def test_without_the_live_step_nothing_is_sent_after_the_start() -> None:
    assert due(START - timedelta(seconds=1), steps_off=(0,)) == (MailingKind.STEP, 600)
    assert due(START, steps_off=(0,)) is None


def test_with_every_step_off_the_seminar_is_still_announced() -> None:
    found = ladder(seminar(steps_off=OFFSETS), OFFSETS, NOW)
    assert found is not None
    assert (found.kind, found.not_after) == (MailingKind.ANNOUNCEMENT, START)


@given(st.integers(0, 12 * 86400), st.sets(st.sampled_from(OFFSETS)), st.integers(0, 11 * 86400))
def test_whatever_is_sent_is_due_useful_and_not_switched_off(after: int, off: set[int], entered: int) -> None:
    changed = NOW + timedelta(seconds=entered)
    at = changed + timedelta(seconds=after)
    planned = seminar(changed=changed, steps_off=tuple(off))
    found = ladder(planned, OFFSETS, at)
    if found is None:
        return
    assert found.not_before <= at < found.not_after <= planned.end
    assert found.not_before >= changed
    if found.kind is MailingKind.STEP:
        assert found.step not in off
        assert found.not_before == planned.start - timedelta(seconds=found.step)


@dataclass
class MemoryLadder:
    """core.reminders.Ladder; ``taken`` says that another tick was faster."""

    mailings: list[NewMailing] = field(default_factory=list)
    taken: bool = False

    async def queued(self, seminar: int, revision: int) -> Collection[tuple[MailingKind, int]]:
        return [(m.kind, m.step) for m in self.mailings if (m.seminar, m.revision) == (seminar, revision)]

    async def queue(self, mailing: NewMailing, contents: Contents, now: datetime) -> bool:
        if self.taken:
            return False
        self.mailings.append(mailing)
        return True


def queue_due(rows: MemorySeminars, clock: ManualClock, kept: MemoryLadder, bell: Bell) -> QueueDue:
    """The use case over memory."""
    return QueueDue(rows, kept, Rendered(), clock, bell, OFFSETS, RenderedJoint())


async def test_a_tick_queues_what_is_due_once() -> None:
    clock, kept, bell = ManualClock(NOW), MemoryLadder(), Bell()
    queue = queue_due(MemorySeminars({1: seminar()}), clock, kept, bell)
    assert [await queue(), await queue()] == [1, 0]
    assert bell.rings == 1


async def test_every_step_is_queued_once_however_often_the_clock_ticks() -> None:
    clock, kept = ManualClock(NOW), MemoryLadder()
    queue = queue_due(MemorySeminars({1: seminar()}), clock, kept, Bell())
    while clock.now() < START + timedelta(hours=3):
        await queue()
        clock.forward(minutes=5)
    assert [mailing.step for mailing in kept.mailings] == [0, 86400, 3600, 600, 0]


async def test_after_a_downtime_missed_steps_collapse_into_the_newest() -> None:
    clock, kept = ManualClock(START - timedelta(minutes=2)), MemoryLadder()
    await queue_due(MemorySeminars({1: seminar()}), clock, kept, Bell())()
    assert [mailing.step for mailing in kept.mailings] == [600]


async def test_nothing_is_counted_when_the_row_was_there() -> None:
    bell = Bell()
    queue = queue_due(MemorySeminars({1: seminar()}), ManualClock(NOW), MemoryLadder(taken=True), bell)
    assert await queue() == 0
    assert bell.rings == 0


def choosing(
    rows: dict[int, Subscriber] | None = None, at: datetime = NOW, **fields: Any
) -> tuple[ChooseReminder, MemorySeminars]:
    """The use case over one seminar, and where its choices are kept."""
    kept = MemorySeminars({1: seminar(**fields)})
    return ChooseReminder(kept, MemorySubscribers(rows or {}), ManualClock(at)), kept


async def test_who_is_not_subscribed_agrees_first() -> None:
    choose, kept = choosing()
    assert await choose(1, ANNA, Locale.RU, wanted=True, agreed=False) is Chosen.ASK
    assert kept.chosen == {}
    assert await choose(1, ANNA, Locale.RU, wanted=True, agreed=True) is Chosen.STORED
    assert kept.chosen == {(1, ANNA): True}


async def test_who_agreed_once_is_not_asked_again() -> None:
    choose, kept = choosing()
    kept.chosen[1, ANNA] = True
    assert await choose(1, ANNA, Locale.RU, wanted=True, agreed=False) is Chosen.STORED


async def test_who_is_not_subscribed_and_wants_nothing_leaves_nothing() -> None:
    choose, kept = choosing()
    assert await choose(1, ANNA, Locale.RU, wanted=False, agreed=False) is Chosen.STORED
    assert kept.chosen == {}
    kept.chosen[1, ANNA] = True
    assert await choose(1, ANNA, Locale.RU, wanted=False, agreed=False) is Chosen.STORED
    assert kept.chosen == {}


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("reminders", [True, False])
async def test_a_subscribers_choice_is_stored_at_once(wanted: bool, reminders: bool) -> None:
    choose, kept = choosing({ANNA: replace(ROW, reminders=reminders)})
    assert await choose(1, ANNA, Locale.RU, wanted=wanted, agreed=False) is Chosen.STORED
    assert kept.chosen == {(1, ANNA): wanted}


@pytest.mark.parametrize(
    ("number", "at", "state"),
    [
        (2, NOW, SeminarState.PLANNED),
        (1, NOW, SeminarState.CANCELLED),
        (1, START + timedelta(minutes=90), SeminarState.PLANNED),
    ],
)
async def test_nothing_is_stored_about_a_seminar_that_is_no_more(
    number: int, at: datetime, state: SeminarState
) -> None:
    choose, kept = choosing({ANNA: ROW}, at, state=state)
    assert await choose(number, ANNA, Locale.RU, wanted=True, agreed=True) is Chosen.CLOSED
    assert kept.chosen == {}
