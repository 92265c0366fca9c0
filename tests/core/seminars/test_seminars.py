"""Entering, moving, cancelling, switching: once each, whatever is tapped twice."""

from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, MailingKind
from bot.core.seminars.changes import (
    MAX_CONFLICT_RETRIES,
    CancelSeminar,
    EnterSeminar,
    MoveSeminar,
    SwitchStep,
    again_if_changed,
)
from bot.core.seminars.seminars import Seminar, SeminarChanged, SeminarState
from tests.clock import ManualClock
from tests.core.seminars.seminar_memory import NOW, Bell, MemorySeminars, Rendered, seminar, when

ADMIN = 9001
NEW_TIME = when(NOW + timedelta(days=12))


def moving(kept: MemorySeminars) -> tuple[MoveSeminar, Rendered, Bell]:
    """The use case over memory, with what it asks for."""
    rendered, bell = Rendered(), Bell()
    return MoveSeminar(kept, rendered, ManualClock(NOW), bell), rendered, bell


def test_a_seminar_has_a_title_in_each_language_and_an_end() -> None:
    planned = seminar()
    assert planned.title(Locale.RU) == "Разрешение на работу"
    assert planned.title(Locale.EN) == "Work permits"
    assert planned.end - planned.start == timedelta(minutes=90)


async def test_the_same_plan_entered_twice_is_one_seminar() -> None:
    kept = MemorySeminars()
    enter = EnterSeminar(kept, ManualClock(NOW))
    assert await enter(seminar().plan) == await enter(seminar().plan)
    assert len(kept.rows) == 1


async def test_another_plan_is_another_seminar() -> None:
    kept = MemorySeminars()
    enter = EnterSeminar(kept, ManualClock(NOW))
    await enter(seminar().plan)
    await enter(seminar(NOW + timedelta(days=20)).plan)
    assert len(kept.rows) == 2


async def test_a_cancelled_seminar_can_be_entered_again() -> None:
    kept = MemorySeminars({1: seminar(state=SeminarState.CANCELLED)})
    assert (await EnterSeminar(kept, ManualClock(NOW))(seminar().plan)).id == 2


async def test_moving_starts_a_new_revision_and_tells_those_who_were_told() -> None:
    kept = MemorySeminars({1: seminar()})
    move, rendered, bell = moving(kept)
    moved = await move(1, NEW_TIME, ADMIN)
    assert moved is not None
    assert (moved.revision, moved.sequence, moved.plan.when, moved.changed) == (1, 1, NEW_TIME, NOW)
    assert kept.rows[1] == moved
    (notice,) = kept.notices
    assert (notice.kind, notice.not_before, notice.not_after) == (MailingKind.MOVED, NOW, NEW_TIME.start)
    assert notice.audience is Audience.TOLD
    assert rendered.asked == [(MailingKind.MOVED, 1, 0)]
    assert (kept.dropped, bell.rings) == ([ADMIN], 1)


async def test_moving_to_the_same_time_tells_nobody_but_ends_the_conversation() -> None:
    kept = MemorySeminars({1: seminar()})
    move, rendered, bell = moving(kept)
    moved = await move(1, seminar().plan.when, ADMIN)
    assert moved == seminar()
    assert (kept.notices, rendered.asked, bell.rings) == ([], [], 0)
    assert kept.dropped == [ADMIN]


@pytest.mark.parametrize("number", [1, 2])
async def test_what_is_cancelled_or_unknown_cannot_be_moved(number: int) -> None:
    kept = MemorySeminars({1: seminar(state=SeminarState.CANCELLED)})
    move, _, bell = moving(kept)
    assert await move(number, NEW_TIME) is None
    assert (kept.notices, bell.rings) == ([], 0)


async def test_cancelling_says_so_once() -> None:
    kept, bell = MemorySeminars({1: seminar()}), Bell()
    cancel = CancelSeminar(kept, Rendered(), ManualClock(NOW), bell)
    cancelled = await cancel(1)
    assert cancelled is not None
    assert (cancelled.state, cancelled.sequence, cancelled.revision) == (SeminarState.CANCELLED, 1, 0)
    assert await cancel(1) is None
    assert await cancel(2) is None
    (notice,) = kept.notices
    assert (notice.kind, notice.not_after, bell.rings) == (MailingKind.CANCELLED, seminar().end, 1)


async def test_a_step_is_set_to_a_value_so_that_a_second_tap_changes_nothing() -> None:
    kept = MemorySeminars({1: seminar()})
    switch = SwitchStep(kept)
    await switch(1, 600, on=False)
    await switch(1, 3600, on=False)
    await switch(1, 600, on=False)
    assert list(kept.rows[1].steps_off) == [3600, 600]
    await switch(1, 600, on=True)
    await switch(1, 600, on=True)
    assert list(kept.rows[1].steps_off) == [3600]
    assert kept.notices == []


async def test_an_unknown_seminar_has_no_steps() -> None:
    assert await SwitchStep(MemorySeminars())(1, 600, on=False) is None


async def test_somebody_elses_change_comes_first_and_this_one_on_top() -> None:
    """Three quick rivals are borne; one more and the admin is told that it did not work."""
    for rivals, moved in ((1, True), (MAX_CONFLICT_RETRIES, True), (MAX_CONFLICT_RETRIES + 1, False)):
        there = seminar()
        act = Rivalled(rivals, there)
        if moved:
            assert await again_if_changed(act) == there
        else:
            with pytest.raises(SeminarChanged):
                await again_if_changed(act)
        assert act.tried == min(rivals, MAX_CONFLICT_RETRIES) + 1


class Rivalled:
    """An act that somebody else is quicker than, so many times."""

    def __init__(self, rivals: int, result: Seminar) -> None:
        self.tried = 0
        self._rivals = rivals
        self._result = result

    async def __call__(self) -> Seminar:
        self.tried += 1
        if self.tried <= self._rivals:
            raise SeminarChanged
        return self._result
