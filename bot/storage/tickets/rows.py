"""What every order about a ticket has in common: reading it, a sentence of ours, closing, letting its person go."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.clock import epoch, from_epoch
from bot.core.locales import Locale
from bot.core.tickets.codes import Code, CodeWord
from bot.core.tickets.edits import COPIED_ANEW_AFTER
from bot.core.tickets.tickets import Ending, MessageKind, Sentence, Ticket, TicketState
from bot.storage.db.database import Tx

SELECT = """
SELECT t.id, t.word, t.number, t.person, t.language, t.state, t.expires, t.asked, t.answered, t.topic, t.header,
       t.ending
FROM ticket t
"""
QUEUE = "INSERT INTO ticket_message (ticket, kind, word, state) VALUES (?, ?, ?, 'due')"
CLOSE = "UPDATE ticket SET state = 'closed', ending = ?, asked = NULL, expires = ? WHERE id = ? AND state <> 'closed'"
COUNT_END = """
INSERT INTO ticket_sum (day, what, count)
SELECT ?1, CASE WHEN ?2 = 'expired' AND state = 'waiting' THEN 'expired' ELSE 'closed' END, 1
FROM ticket WHERE id = ?3 AND state <> 'closed'
ON CONFLICT (day, what) DO UPDATE SET count = ticket_sum.count + 1
"""
"""What ran out behind an answer was closed; only what nobody answered has expired."""

ON_ITS_WAY = """(
    m.kind IN ('answer', 'canned') AND (m.state IN ('due', 'sending') OR m.state = 'edited' AND m.copy IS NULL)
    AND m.ticket IN (SELECT id FROM ticket WHERE ending = 'lawyer')
)"""
"""An answer of a lawyer who has closed the question since: it arrives before the asker is told of the end."""

DROP_UNSENT = f"""
DELETE FROM ticket_message AS m
WHERE m.ticket = ? AND m.kind IN ('question', 'answer', 'canned') AND m.state IN ('held', 'due') AND NOT {ON_ITS_WAY}
"""  # noqa: S608 -- constants
MARK_EDITED = """
UPDATE ticket_message SET state = 'edited', attempts = 0, until = ?
WHERE id = ? AND state IN ('sending', 'sent', 'edited')
  AND ticket IN (SELECT id FROM ticket WHERE state <> 'closed')
"""
LEFT_OVER = f"""
UPDATE ticket_message AS m SET state = CASE WHEN state = 'edited' THEN 'sent' ELSE 'failed' END
WHERE m.state IN ('held', 'due', 'edited') AND m.kind IN ('question', 'answer', 'canned') AND NOT {ON_ITS_WAY}
  AND m.ticket IN (SELECT id FROM ticket WHERE state = 'closed' AND person IS NOT NULL)
"""  # noqa: S608 -- constants
"""What was under way when its ticket was closed, and did not arrive."""

RETIRE = """
UPDATE ticket SET person = NULL WHERE state = 'closed' AND person IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ticket_message m WHERE m.ticket = ticket.id AND m.state IN ('held', 'due', 'sending', 'edited')
)
"""
FORGET_SOURCES = """
UPDATE ticket_message SET source = NULL WHERE kind = 'question' AND source IS NOT NULL
  AND ticket IN (SELECT id FROM ticket WHERE person IS NULL)
"""
FORGET_COPIES = """
UPDATE ticket_message SET copy = NULL, bundle = CASE WHEN kind = 'to-asker' THEN NULL ELSE bundle END
WHERE kind <> 'question' AND kind <> 'to-group' AND (copy IS NOT NULL OR kind = 'to-asker' AND bundle IS NOT NULL)
  AND ticket IN (SELECT id FROM ticket WHERE person IS NULL)
"""


def ticket_of(row: Sequence[Any]) -> Ticket:
    """Return the ticket of a row of SELECT."""
    return Ticket(
        id=row[0],
        code=Code(CodeWord(row[1]), row[2]),
        person=row[3],
        locale=Locale(row[4]),
        state=TicketState(row[5]),
        expires=from_epoch(row[6]),
        asked=from_epoch(row[7]) if row[7] is not None else None,
        answered=from_epoch(row[8]) if row[8] is not None else None,
        topic=row[9],
        header=row[10],
        ending=Ending(row[11]) if row[11] else None,
    )


async def say(tx: Tx, ticket: int, kind: MessageKind, sentence: Sentence) -> None:
    """Queue a sentence of ours to the asker or to the group."""
    await tx.execute(QUEUE, (ticket, kind.value, sentence.value))


async def close_ticket(tx: Tx, ticket: int, ending: Ending, now: datetime) -> bool:
    """Close it, with what was not sent yet; False when it was closed. Sentences about it are queued by the caller."""
    await tx.execute(COUNT_END, (now.date().isoformat(), ending.value, ticket))
    if not await tx.execute(CLOSE, (ending.value, epoch(now), ticket)):
        return False
    await tx.execute(DROP_UNSENT, (ticket,))
    return True


async def mark_edited(tx: Tx, message: int, now: datetime, *, in_place: bool = True) -> bool:
    """Note that a copied message says something else now; False when it was not copied yet, or its ticket is closed.

    ``EditsCopies.follow`` is to be called behind the transaction, unless it is to be copied anew at once.
    """
    return bool(await tx.execute(MARK_EDITED, (epoch(now + COPIED_ANEW_AFTER if in_place else now), message)))


async def retire(tx: Tx) -> None:
    """Take the person from closed tickets of which everything is told, and the numbers of messages in their chats."""
    await tx.execute(LEFT_OVER)
    if await tx.execute(RETIRE):
        await tx.execute(FORGET_SOURCES)
        await tx.execute(FORGET_COPIES)
