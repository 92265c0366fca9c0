"""Taking a chat out of every table, with the counters moved in the same transaction."""

from collections.abc import Iterable

from bot.storage.db.database import Tx
from bot.storage.mailings.expiry import close_finished

COUNT_LEFT = """
UPDATE mailing SET "left" = "left" + 1
WHERE EXISTS (
    SELECT 1 FROM delivery WHERE delivery.mailing = mailing.id AND delivery.chat = ? AND delivery.state IN (0, 1)
)
"""
KNOWN = """
SELECT 1 FROM subscriber WHERE chat = ?1 UNION ALL SELECT 1 FROM seminar_choice WHERE chat = ?1
UNION ALL SELECT 1 FROM watch WHERE chat = ?1
"""
DROP_DELIVERIES = "DELETE FROM delivery WHERE mailing IN (SELECT id FROM mailing) AND chat = ?"


async def erase_chats(tx: Tx, chats: Iterable[int], now: int) -> int:
    """Delete every row of the chats; what was still to be sent to them counts as left. Return how many rows went."""
    erased = 0
    chats = list(chats)
    for chat in chats:
        erased += await _erase_deliveries(tx, chat)
        erased += await tx.execute("DELETE FROM seminar_choice WHERE chat = ?", (chat,))
        erased += await tx.execute("DELETE FROM watch WHERE chat = ?", (chat,))
        erased += await tx.execute("DELETE FROM draft WHERE chat = ?", (chat,))
        erased += await tx.execute("DELETE FROM mailing WHERE state = 'draft' AND author = ?", (chat,))
        erased += await tx.execute("UPDATE mailing SET author = NULL, card = NULL WHERE author = ?", (chat,))
        erased += await tx.execute("DELETE FROM subscriber WHERE chat = ?", (chat,))
    if erased:
        await tx.note_erased(chats)
    await close_finished(tx, now)
    return erased


async def forget_stranger(tx: Tx, chat: int, now: int) -> None:
    """Delete what was sent to a chat that is neither subscribed nor has chosen a seminar: it leaves nothing."""
    if not await tx.rows(KNOWN, (chat,)):
        await _erase_deliveries(tx, chat)
        await tx.note_erased([chat])
        await close_finished(tx, now)


async def _erase_deliveries(tx: Tx, chat: int) -> int:
    await tx.execute(COUNT_LEFT, (chat,))
    return await tx.execute(DROP_DELIVERIES, (chat,))
