"""The way from a chat to its person's number: a hash table in rows of one size, each overwritten in its place.

An index of SQLite would leave copies of ids in the unused parts of pages it has split. Here a row never changes its
size and never moves, so that an id that is overwritten stands nowhere else. The table grows by one bucket at a time
(linear hashing): with n buckets a chat stands in the highest bucket that exists among the last k bits of its hash.
"""

import struct
from collections.abc import Iterable, Sequence

from bot.storage.people.chat_index import Reads, Writes

ENTRIES_PER_BUCKET = 320
"""As many as fit a page of 4,096 bytes: eight bytes of a chat each, then four of a number each. Zeros: nobody."""

SPLIT_ABOVE = 240
"""Entries; a fuller bucket makes the table grow by one."""

BUILT_WITH = 160
"""Entries a bucket has at most, on average, when the table is built from the rows of ``person``."""

CHAT, NUMBER = struct.Struct("<q"), struct.Struct("<I")
CHATS_BYTES = ENTRIES_PER_BUCKET * CHAT.size
EMPTY = bytes(CHATS_BYTES + ENTRIES_PER_BUCKET * NUMBER.size)
NOBODY = 0
"""No chat has this id."""

MAX_BITS = 24
GOLDEN, HASH_BITS = 0x9E3779B97F4A7C15, 64

FIND = f"""
SELECT bucket, entries FROM person_bucket WHERE bucket IN ({", ".join("?" * (MAX_BITS + 1))})
ORDER BY bucket DESC LIMIT 1
"""  # noqa: S608 -- as many placeholders as there are bits, and one
WRITE = "UPDATE person_bucket SET entries = ? WHERE bucket = ?"
APPEND = "INSERT INTO person_bucket (bucket, entries) VALUES (?, ?)"


class HashTable:
    """people.chat_index.ChatIndex over rows of ``person_bucket``."""

    async def find(self, reads: Reads, chat: int) -> int | None:
        """Return the number of a chat, or None."""
        found = await _bucket_of(reads, chat)
        place = _place(found[1], chat) if found else None
        return None if found is None or place is None or chat == NOBODY else _number(found[1], place)

    async def add(self, tx: Writes, chat: int, number: int) -> None:
        """Write down the number of a chat that has none."""
        if await _bucket_of(tx, chat) is None:
            await tx.execute(APPEND, (0, EMPTY))
        while not await _put(tx, chat, number):
            await _grow(tx)

    async def remove(self, tx: Writes, chat: int) -> None:
        """Overwrite the entry of a chat with zeros."""
        found = await _bucket_of(tx, chat)
        place = _place(found[1], chat) if found else None
        if found and place is not None:
            await tx.execute(WRITE, (_with(found[1], place, NOBODY, 0), found[0]))


def built(people: Sequence[tuple[int, int]]) -> list[bytes]:
    """Return the buckets of a whole table for (chat, number) pairs."""
    count = 1
    while count * BUILT_WITH < len(people):
        count *= 2
    while True:
        lists: list[list[tuple[int, int]]] = [[] for _ in range(count)]
        for chat, number in people:
            lists[hash_of(chat) & (count - 1)].append((chat, number))
        if max(map(len, lists)) <= ENTRIES_PER_BUCKET:
            return [_packed(entries) for entries in lists]
        count *= 2


async def _put(tx: Writes, chat: int, number: int) -> bool:
    """Write an entry, and let the table grow if its bucket is rather full; False when there is no room."""
    found = await _bucket_of(tx, chat)
    place = _place(found[1], NOBODY) if found else None
    if found is None or place is None:
        return False
    await tx.execute(WRITE, (_with(found[1], place, chat, number), found[0]))
    if place >= SPLIT_ABOVE:
        await _grow(tx)
    return True


async def _grow(tx: Writes) -> None:
    """Append a bucket, and move there what belongs to it of the one whose turn it is."""
    count = (await tx.rows("SELECT max(bucket) + 1 FROM person_bucket"))[0][0]
    bits = count.bit_length()
    old = count - (1 << (bits - 1))
    entries = unpacked((await tx.rows("SELECT entries FROM person_bucket WHERE bucket = ?", (old,)))[0][0])
    moving = [entry for entry in entries if hash_of(entry[0]) & ((1 << bits) - 1) == count]
    staying = [entry for entry in entries if hash_of(entry[0]) & ((1 << bits) - 1) != count]
    await tx.execute(APPEND, (count, _packed(moving)))
    await tx.execute(WRITE, (_packed(staying), old))


async def _bucket_of(reads: Reads, chat: int) -> tuple[int, bytes] | None:
    hashed = hash_of(chat)
    found = await reads.rows(FIND, [hashed & ((1 << bits) - 1) for bits in range(MAX_BITS + 1)])
    return (found[0][0], found[0][1]) if found else None


def hash_of(chat: int) -> int:
    """Return bits that differ for neighbours (multiplicative hashing)."""
    return (chat * GOLDEN % (1 << HASH_BITS)) >> (HASH_BITS - MAX_BITS)


def _place(entries: bytes, chat: int) -> int | None:
    """Return which entry is the chat's."""
    wanted, at = CHAT.pack(chat), -1
    while (at := entries.find(wanted, at + 1, CHATS_BYTES)) >= 0:
        if at % CHAT.size == 0:
            return at // CHAT.size
    return None


def _number(entries: bytes, place: int) -> int:
    return int(NUMBER.unpack_from(entries, CHATS_BYTES + place * NUMBER.size)[0])


def _with(entries: bytes, place: int, chat: int, number: int) -> bytes:
    changed = bytearray(entries)
    CHAT.pack_into(changed, place * CHAT.size, chat)
    NUMBER.pack_into(changed, CHATS_BYTES + place * NUMBER.size, number)
    return bytes(changed)


def _packed(entries: Iterable[tuple[int, int]]) -> bytes:
    packed = bytearray(EMPTY)
    for place, (chat, number) in enumerate(entries):
        CHAT.pack_into(packed, place * CHAT.size, chat)
        NUMBER.pack_into(packed, CHATS_BYTES + place * NUMBER.size, number)
    return bytes(packed)


def unpacked(entries: bytes) -> list[tuple[int, int]]:
    """Return the (chat, number) pairs of a bucket."""
    chats = [chat for (chat,) in CHAT.iter_unpack(entries[:CHATS_BYTES])]
    numbers = [number for (number,) in NUMBER.iter_unpack(entries[CHATS_BYTES:])]
    return [entry for entry in zip(chats, numbers, strict=True) if entry[0] != NOBODY]
