"""People written straight into the tables, as many as a test likes."""

from collections.abc import Iterable, Sequence

from bot.storage.db.database import Tx
from bot.storage.people import hash_table
from bot.storage.people.chat_index import Chat, Reads
from bot.storage.people.hash_table import HashTable
from bot.storage.people.people import number_of

DAY = "2026-11-24"
PERSON = "INSERT INTO person (chat) VALUES (?)"
SUBSCRIBE = f"""
INSERT INTO subscriber (person, language, joined, active, reminders, recordings, news, silent, discreet)
SELECT number, 'ru', '{DAY}', '{DAY}', 1, 1, 1, 0, 0 FROM person WHERE number > ?
"""  # noqa: S608 -- a constant

CHATS = "SELECT chat FROM subscriber JOIN person ON number = person"
"""Who is subscribed."""


async def is_of(reads: Reads, chat: int) -> str:
    """Return the condition that a row is a chat's."""
    return f"person = {await number_of(reads, chat) or 0}"


async def enter(tx: Tx, chats: Iterable[int]) -> int:
    """Give chats without a number one each, in this order; return the number before the first."""
    last = (await tx.rows("SELECT coalesce(max(number), 0) FROM person"))[0][0]
    await tx.many(PERSON, [(Chat(chat),) for chat in chats])
    people = await tx.rows("SELECT chat, number FROM person WHERE number > ?", (last,))
    await _index(tx, [(chat, number) for chat, number in people])
    return int(last)


async def subscribe(tx: Tx, chats: Iterable[int]) -> None:
    """Let them subscribe."""
    await tx.execute(SUBSCRIBE, (await enter(tx, chats),))


async def _index(tx: Tx, people: Sequence[tuple[int, int]]) -> None:
    if not isinstance(tx.chat_index, HashTable) or await tx.rows("SELECT 1 FROM person_bucket LIMIT 1"):
        for chat, number in people:
            await tx.chat_index.add(tx, chat, number)
    else:
        await tx.many(hash_table.APPEND, list(enumerate(hash_table.built(people))))
