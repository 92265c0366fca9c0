"""What is over in a large mailing is taken out a part at a time: nobody else's write waits for all of it."""

import itertools
from datetime import timedelta

import pytest

from bot.core.mailings.mailings import MailingState
from bot.storage.mailings.expiry import ROWS_PER_TRANSACTION
from tests.people import subscribe
from tests.storage.conftest import Store

PEOPLE = 2 * ROWS_PER_TRANSACTION + 2_000


@pytest.fixture
async def mailing(store: Store) -> int:
    """A broadcast to many, all queued; two of them may have been told."""
    async with store.database.writing() as tx:
        await subscribe(tx, range(1, PEOPLE + 1))
    number = await store.broadcast()
    await store.rows.recipients.fill(store.now)
    async with store.database.writing() as tx:
        await tx.execute("UPDATE delivery SET maybe = 1 WHERE person IN (5, ?)", (PEOPLE - 5,))
    return number


async def cancel(store: Store, mailing: int) -> None:
    """Cancel it, as the admin's button does."""
    frm = (MailingState.QUEUED,)
    assert await store.rows.mailings.move(mailing, MailingState.CANCELLED, frm=frm, now=store.now)


async def test_a_cancel_takes_out_some_and_the_tick_the_others(store: Store, mailing: int) -> None:
    await cancel(store, mailing)
    assert (await store.counters(mailing)).expired == ROWS_PER_TRANSACTION
    assert await store.claim() == []
    await store.rows.outbox.expire(store.now)
    counters = await store.counters(mailing)
    assert (counters.expired, counters.unknown, counters.remaining) == (PEOPLE - 2, 2, 0)
    assert await store.count("delivery") == 2
    assert await store.rows.outbox.expire(store.now) == 0


async def test_one_that_is_late_ends_whole(store: Store, mailing: int) -> None:
    store.clock.forward(seconds=timedelta(days=2).total_seconds())
    assert await store.rows.outbox.expire(store.now) == PEOPLE - 2
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert (stored.state, stored.counters.unknown, stored.counters.remaining) == (MailingState.DONE, 2, 0)


async def test_no_transaction_is_longer_than_a_part(
    store: Store, mailing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows that go between two commits, counted."""
    left = [PEOPLE]
    real = store.database.writing

    def counting() -> object:
        return Counting(real(), store, left)

    monkeypatch.setattr(store.database, "writing", counting)
    await cancel(store, mailing)
    await store.rows.outbox.expire(store.now)
    store.clock.forward(seconds=timedelta(days=3).total_seconds())
    await store.rows.retention.forget(store.now)
    steps = [before - after for before, after in itertools.pairwise(left)]
    assert left[-1] == 0
    assert max(steps) <= ROWS_PER_TRANSACTION + 2


class Counting:
    """A transaction, and how many rows there are after it."""

    def __init__(self, real: object, store: Store, left: list[int]) -> None:
        self._real, self._store, self._left = real, store, left

    async def __aenter__(self) -> object:
        return await self._real.__aenter__()  # type: ignore[attr-defined]  # a context manager of the database

    async def __aexit__(self, *error: object) -> None:
        await self._real.__aexit__(*error)  # type: ignore[attr-defined]  # as above
        self._left.append(await self._store.count("delivery"))


async def test_what_is_old_goes_with_all_its_rows(store: Store, mailing: int) -> None:
    async with store.database.writing() as tx:
        await tx.execute("UPDATE delivery SET state = 2")
        await tx.execute("UPDATE mailing SET state = 'done', delivered = total, finished = ?", (store.at,))
    store.clock.forward(seconds=timedelta(hours=49).total_seconds())
    await store.rows.retention.forget(store.now)
    assert await store.count("mailing") == await store.count("delivery") == await store.count("mailing_text") == 0
