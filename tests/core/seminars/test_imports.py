"""What an event of a file is beside what is known of it, and what of it waits at the desk (A9)."""

from dataclasses import replace
from datetime import timedelta

from bot.core.seminars.calendar_events import CalendarEvent
from bot.core.seminars.drafts import Field
from bot.core.seminars.imports import CalendarDesk, ImportedEvent, Took, taken
from bot.core.seminars.seminars import SeminarState
from tests.clock import ManualClock
from tests.core.seminars.import_memory import MemoryImports
from tests.core.seminars.seminar_memory import NOW, MemorySeminars, seminar, when

PLAN = seminar().plan
MOVED = replace(PLAN, when=when(NOW + timedelta(days=12)))
FAR = replace(PLAN, when=when(NOW + timedelta(days=1_100)))
OVER = replace(PLAN, when=when(NOW - timedelta(days=1)))


def event(plan: object = PLAN, sequence: int = 0, *, cancelled: bool = False) -> CalendarEvent:
    """An event of a file."""
    return CalendarEvent("u", sequence, plan, cancelled)  # type: ignore[arg-type]  # a plan


def known(**fields: object) -> ImportedEvent:
    """The same event as it was imported, entered and dealt with."""
    row = ImportedEvent(1, "u", 0, PLAN, open=False, seminar=1, base=PLAN)
    return replace(row, **fields)  # type: ignore[arg-type]  # fields of the row


def test_an_event_that_was_never_seen() -> None:
    assert taken(None, event(), NOW) == (Took.NEW, ImportedEvent(0, "u", 0, PLAN))
    assert taken(None, event(OVER), NOW) == (Took.OVER, None)
    assert taken(None, event(cancelled=True), NOW) == (Took.CANCELLED, None)
    assert taken(None, event(FAR), NOW) == taken(known(), event(FAR), NOW) == (Took.FAR, None)


def test_a_second_time_changes_nothing() -> None:
    for row in (known(), known(open=True), known(cancelled=True)):
        assert taken(row, event(cancelled=row.cancelled), NOW) == (Took.SAME, None)
    assert taken(known(), event(sequence=3), NOW) == (Took.SAME, known(sequence=3))


def test_an_older_version_changes_nothing() -> None:
    assert taken(known(sequence=2), event(MOVED, 1), NOW) == (Took.OLDER, None)


def test_changed_and_cancelled_wait_for_the_desk() -> None:
    assert taken(known(), event(MOVED, 1), NOW) == (Took.CHANGED, known(plan=MOVED, sequence=1, open=True))
    assert taken(known(), event(MOVED), NOW)[0] is Took.CHANGED
    assert taken(known(), event(OVER, 1), NOW) == (Took.OVER, None)
    cancelled = taken(known(), event(sequence=1, cancelled=True), NOW)
    assert cancelled == (Took.CANCELLED, known(sequence=1, cancelled=True, open=True))
    never = known(seminar=None, base=None, open=True)
    assert taken(never, event(sequence=1, cancelled=True), NOW)[1] == replace(
        never, sequence=1, cancelled=True, open=False
    )


async def test_what_waits_is_compared_with_the_seminar_as_it_stands() -> None:
    rows, imports = MemorySeminars({1: seminar()}), MemoryImports()
    desk = CalendarDesk(imports, rows, ManualClock(NOW))
    await imports.take([event()], NOW)
    (new,) = await desk.waiting()
    assert (new.seminar, new.parts) == (None, ())
    await imports.link(1, 1)
    assert list(await desk.waiting()) == []
    assert await desk.get(1) is None
    other = replace(MOVED, link="https://youtu.be/new")
    await imports.take([event(other, 1)], NOW)
    (changed,) = await desk.waiting()
    assert changed.parts == (Field.WHEN, Field.LINK)
    rows.rows[1] = replace(rows.rows[1], plan=replace(PLAN, link="https://youtu.be/new", title_ru="Своё"))
    assert (await desk.waiting())[0].parts == (Field.WHEN,)
    rows.rows[1] = replace(rows.rows[1], plan=replace(other, title_ru="Своё"))
    assert list(await desk.waiting()) == []
    await imports.take([event(other, 2, cancelled=True)], NOW)
    (cancelled,) = await desk.waiting()
    assert (cancelled.event.cancelled, cancelled.parts) == (True, ())
    rows.rows[1] = replace(rows.rows[1], state=SeminarState.CANCELLED)
    assert list(await desk.waiting()) == []
    rows.rows.clear()
    assert list(await desk.waiting()) == []
    await imports.settle(1)
    assert await desk.get(1) is None
    assert await desk.get(2) is None


async def test_a_new_one_waits_until_it_begins() -> None:
    imports, clock = MemoryImports(), ManualClock(NOW)
    desk = CalendarDesk(imports, MemorySeminars(), clock)
    await imports.take([event()], NOW)
    assert len(await desk.waiting()) == 1
    clock.forward(days=12)
    assert list(await desk.waiting()) == []
