"""Unfinished conversations with admins."""

from datetime import datetime

from bot.core.clock import epoch
from bot.core.mailings.conversations import Conversation, Flow
from bot.storage.db.database import Database, Tx
from bot.storage.people.people import number_for, number_of

PUT = (
    "INSERT INTO draft (person, flow, step, object, expires) VALUES (?, ?, ?, ?, ?) ON CONFLICT (person) DO UPDATE"
    " SET flow = excluded.flow, step = excluded.step, object = excluded.object, expires = excluded.expires"
)


class ConversationRepository:
    """core.mailings.conversations.Conversations over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def get(self, chat: int, now: datetime) -> Conversation | None:
        """Return the chat's conversation unless it has expired."""
        return await self._found(chat, "expires > ?", now)

    async def expired(self, chat: int, now: datetime) -> Conversation | None:
        """Return the chat's conversation whose hour is over, as long as its row has not been swept away."""
        return await self._found(chat, "expires <= ?", now)

    async def _found(self, chat: int, when: str, now: datetime) -> Conversation | None:
        sql = f"SELECT flow, step, object FROM draft WHERE person = ? AND {when}"  # noqa: S608 -- a constant
        row = await self._database.row(sql, (await number_of(self._database, chat), epoch(now)))
        return Conversation(chat, Flow(row[0]), row[1], row[2]) if row else None

    async def put(self, draft: Conversation, expires: datetime) -> None:
        """Start or continue a conversation, in place of any other."""
        async with self._database.writing() as tx:
            await drop_draft(tx, draft.chat)
            await put_draft(tx, draft, expires)

    async def drop(self, chat: int) -> bool:
        """End it, with the draft mailing it composed."""
        async with self._database.writing() as tx:
            return await drop_draft(tx, chat)


async def put_draft(tx: Tx, draft: Conversation, expires: datetime) -> None:
    """Write where a conversation stands."""
    await tx.execute(
        PUT, (await number_for(tx, draft.chat), draft.flow.value, draft.step, draft.object, epoch(expires))
    )


async def end_conversation(tx: Tx, draft: Conversation) -> bool:
    """Delete the conversation if it still stands exactly so; return whether it did."""
    sql = "DELETE FROM draft WHERE person = ? AND flow = ? AND step = ? AND object = ?"
    values = (await number_of(tx, draft.chat), draft.flow.value, draft.step, draft.object)
    return bool(await tx.execute(sql, values))


async def drop_draft(tx: Tx, chat: int) -> bool:
    """Delete the chat's conversation and every mailing it had not confirmed."""
    number = await number_of(tx, chat)
    dropped = await tx.execute("DELETE FROM draft WHERE person = ?", (number,))
    await tx.execute("DELETE FROM mailing WHERE state = 'draft' AND author = ?", (number,))
    return bool(dropped)
