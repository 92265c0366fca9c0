"""Outcomes, breakers, clocks and what is kept."""

from datetime import timedelta

from bot.core.mailings.mailings import MailingState
from bot.core.mailings.outbox import Gone, Later, Outcome, Refused, Sent
from tests.storage.conftest import Store, store

__all__ = ["store"]


async def test_the_gone_breaker_sees_a_batch(store: Store) -> None:
    """R2, A6: one outcome that leads from below 100 tried to 200 or more is never looked at."""
    await store.people(*range(1, 1001))
    mailing = await store.broadcast()
    parcels = await store.claim(220)
    verdicts = [Outcome(parcel, Gone() if at % 2 else Sent((1,))) for at, parcel in enumerate(parcels)]
    await store.rows.outbox.record(verdicts, store.now)
    stored = await store.rows.mailings.get(mailing)
    assert stored and stored.state is MailingState.STOPPED


async def test_a_reminder_telegram_refuses(store: Store) -> None:
    """R5: content errors are not recipient errors: a refused reminder uses up every recipient, and nobody is told."""
    await store.people(*range(1, 101))
    mailing = await store.step(await store.seminar())
    for _ in range(10):
        await store.record(await store.claim(10), Refused(content=True))
    assert (await store.counters(mailing)).failed < 100


async def test_a_clock_that_steps_back(store: Store) -> None:
    """R3: a row put off for three seconds waits two hours when the wall clock is set back so far."""
    await store.people(1)
    await store.step(await store.seminar(), not_before=store.now - timedelta(hours=3))
    await store.record(await store.claim(), Later(3))
    store.clock.set(store.now - timedelta(hours=2))
    store.clock.forward(seconds=60)
    assert await store.claim()


async def test_people_gone_in_a_cancelled_run(store: Store) -> None:
    """R5, S9: whoever blocked the bot is removed at the end of a run, also of one that was cancelled."""
    await store.people(*range(1, 20))
    mailing = await store.broadcast()
    await store.record(await store.claim(2), Gone())
    await store.record(await store.claim(3), Sent((1,)))
    await store.rows.mailings.move(mailing, MailingState.CANCELLED, frm=(MailingState.QUEUED,), now=store.now)
    assert await store.rows.retention.remove_gone(store.now) == 2


async def test_texts_of_old_broadcasts(store: Store) -> None:
    """R9, T73: ``mailing`` and ``mailing_text`` (with the author's chat id) are gone 48 h after the run."""
    await store.people(1)
    await store.broadcast()
    await store.record(await store.claim(), Sent((1,)))
    store.clock.forward(days=30)
    await store.rows.retention.forget(store.now)
    assert await store.count("mailing_text") == await store.count("mailing", "author IS NOT NULL") == 0


async def test_old_ids_after_a_long_pause(store: Store) -> None:
    """R1: ids restart anywhere after a week; an id older than 48 h must not swallow a new update after a restart."""
    async with store.database.writing() as tx:
        await tx.execute("INSERT INTO seen VALUES (1000, '2026-11-10')")
    assert await store.rows.seen.load() == set()
