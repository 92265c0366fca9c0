"""Which group the tickets' numbers belong to: its id stands where every chat's stands, and nowhere else (R9, O9)."""

import json

from bot.core.tickets.places import Known
from bot.storage.tickets.places import PlacesRepository
from tests.storage.conftest import Store

GROUP, LATER, OTHER = -4_123_456_789, -1_004_123_456_788, -1_009_999_999_999
KEPT = "SELECT value FROM meta WHERE name = 'lawyers'"
PEOPLE = "SELECT chat FROM person WHERE chat IS NOT NULL"


async def test_the_group_is_kept_by_its_number(store: Store) -> None:
    places = PlacesRepository(store.database)
    assert await places.known() is None
    known = Known(GROUP, LATER, ("admin",))
    await places.keep(known)
    assert await places.known() == known
    ((kept,),) = await store.database.rows(KEPT)
    assert str(GROUP) not in kept and str(LATER) not in kept


async def test_no_round_forgets_it_and_a_group_of_before_is_forgotten(store: Store) -> None:
    places = PlacesRepository(store.database)
    await places.keep(Known(GROUP, LATER))
    await store.rows.retention.forget(store.now)
    assert await places.known() == Known(GROUP, LATER)
    await places.keep(Known(OTHER, OTHER))
    await store.rows.retention.forget(store.now)
    assert await places.known() == Known(OTHER, OTHER)
    assert await store.database.rows(PEOPLE) == [(OTHER,)]


async def test_an_id_that_an_older_version_has_written_becomes_a_number(store: Store) -> None:
    places = PlacesRepository(store.database)
    async with store.database.writing() as tx:
        old = json.dumps({"set_to": GROUP, "chat": GROUP, "told": ["admin"]})
        await tx.execute("INSERT INTO meta VALUES ('lawyers', ?)", (old,))
    assert await places.known() == Known(GROUP, GROUP, ("admin",))
    ((kept,),) = await store.database.rows(KEPT)
    assert str(GROUP) not in kept
    assert await places.known() == Known(GROUP, GROUP, ("admin",))


async def test_a_group_that_was_erased_is_looked_for_anew(store: Store) -> None:
    places = PlacesRepository(store.database)
    await places.keep(Known(GROUP, GROUP))
    await store.rows.subscribers.erase(GROUP)
    assert await places.known() is None
