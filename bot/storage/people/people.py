"""Who a number is: the only rows with a chat's id. Found, added, erased; nothing else changes them.

An erase overwrites the id in its place, in both tables; the rows stay, empty, for good. What is left then are older
pages in the log, which ``Database.wipe_round`` empties. PostgreSQL moves rows whatever one does: there the row goes,
and what the disk still holds of it only the key opens (docs/deploy-postgres.md).
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from bot.storage.people import hash_table
from bot.storage.people.chat_index import Chat, Reads, Writes

ADD = "INSERT INTO person (chat) VALUES (?) RETURNING number"
WIPE = "UPDATE person SET chat = NULL WHERE number = ?"
PEOPLE_PER_LOOK = 10_000

HAS_ROWS = """(
    EXISTS (SELECT 1 FROM subscriber WHERE person = p.number)
    OR EXISTS (SELECT 1 FROM seminar_choice WHERE person = p.number)
    OR EXISTS (SELECT 1 FROM watch WHERE person = p.number)
    OR EXISTS (SELECT 1 FROM draft WHERE person = p.number)
    OR EXISTS (SELECT 1 FROM ticket WHERE person = p.number)
    OR EXISTS (SELECT 1 FROM ticket_mute WHERE person = p.number)
    OR EXISTS (SELECT 1 FROM amendment WHERE author = p.number)
    OR EXISTS (SELECT 1 FROM mailing WHERE p.number IN (author, approver))
    OR EXISTS (SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = p.number)
)"""
NEEDLESS = f"""
SELECT p.number FROM person p
WHERE p.number > ?1 AND p.number <= ?1 + {PEOPLE_PER_LOOK} AND p.chat IS NOT NULL AND NOT {HAS_ROWS}
"""  # noqa: S608 -- constants
LAWYERS = "SELECT value FROM meta WHERE name = 'lawyers'"
STILL_NEEDLESS = f"SELECT 1 FROM person p WHERE p.number = ? AND NOT {HAS_ROWS}"  # noqa: S608 -- a constant


async def number_of(reads: Reads, chat: int) -> int | None:
    """Return the number of a chat, or None when nothing is stored of it."""
    return await reads.chat_index.find(reads, chat)


async def chat_of(reads: Reads, number: int) -> int | None:
    """Return the chat of a number; None once it is erased."""
    rows = await reads.rows("SELECT chat FROM person WHERE number = ?", (number,))
    return rows[0][0] if rows else None


async def number_for(tx: Writes, chat: int) -> int:
    """Return the number of a chat, a new one if it has none."""
    found = await tx.chat_index.find(tx, chat)
    if found is not None:
        return found
    number = await tx.insert(ADD, (Chat(chat),))
    await tx.chat_index.add(tx, chat, number)
    return number


async def wipe(tx: Writes, number: int) -> None:
    """Overwrite the id of a person whose rows are gone."""
    for (chat,) in await tx.rows("SELECT chat FROM person WHERE number = ? AND chat IS NOT NULL", (number,)):
        await tx.chat_index.remove(tx, chat)
        await tx.execute(WIPE, (number,))


async def wipe_needless(tx: Writes, numbers: Iterable[int]) -> int:
    """Overwrite the ids of those of whom nothing else is stored; return how many."""
    lawyers = await _of_lawyers(tx)
    needless = [n for n in numbers if n not in lawyers and await tx.rows(STILL_NEEDLESS, (n,))]
    for number in needless:
        await wipe(tx, number)
    return len(needless)


async def _of_lawyers(reads: Reads) -> set[int]:
    """Return the numbers of the lawyers' group, whose only mention is no row of its own (storage/tickets/places.py)."""
    kept = [json.loads(value) for (value,) in await reads.rows(LAWYERS)]
    return {each[name] for each in kept for name in ("set_to", "chat")}


async def needless(reads: Reads, after: int) -> list[int] | None:
    """Return those of the next PEOPLE_PER_LOOK people of whom nothing else is stored; None behind the last."""
    if not await reads.rows("SELECT 1 FROM person WHERE number > ? LIMIT 1", (after,)):
        return None
    return [row[0] for row in await reads.rows(NEEDLESS, (after,))]


async def index_people(connection: Any) -> None:
    """Build the way from chats to numbers where there is none yet: after a migration."""
    rows: Sequence[Any] = await connection.execute_fetchall("SELECT 1 FROM person_bucket LIMIT 1")
    people = [] if rows else await connection.execute_fetchall("SELECT chat, number FROM person WHERE chat IS NOT NULL")
    if not people:
        return
    await connection.execute("BEGIN IMMEDIATE")
    try:
        for bucket, entries in enumerate(hash_table.built([tuple(row) for row in people])):
            await connection.execute(hash_table.APPEND, (bucket, entries))
    except BaseException:
        await connection.execute("ROLLBACK")
        raise
    await connection.execute("COMMIT")
