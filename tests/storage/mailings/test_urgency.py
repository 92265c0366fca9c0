"""T101: what due reminders need of the rate is known from their counters."""

from datetime import timedelta

from bot.core.mailings.outbox import Sent
from bot.storage.mailings.urgency import Urgency
from tests.storage.conftest import Store


async def test_h02_a_reminder_needs_its_people_in_the_time_it_is_useful(store: Store) -> None:
    await store.people(*range(1, 61))
    urgency = Urgency(store.database)
    assert await urgency.needed(store.now) == 0
    seminar = await store.seminar()
    await store.step(seminar, not_after=store.now + timedelta(seconds=120))
    assert await urgency.needed(store.now) == 0.5
    await store.record(await store.claim(30), Sent((1,)))
    assert await urgency.needed(store.now) == 0.25
    store.clock.forward(seconds=90)
    assert await urgency.needed(store.now) == 1.0
    store.clock.forward(seconds=31)
    assert await urgency.needed(store.now) == 0


async def test_a_broadcast_is_never_urgent(store: Store) -> None:
    await store.people(*range(1, 61))
    await store.broadcast()
    assert await Urgency(store.database).needed(store.now) == 0


async def test_h02_not_to_be_late_it_needs_more_and_nothing_once_all_are_told(store: Store) -> None:
    await store.people(*range(1, 61))
    urgency = Urgency(store.database)
    assert await urgency.needed_on_time(store.now, 30.0) == 0
    await store.step(await store.seminar())
    assert await urgency.needed_on_time(store.now, 30.0) == 60 / (55 + 60 / 30)
    store.clock.forward(seconds=61)
    assert await urgency.needed_on_time(store.now, 30.0) == 60
    store.clock.forward(seconds=600)
    assert await urgency.needed_on_time(store.now, 30.0) == 60
    await store.record(await store.claim(60), Sent((1,)))
    assert await urgency.needed_on_time(store.now, 30.0) == 0


async def test_h02_a_broadcast_has_the_places_kept_for_it_and_what_a_reminder_leaves(store: Store) -> None:
    await store.people(*range(1, 61))
    broadcast = await store.broadcast()
    reminder = await store.step(await store.seminar())
    outbox = store.rows.outbox
    first = await outbox.claim(store.now, 10, 2)
    assert [parcel.mailing for parcel in first] == [broadcast] * 2 + [reminder] * 8
    second = await outbox.claim(store.now, 10)
    assert [parcel.mailing for parcel in second] == [reminder] * 10
    rest = await outbox.claim(store.now, 100, 0)
    assert [parcel.mailing for parcel in rest] == [reminder] * 42 + [broadcast] * 58
    assert not await outbox.claim(store.now, 10, 10)
