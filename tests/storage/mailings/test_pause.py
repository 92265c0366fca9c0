"""A13: while mailings stand still nothing is claimed, and what is useless meanwhile expires."""

from datetime import timedelta

from bot.core.clock import SystemClock
from bot.core.mailings.mailings import Lane
from bot.storage.mailings.pause import PauseRepository
from tests.engine import opened_again
from tests.storage.conftest import Store


async def test_nothing_is_claimed_until_it_goes_on(store: Store) -> None:
    await store.people(1, 2, 3)
    mailing = await store.broadcast()
    assert len(await store.claim(1)) == 1
    hold = store.rows.pause
    assert await hold.switch(on=True)
    assert not await hold.switch(on=True)
    assert await store.claim() == []
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert stored.held
    assert await hold.switch(on=False)
    assert not await hold.switch(on=False)
    assert len(await store.claim()) == 2


async def test_answers_to_people_are_not_held(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    async with store.database.writing() as tx:
        await tx.execute("UPDATE mailing SET lane = ? WHERE id = ?", (Lane.LAWYER.value, mailing))
    await store.rows.pause.switch(on=True)
    assert len(await store.claim()) == 1


async def test_it_lasts_beyond_the_process(store: Store) -> None:
    await store.rows.pause.switch(on=True)
    again = await opened_again(store.path, SystemClock())
    try:
        assert await PauseRepository(again).on()
    finally:
        await again.close()


async def test_what_is_useless_meanwhile_expires(store: Store) -> None:
    await store.people(1)
    mailing = await store.step(await store.seminar(), not_after=store.now + timedelta(minutes=10))
    await store.rows.pause.switch(on=True)
    store.clock.forward(minutes=11)
    assert await store.rows.outbox.expire(store.now) == 1
    await store.rows.pause.switch(on=False)
    assert await store.claim() == []
    assert (await store.counters(mailing)).expired == 1
