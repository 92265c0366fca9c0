"""Taking a person out of every table, with the counters moved in the same transaction."""

from collections.abc import Iterable

from bot.storage.db.database import Tx
from bot.storage.mailings.expiry import close_finished
from bot.storage.people.people import number_of, wipe, wipe_needless

COUNT_LEFT = """
UPDATE mailing SET "left" = "left" + 1
WHERE EXISTS (
    SELECT 1 FROM delivery WHERE delivery.mailing = mailing.id AND delivery.person = ? AND delivery.state IN (0, 1)
)
"""
PEOPLE_PER_TRANSACTION = 20
"""People erased in one transaction, so that nobody else's write waits: some milliseconds."""

KNOWN = """
SELECT 1 FROM subscriber WHERE person = ?1 UNION ALL SELECT 1 FROM seminar_choice WHERE person = ?1
UNION ALL SELECT 1 FROM watch WHERE person = ?1 UNION ALL SELECT 1 FROM ticket WHERE person = ?1
"""
OF_AN_ADMIN = """
SELECT 1 FROM draft WHERE person = ?1 UNION ALL SELECT 1 FROM mailing WHERE ?1 IN (author, approver)
UNION ALL SELECT 1 FROM amendment WHERE author = ?1
"""
DROP_DELIVERIES = "DELETE FROM delivery WHERE mailing IN (SELECT id FROM mailing) AND person = ?"
DELETE_FROM_GROUP = (
    """
    INSERT INTO ticket_removal (message, topic) SELECT topic, 1 FROM ticket WHERE person = ?1 AND topic > 0
    ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO ticket_removal (message)
    SELECT header FROM ticket WHERE person = ?1 AND header > 0
    UNION SELECT m.copy FROM ticket_message m JOIN ticket t ON t.id = m.ticket
    WHERE t.person = ?1 AND m.kind IN ('question', 'to-group') AND m.copy > 0
    ON CONFLICT DO NOTHING
    """,
)
"""The header, the copies and our sentences; then, where the bot may, the topic with what lawyers wrote (R9)."""

DROP_QUESTIONS = (
    *DELETE_FROM_GROUP,
    "DELETE FROM ticket WHERE person = ?",
    "DELETE FROM ticket_mute WHERE person = ?",
    "DELETE FROM draft WHERE person = ? AND flow = 'ask'",
)
"""What a question to the lawyers is; who only unsubscribes keeps it (docs/decisions/tickets.md)."""

DROP_ROWS = (
    "DELETE FROM seminar_choice WHERE person = ?",
    "DELETE FROM watch WHERE person = ?",
    "DELETE FROM draft WHERE person = ? AND flow <> 'ask'",
    "DELETE FROM mailing WHERE state = 'draft' AND author = ?",
    "UPDATE mailing SET author = NULL, card = NULL WHERE author = ?",
    "UPDATE amendment SET author = NULL, card = NULL WHERE author = ?",
    "UPDATE mailing SET approver = NULL WHERE approver = ?",
    "DELETE FROM subscriber WHERE person = ?",
)


async def erase_chats(tx: Tx, chats: Iterable[int], now: int, *, keep_questions: bool = False) -> int:
    """Delete every row of the chats; what was still to be sent to them counts as left. Return how many rows went.

    The ids are overwritten in their place; ``Database.wipe_soon`` is to be called behind the transaction. With
    ``keep_questions`` questions to the lawyers stay, and with them the id.
    """
    erased = 0
    chats = list(chats)
    for chat in chats:
        number = await number_of(tx, chat)
        if number is not None:
            erased += await _erase_deliveries(tx, number)
            for sql in DROP_ROWS if keep_questions else (*DROP_QUESTIONS, *DROP_ROWS):
                erased += await tx.execute(sql, (number,))
            await (wipe_needless(tx, [number]) if keep_questions else wipe(tx, number))
    if erased:
        await tx.note_erased(chats)
    await close_finished(tx, now)
    return erased


async def forget_stranger(tx: Tx, chat: int, now: int) -> None:
    """Delete what was sent to a chat that is neither subscribed nor has chosen a seminar: it leaves nothing."""
    number = await number_of(tx, chat)
    if number is not None and not await tx.rows(KNOWN, (number,)):
        await _erase_deliveries(tx, number)
        if not await tx.rows(OF_AN_ADMIN, (number,)):
            await wipe(tx, number)
        await tx.note_erased([chat])
        await close_finished(tx, now)


async def _erase_deliveries(tx: Tx, number: int) -> int:
    await tx.execute(COUNT_LEFT, (number,))
    return await tx.execute(DROP_DELIVERIES, (number,))
