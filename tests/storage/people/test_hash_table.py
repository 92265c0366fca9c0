"""The way from a chat to its number finds exactly what was written, while it grows, and forgets without a trace."""

import random

import pytest

from bot.storage.people import hash_table
from bot.storage.people.hash_table import ENTRIES_PER_BUCKET, HashTable, built
from tests.storage.conftest import Store

CHATS = {
    "one after another": list(range(7_000_000_000, 7_000_003_000)),
    "hundreds apart": list(range(5, 5 + 3_000 * 4_096, 4_096)),
    "groups": list(range(-1_001_234_567_890, -1_001_234_567_890 - 3_000, -1)),
    "any": random.Random(1).sample(range(1, 2**40), 3_000),  # noqa: S311 -- a test fails the same way twice
}


@pytest.mark.parametrize("kind", CHATS)
async def test_what_was_added_is_found_and_what_was_removed_is_not(store: Store, kind: str) -> None:
    chats = CHATS[kind]
    async with store.database.writing() as tx:
        for number, chat in enumerate(chats, 1):
            await HashTable().add(tx, chat, number)
        for chat in chats[::3]:
            await HashTable().remove(tx, chat)
        await HashTable().remove(tx, 3)
    found = [await HashTable().find(store.database, chat) for chat in chats]
    assert found == [None if place % 3 == 0 else place + 1 for place in range(len(chats))]
    assert await HashTable().find(store.database, 3) is None
    assert await HashTable().find(store.database, hash_table.NOBODY) is None


@pytest.mark.parametrize("kind", CHATS)
async def test_one_that_was_built_is_as_one_that_has_grown(store: Store, kind: str) -> None:
    people = [(chat, number) for number, chat in enumerate(CHATS[kind], 1)]
    async with store.database.writing() as tx:
        await tx.many(hash_table.APPEND, list(enumerate(built(people))))
        await HashTable().add(tx, 77, 5_000)
    assert [await HashTable().find(store.database, chat) for chat, _ in people] == [number for _, number in people]
    assert await HashTable().find(store.database, 77) == 5_000


async def test_a_full_bucket_makes_room(store: Store) -> None:
    """Chats that stand in the same bucket for long."""
    chats = [chat for chat in range(1, 400_000) if hash_table.hash_of(chat) & 7 == 0][: 2 * ENTRIES_PER_BUCKET]
    async with store.database.writing() as tx:
        for number, chat in enumerate(chats, 1):
            await HashTable().add(tx, chat, number)
    assert [await HashTable().find(store.database, chat) for chat in chats] == list(range(1, len(chats) + 1))


async def test_every_row_has_one_size_and_stays_where_it_is(store: Store) -> None:
    async with store.database.writing() as tx:
        for number, chat in enumerate(CHATS["any"], 1):
            await HashTable().add(tx, chat, number)
    sizes = await store.database.rows("SELECT DISTINCT length(entries) FROM person_bucket")
    assert sizes == [(len(hash_table.EMPTY),)]
    assert await store.count("person_bucket") <= 2 * len(CHATS["any"]) / 100


def test_people_who_all_fall_into_one_place_are_built_all_the_same() -> None:
    chats = [chat for chat in range(1, 400_000) if hash_table.hash_of(chat) & 3 == 0][: 2 * ENTRIES_PER_BUCKET]
    buckets = built([(chat, number) for number, chat in enumerate(chats, 1)])
    assert sum(len(hash_table.unpacked(bucket)) for bucket in buckets) == len(chats)
