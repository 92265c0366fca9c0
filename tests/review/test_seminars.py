"""Seminars changed by two admins at once, or in the middle of a run."""

import asyncio
from datetime import timedelta

from bot.core.content import Contents
from bot.core.mailings.mailings import MailingKind
from bot.core.mailings.outbox import Sent
from bot.core.seminars.changes import CancelSeminar, MoveSeminar, SwitchStep
from bot.core.seminars.reminders import QueueDue
from bot.core.seminars.seminars import Seminar, SeminarState, When
from tests.core.seminars.seminar_memory import RenderedJoint
from tests.storage.conftest import Store, store, texts

__all__ = ["store"]


def render(kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
    """Word anything."""
    return texts(f"{kind} {seminar.id} {step}")


def nothing() -> None:
    """Wake nobody."""


def later(seminar: Seminar, hours: int) -> When:
    """A new time so many hours after the old one."""
    return When(seminar.start + timedelta(hours=hours), f"2026-11-26T{12 + hours}:00", "UTC")


async def told(store: Store) -> Seminar:
    """A seminar that two people have been reminded of."""
    await store.people(1, 2)
    seminar = await store.seminar()
    await store.step(seminar)
    await store.record(await store.claim(), Sent((1,)))
    return seminar


async def test_cancelled_by_two_admins(store: Store) -> None:
    """R2: the second cancellation ends the first one's notice, and its own has the same key: nobody is told."""
    seminar = await told(store)
    cancel = CancelSeminar(store.rows.seminars, render, store.clock, nothing)
    await asyncio.gather(cancel(seminar.id), cancel(seminar.id))
    assert {parcel.chat for parcel in await store.claim()} == {1, 2}


async def test_moved_by_two_admins(store: Store) -> None:
    """R2: as above, with two new times."""
    seminar = await told(store)
    move = MoveSeminar(store.rows.seminars, render, store.clock, nothing)
    await asyncio.gather(move(seminar.id, later(seminar, 1)), move(seminar.id, later(seminar, 2)))
    assert {parcel.chat for parcel in await store.claim()} == {1, 2}


async def test_cancelled_while_a_step_is_switched(store: Store) -> None:
    """R3: the switch writes the whole row back as it was read, and the cancelled seminar is planned again."""
    seminar = await told(store)
    cancel = CancelSeminar(store.rows.seminars, render, store.clock, nothing)
    await asyncio.gather(cancel(seminar.id), SwitchStep(store.rows.seminars)(seminar.id, 3600, on=False))
    stored = await store.rows.seminars.get(seminar.id)
    assert stored and stored.state is SeminarState.CANCELLED


async def test_moved_in_the_middle_of_its_announcement(store: Store) -> None:
    """R2: whom the announcement had not reached when the seminar moved is never told of it before the first step."""
    await store.people(1, 2)
    seminar = await store.seminar(hours=72)
    queue = QueueDue(store.rows.seminars, store.rows.ladder, render, store.clock, nothing, (86400, 0), RenderedJoint())
    await queue()
    await store.record(await store.claim(1), Sent((1,)))
    await MoveSeminar(store.rows.seminars, render, store.clock, nothing)(seminar.id, later(seminar, 1))
    await queue()
    assert {parcel.chat for parcel in await store.claim()} == {1, 2}


async def test_one_seminar_that_cannot_be_worded(store: Store) -> None:
    """R2: what fails for one seminar does not keep the others' reminders from being queued."""
    await store.people(1)
    first, second = await store.seminar(hours=30), await store.seminar(hours=31)

    def broken(kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
        if seminar.id == first.id:
            raise LookupError
        return render(kind, seminar, step)

    queue = QueueDue(store.rows.seminars, store.rows.ladder, broken, store.clock, nothing, (3600, 0), RenderedJoint())
    await asyncio.gather(queue(), return_exceptions=True)
    assert await store.count("mailing", f"seminar = {second.id}") == 1
