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
