"""What became of a ticket's message, written down: it stands there, is tried again, or ends its ticket (A10)."""

import math
from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.mailings.outbox import Gone, Later, NotFound, Parcel, Refused, Sent, Slower, Unknown, Verdict
from bot.core.tickets.errands import Errand, GroupAway, PlaceGone, Removal, SourceGone
from bot.core.tickets.tickets import Ending, MessageKind, Sentence
from bot.storage.db.database import Tx
from bot.storage.mailings.outcomes import MAX_RETRY_PAUSE_SECONDS
from bot.storage.tickets.places import TAKE_BACK, new_place
from bot.storage.tickets.rows import close_ticket, say

FIRST_PAUSE_SECONDS, MAX_PAUSE_SECONDS, MAX_UNKNOWN_PAUSE_SECONDS = 2, 60, 600
"""Seconds between tries; longer where each try may have arrived."""

MAX_TRIES = 2
"""How often Telegram may refuse a question before its ticket ends (T35)."""

MAX_NOT_FOUND = 3
"""How often Telegram may not know an asker's chat before the asker is taken to be gone."""

ARRIVED = """
UPDATE ticket_message SET copy = ?1, state = CASE WHEN until = ?2 THEN 'sent' ELSE 'edited' END,
    until = CASE WHEN until = ?2 THEN 0 ELSE until END, maybe = 0
WHERE id = ?3 AND state IN ('sending', 'edited')
"""
"""Who edited it meanwhile has moved ``until``."""

AGAIN = """
UPDATE ticket_message
SET state = CASE WHEN state = 'sending' THEN 'due' ELSE state END, until = ?,
    maybe = CASE WHEN ? = 1 THEN 1 ELSE maybe END, attempts = attempts - ?
WHERE id = ? AND until = ?
"""
FAILED = (
    "UPDATE ticket_message SET state = CASE WHEN copy IS NULL THEN 'failed' ELSE 'sent' END, until = 0 WHERE id = ?"
)
DROP_SENTENCES = "DELETE FROM ticket_message WHERE ticket = ? AND kind = 'to-asker' AND state IN ('due', 'sending')"
REMOVED = "DELETE FROM ticket_removal WHERE message = ?"
REMOVE_LATER = "UPDATE ticket_removal SET until = ? WHERE message = ?"
HAS_HEADER = "SELECT 1 FROM ticket WHERE id = ? AND header IS NOT NULL"


async def settle(tx: Tx, errand: Errand, verdict: Verdict, now: datetime, *, here: bool) -> None:
    """Write down what became of a message; ``here``: it went to today's group."""
    match verdict:
        case Sent(numbers):
            if not await keep_copies(tx, errand, numbers) and errand.to_group and here:
                await tx.many(TAKE_BACK, [(number, 0) for number in numbers])  # its ticket was erased meanwhile
        case PlaceGone():
            await new_place(tx, errand.ticket)
        case SourceGone():
            await _without_source(tx, errand, now)
        case Gone():
            await _asker_gone(tx, errand, now)
        case NotFound() if errand.attempts >= MAX_NOT_FOUND:
            await _asker_gone(tx, errand, now)
        case Refused():
            await _refused(tx, errand, now)
        case _:
            await _again(tx, errand, verdict, epoch(now))


async def settle_again(tx: Tx, parcel: Parcel, now: int) -> None:
    """Let a message be tried again at once."""
    if isinstance(parcel, Errand):
        await tx.many(AGAIN, [(now, 0, 1, row, parcel.lease) for row in parcel.rows])


async def settle_removal(tx: Tx, removal: Removal, verdict: Verdict, now: int) -> None:
    """Forget what is deleted, or what Telegram will never delete; the rest is tried again."""
    if isinstance(verdict, Sent | Refused):
        await tx.many(REMOVED, [(number,) for number in removal.messages])
        return
    seconds = verdict.seconds if isinstance(verdict, Later | Slower) else 0
    until = now + math.ceil(max(MAX_PAUSE_SECONDS, min(seconds, MAX_RETRY_PAUSE_SECONDS)))
    await tx.many(REMOVE_LATER, [(until, number) for number in removal.messages])


async def keep_copies(tx: Tx, errand: Errand, numbers: Sequence[int]) -> int:
    """Keep the numbers of copies; of an answer without a number (Telegram's answer was cut) zero. Return how many."""
    known = (*numbers, *[numbers[0] if numbers else None] * len(errand.rows))
    found = zip(errand.rows, known, strict=False)
    return await tx.many(ARRIVED, [(number, errand.lease, row) for row, number in found])


async def _again(tx: Tx, errand: Errand, verdict: Verdict, now: int) -> None:
    maybe = isinstance(verdict, Unknown) or (isinstance(verdict, Later) and verdict.maybe)
    asked = verdict.seconds if isinstance(verdict, Later | Slower) else FIRST_PAUSE_SECONDS
    asked = MAX_PAUSE_SECONDS if isinstance(verdict, NotFound) else asked
    tried = asked > 0 and not isinstance(verdict, GroupAway)  # neither without a turn, nor without a group
    grown = FIRST_PAUSE_SECONDS ** min(errand.attempts, 10) if tried else 0
    longest = MAX_UNKNOWN_PAUSE_SECONDS if maybe else MAX_PAUSE_SECONDS
    pause = max(min(asked, MAX_RETRY_PAUSE_SECONDS), min(grown, longest))
    await tx.many(AGAIN, [(now + math.ceil(pause), maybe, not tried, row, errand.lease) for row in errand.rows])


async def _without_source(tx: Tx, errand: Errand, now: datetime) -> None:
    await tx.many(FAILED, [(row,) for row in errand.rows])
    if errand.old is not None:
        return  # the older copy stands
    if errand.kind is MessageKind.QUESTION:
        await _end(tx, errand, Ending.SOURCE, now)
    else:
        await say(tx, errand.ticket, MessageKind.TO_GROUP, Sentence.UNDELIVERED)


async def _refused(tx: Tx, errand: Errand, now: datetime) -> None:
    """Take Telegram's word for it; a question gets a second try."""
    if errand.kind is MessageKind.QUESTION and errand.old is None and errand.attempts < MAX_TRIES:
        await _again(tx, errand, Later(FIRST_PAUSE_SECONDS), epoch(now))
    elif errand.kind in (MessageKind.TO_ASKER, MessageKind.TO_GROUP):
        await tx.many(FAILED, [(row,) for row in errand.rows])
    else:
        await _without_source(tx, errand, now)


async def _asker_gone(tx: Tx, errand: Errand, now: datetime) -> None:
    """Close the ticket of an asker who blocked the bot; nothing else of theirs is touched."""
    await tx.many(FAILED, [(row,) for row in errand.rows])
    await _end(tx, errand, Ending.GONE, now)
    await tx.execute(DROP_SENTENCES, (errand.ticket,))


async def _end(tx: Tx, errand: Errand, ending: Ending, now: datetime) -> None:
    if not await close_ticket(tx, errand.ticket, ending, now):
        return
    if ending is Ending.SOURCE:
        await say(tx, errand.ticket, MessageKind.TO_ASKER, Sentence.SOURCE_GONE)
    if await tx.rows(HAS_HEADER, (errand.ticket,)):
        told = Sentence.ASKER_SOURCE if ending is Ending.SOURCE else Sentence.ASKER_GONE
        await say(tx, errand.ticket, MessageKind.TO_GROUP, told)
