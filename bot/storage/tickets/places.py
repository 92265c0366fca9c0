"""Where tickets stand in the lawyers' group, and which group their numbers belong to (A10).

A new place empties a ticket's topic and header and makes its questions due again, so that each is copied once there.
"""

import json
from datetime import datetime

from bot.core.clock import epoch
from bot.core.tickets.places import Known
from bot.core.tickets.tickets import Ending, MessageKind, Sentence
from bot.storage.db.database import Database, Tx
from bot.storage.people.people import chat_of, number_for
from bot.storage.tickets.rows import close_ticket, retire, say

KNOWN = "SELECT value FROM meta WHERE name = 'lawyers'"
KEEP = "INSERT INTO meta VALUES ('lawyers', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
PLACED = "UPDATE ticket SET topic = ?, header = ? WHERE id = ?"
TAKE_BACK = "INSERT INTO ticket_removal (message, topic) VALUES (?, ?) ON CONFLICT DO NOTHING"
CLEAR_OLD_PLACE = (
    """
    INSERT INTO ticket_removal (message)
    SELECT header FROM ticket WHERE id = ?1 AND header IS NOT NULL
    UNION SELECT copy FROM ticket_message WHERE ticket = ?1 AND kind IN ('question', 'to-group') AND copy IS NOT NULL
    ON CONFLICT DO NOTHING
    """,
)
ANEW = (
    "UPDATE ticket SET topic = NULL, header = NULL WHERE id = ?",
    """
    UPDATE ticket_message SET state = 'due', copy = NULL, attempts = 0, maybe = 0, until = 0
    WHERE ticket = ? AND kind = 'question' AND state IN ('due', 'sending', 'sent', 'edited')
    """,
    "UPDATE ticket_message SET copy = NULL WHERE ticket = ? AND kind = 'to-group'",
)
OF_ANOTHER_GROUP = (
    """
    INSERT INTO ticket_message (ticket, kind, word, state)
    SELECT DISTINCT ticket, 'to-group', 'undelivered', 'due' FROM ticket_message
    WHERE kind = 'answer' AND state IN ('held', 'due', 'sending')
    """,
    "UPDATE ticket_message SET state = 'failed' WHERE kind = 'answer' AND state IN ('held', 'due', 'sending')",
    "UPDATE ticket_message SET state = 'sent' WHERE kind = 'answer' AND state = 'edited'",
    "UPDATE ticket_message SET source = NULL, bundle = NULL WHERE kind IN ('answer', 'canned')",
    "UPDATE ticket_message SET copy = NULL WHERE kind IN ('question', 'to-group')",
    "UPDATE ticket SET topic = NULL, header = NULL",
    "DELETE FROM ticket_removal",
)
"""Numbers of the old group mean other messages in the new one."""

OPEN = "SELECT id FROM ticket WHERE state <> 'closed'"
PAST = "SELECT id, header FROM ticket WHERE state <> 'closed' AND expires <= ?"


async def new_place(tx: Tx, ticket: int) -> None:
    """Let a ticket begin anew elsewhere in the same group; what still stands of it is deleted."""
    for sql in (*CLEAR_OLD_PLACE, *ANEW):
        await tx.execute(sql, (ticket,))


async def new_group(tx: Tx) -> None:
    """Let every open ticket begin anew in another group."""
    for sql in OF_ANOTHER_GROUP:
        await tx.execute(sql)
    for row in await tx.rows(OPEN):
        for sql in ANEW:
            await tx.execute(sql, row)


async def keep_known(tx: Tx, known: Known) -> None:
    """Keep which group the numbers belong to: an id stands in ``person`` alone, here the number of it."""
    groups = {"set_to": await number_for(tx, known.set_to), "chat": await number_for(tx, known.chat)}
    await tx.execute(KEEP, (json.dumps({**groups, "told": known.told}),))


async def read_known(tx: Tx | Database) -> Known | None:
    """Return which group the numbers belong to."""
    return (await _read(tx))[0]


async def number_groups(tx: Tx) -> None:
    """Put a number in the place of an id that an older version has written down."""
    known, raw = await _read(tx)
    if known is not None and raw:
        await keep_known(tx, known)


async def _read(reads: Tx | Database) -> tuple[Known | None, bool]:
    """Return it, and whether ids stand in the place of numbers: groups' ids are below zero, numbers are not."""
    rows = await reads.rows(KNOWN)
    if not rows:
        return None, False
    kept = json.loads(rows[0][0])
    groups = [kept["set_to"], kept["chat"]]
    set_to, chat = [each if each < 0 else await chat_of(reads, each) for each in groups]
    known = None if set_to is None or chat is None else Known(set_to, chat, tuple(kept["told"]))
    return known, min(groups) < 0


async def keep_place(tx: Tx, ticket: int, topic: int | None, header: int | None) -> bool:
    """Keep where a ticket stands; when it was erased meanwhile, what was made goes."""
    if await tx.execute(PLACED, (topic, header, ticket)):
        return True
    await tx.execute(TAKE_BACK, (topic, 1) if topic is not None else (header, 0))
    return False


class PlacesRepository:
    """core.tickets.places.Places over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def known(self) -> Known | None:
        """Return which group the numbers belong to, and what was told of it."""
        known, raw = await _read(self._database)
        if raw:
            async with self._database.writing() as tx:
                await number_groups(tx)
        return known

    async def keep(self, known: Known, *, other_group: bool = False) -> None:
        """Keep it; in another group every open ticket gets a new place."""
        async with self._database.writing() as tx:
            if other_group:
                await new_group(tx)
            await keep_known(tx, known)

    async def expire(self, past: datetime) -> int:
        """Close the tickets whose life was over at ``past``; both sides are told. Return how many."""
        found = await self._database.rows(PAST, (epoch(past),))
        if not found:
            return 0
        async with self._database.writing() as tx:
            for ticket, header in await tx.rows(PAST, (epoch(past),)):
                await close_ticket(tx, ticket, Ending.EXPIRED, past)
                await say(tx, ticket, MessageKind.TO_ASKER, Sentence.EXPIRED)
                if header is not None:
                    await say(tx, ticket, MessageKind.TO_GROUP, Sentence.ASKER_EXPIRED)
            await retire(tx)
        return len(found)
