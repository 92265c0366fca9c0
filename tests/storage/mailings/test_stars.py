"""Runs that are paid for: who claims them, and what stays when Telegram takes no more of it."""

from bot.core.clock import SystemClock
from bot.core.mailings.outbox import Gone, Sent, Unpaid
from bot.core.mailings.stars import Fare
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.mailings.stars import StarsRepository
from tests.engine import opened_again
from tests.storage.conftest import Store


async def paid(store: Store) -> int:
    """Confirm a broadcast that is paid for."""
    mailing = await store.broadcast()
    async with store.database.writing() as tx:
        await tx.execute("UPDATE mailing SET fare = 'paid' WHERE id = ?", (mailing,))
    return mailing


async def fare(store: Store, mailing: int) -> Fare:
    """How a mailing is sent."""
    stored = await store.rows.mailings.get(mailing)
    assert stored
    return stored.fare


async def claimed(outbox: OutboxRepository, store: Store) -> list[tuple[int, int]]:
    """Claim all there is; return (mailing, chat) of each."""
    return [(parcel.mailing, parcel.chat) for parcel in await outbox.claim(store.now, 100)]


async def test_each_claims_its_own(store: Store) -> None:
    await store.people(1, 2)
    dear, free = await paid(store), await store.broadcast()
    reminder = await store.step(await store.seminar())
    outbox = store.rows.outbox
    assert await claimed(outbox.of(paid=False), store) == [(reminder, 1), (reminder, 2), (free, 1), (free, 2)]
    assert await claimed(outbox.of(paid=False), store) == []
    assert await claimed(outbox.of(paid=True), store) == [(dear, 1), (dear, 2)]
    async with store.database.writing() as tx:
        await tx.execute("UPDATE delivery SET state = 0, until = 0")
    assert await claimed(outbox.of(paid=True), store) == [(dear, 1), (dear, 2)]


async def test_where_paying_is_off_all_are_claimed_alike(store: Store) -> None:
    await store.people(1)
    dear = await paid(store)
    assert await claimed(store.rows.outbox, store) == [(dear, 1)]


async def test_a_draft_is_confirmed_for_the_fare_that_was_chosen(store: Store) -> None:
    await store.people(1)
    rows, mailing = store.rows.broadcasts, await store.broadcast()
    assert await fare(store, mailing) is Fare.FREE
    number = await rows.begin(9001, store.now)
    stored = await store.rows.mailings.get(number)
    assert stored
    assert await rows.confirm(number, 9001, stored.content_hash, stored.audience, store.now, 77, Fare.PAID) == 1
    assert await fare(store, number) is Fare.PAID


async def test_what_cannot_be_paid_for_goes_for_nothing(store: Store) -> None:
    await store.people(1, 2, 3, 4)
    mailing = await paid(store)
    dear, free = store.rows.outbox.of(paid=True), store.rows.outbox.of(paid=False)
    first, second, third = await dear.claim(store.now, 3)
    await store.record([first], Sent((1,)))
    await store.record([second], Gone())
    await store.record([third], Unpaid())
    assert await fare(store, mailing) is Fare.ENDED
    assert not await dear.claim(store.now, 100)
    rest = list(await free.claim(store.now, 100))
    assert {parcel.chat for parcel in rest} == {3, 4}
    assert not any(parcel.maybe for parcel in rest)
    await store.record(rest, Sent((2,)))
    counters = await store.counters(mailing)
    assert (counters.delivered, counters.gone, counters.failed, counters.twice) == (3, 1, 0, 0)


async def test_the_end_is_told_once_and_outlives_the_process(store: Store) -> None:
    await store.people(1, 2)
    mailing = await paid(store)
    parcels = list(await store.rows.outbox.of(paid=True).claim(store.now, 2))
    await store.record(parcels, Unpaid())
    again = await opened_again(store.path, SystemClock())
    try:
        assert await StarsRepository(again).ended() == [mailing]
    finally:
        await again.close()
    await store.rows.stars.told(mailing)
    assert await store.rows.stars.ended() == []
    await store.record(parcels, Unpaid())
    assert await store.rows.stars.ended() == []
    assert await fare(store, mailing) is Fare.TOLD


async def test_a_free_mailing_has_no_fare_to_end(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Unpaid())
    assert await fare(store, mailing) is Fare.FREE
    assert len(await store.claim()) == 1
