"""What belongs to a chat, found by the schema itself, so that a new table cannot be forgotten."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.subscribers.personal_data import Row
from bot.storage.db.database import Database
from bot.storage.people.chat_index import Reads
from bot.storage.people.people import number_of

OWNERS = ("person", "author", "approver")
"""Columns that say whose a row is; in ``person`` itself it is the number."""

COMPOSED = "SELECT * FROM mailing_text WHERE mailing IN (SELECT id FROM mailing WHERE author = ?)"
ASKED = "SELECT * FROM ticket_message WHERE ticket IN (SELECT id FROM ticket WHERE person = ?)"
SENT = "SELECT messages FROM delivery WHERE mailing IN (SELECT id FROM mailing) AND person = ? AND messages IS NOT NULL"


def owned(tables: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return every column that says whose a row is, with its table."""
    return [
        (table, column)
        for table, columns in tables.items()
        for column in columns
        if column in OWNERS or (table, column) == ("person", "number")
    ]


async def messages_of(reads: Reads, person: int | None) -> list[int]:
    """Return the numbers of the messages that mailings have sent to a person."""
    return [message for row in await reads.rows(SENT, (person,)) for message in json.loads(row[0])]


class PersonalDataRepository:
    """core.personal_data.PersonalData over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def of(self, chat: int) -> Mapping[str, Sequence[Row]]:
        """Return every row of the chat."""
        found: dict[str, list[Row]] = {}
        person = await number_of(self._database, chat)
        tables = await self._database.tables()
        for table, column in owned(tables):
            sql = f'SELECT * FROM "{table}" WHERE "{column}" = ?'  # noqa: S608 -- names of the schema
            found[table] = found.get(table, []) + await self._named(tables[table], sql, person)
        found["mailing_text"] = await self._named(tables["mailing_text"], COMPOSED, person)
        found["ticket_message"] = await self._named(tables["ticket_message"], ASKED, person)
        return {table: rows for table, rows in sorted(found.items()) if rows}

    async def messages(self, chat: int) -> Sequence[int]:
        """Return the numbers of the messages that mailings have sent to the chat."""
        return await messages_of(self._database, await number_of(self._database, chat))

    async def _named(self, columns: Sequence[str], sql: str, person: int | None) -> list[Row]:
        rows: list[tuple[Any, ...]] = await self._database.rows(sql, (person,))
        return [dict(zip(columns, row, strict=True)) for row in rows]
