"""The lawyers' orders on the rows of tickets: answers queued, decided about, edited and taken back (A10)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.core.clock import epoch
from bot.core.journal import Act, Action
from bot.core.tickets.answering import (
    ALBUM_SECONDS,
    Decided,
    Edited,
    EditFound,
    NewAnswer,
    QueuedAnswer,
    TakenBack,
    Undone,
)
from bot.core.tickets.tickets import (
    LIFE,
    LIFE_AFTER_ANSWER,
    MUTE,
    Ending,
    MessageKind,
    MessageState,
    Sentence,
    Ticket,
)
from bot.core.tickets.waiting import LATEST_WAITS
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.people.chat_index import Reads
from bot.storage.people.people import chat_of
from bot.storage.tickets.rows import SELECT, close_ticket, mark_edited, say, ticket_of

OF_MESSAGE = f"""
{SELECT} WHERE t.header = ?1 OR t.id IN (
    SELECT ticket FROM ticket_message WHERE copy = ?1 AND kind IN ('question', 'to-group')
    UNION SELECT ticket FROM ticket_message WHERE source = ?1 AND kind IN ('answer', 'canned')
)
ORDER BY t.id DESC LIMIT 1
"""  # noqa: S608 -- a constant
KNOWN = "SELECT id, state FROM ticket_message WHERE ticket = ? AND kind IN ('answer', 'canned') AND source = ?"
OF_BUNDLE = "SELECT state FROM ticket_message WHERE ticket = ? AND bundle = ? ORDER BY id LIMIT 1"
INSERT = """
INSERT INTO ticket_message (ticket, kind, word, source, bundle, state, until) VALUES (?, ?, ?, ?, ?, ?, ?)
RETURNING id
"""
POSTPONE = "UPDATE ticket_message SET until = ? WHERE ticket = ? AND bundle = ? AND state IN ('held', 'due')"
ANSWERED = "UPDATE ticket SET state = 'answered', answered = ?, asked = NULL, expires = ? WHERE id = ?"
KEEP_WAITS = "DELETE FROM ticket_wait WHERE id NOT IN (SELECT id FROM ticket_wait ORDER BY id DESC LIMIT ?)"
HELD = "SELECT ticket, source, coalesce(bundle, source) FROM ticket_message WHERE id = ? AND state = 'held'"
ALL_HELD = """
SELECT min(id), min(source) FROM ticket_message WHERE state = 'held' AND source IS NOT NULL
GROUP BY ticket, coalesce(bundle, source) ORDER BY 1
"""
OF_ANSWER = """
SELECT id, ticket, state, copy, maybe FROM ticket_message
WHERE kind IN ('answer', 'canned') AND (source = ?1 OR bundle = (
    SELECT bundle FROM ticket_message WHERE kind = 'answer' AND source = ?1 ORDER BY id DESC LIMIT 1
))
ORDER BY ticket DESC, id
"""
EDITED_ROW = "SELECT id, state FROM ticket_message WHERE kind = 'answer' AND source = ? ORDER BY ticket DESC LIMIT 1"
LEFT = """
SELECT 1 FROM ticket_message WHERE ticket = ? AND kind IN ('answer', 'canned') AND state NOT IN ('held', 'failed')
"""
WAITS_AGAIN = (
    "UPDATE ticket SET state = 'waiting', answered = NULL, asked = ?, expires = ? WHERE id = ? AND state <> 'closed'"
)
WITHDRAW = "INSERT INTO ticket_message (ticket, kind, word, bundle, state) VALUES (?, 'to-asker', ?, ?, 'due')"
SAY_ON = """
INSERT INTO ticket_message (ticket, kind, word, source, state) VALUES (?, 'to-asker', ?, ?, 'due')
ON CONFLICT DO NOTHING
"""
MUTED = """
INSERT INTO ticket_mute (person, until) SELECT person, ?1 FROM ticket WHERE id = ?2 AND person IS NOT NULL
ON CONFLICT (person) DO UPDATE SET until = excluded.until
"""
DAY_SECONDS = 86_400
ARRIVED = frozenset({MessageState.SENT, MessageState.EDITED})


class TicketAnswers:
    """core.tickets.answering.Answers over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def of_message(self, number: int) -> Ticket | None:
        """Return the ticket of a header, a copy, a sentence of ours, or an answer; the newest, after a new group."""
        row = await self._database.row(OF_MESSAGE, (number,))
        return ticket_of(row) if row else None

    async def of_topic(self, topic: int) -> Ticket | None:
        """Return the ticket that has this topic."""
        row = await self._database.row(f"{SELECT} WHERE t.topic = ? ORDER BY t.id DESC LIMIT 1", (topic,))
        return ticket_of(row) if row else None

    async def find(self, ticket: int) -> Ticket | None:
        """Return a ticket by its number."""
        row = await self._database.row(f"{SELECT} WHERE t.id = ?", (ticket,))
        return ticket_of(row) if row else None

    async def queue(
        self, ticket: int, answer: NewAnswer, ask_first: Callable[[Ticket], bool], now: datetime
    ) -> QueuedAnswer | None:
        """Queue an answer, once; None when the ticket is closed."""
        async with self._database.writing() as tx:
            for row, state in await tx.rows(KNOWN, (ticket, answer.number)):
                return QueuedAnswer(row, state == MessageState.HELD)
            found = await _open(tx, ticket)
            if found is None:
                return None
            held = await _held(tx, found, answer, ask_first)
            state = MessageState.HELD if held else MessageState.DUE
            until = epoch(now) + ALBUM_SECONDS if answer.bundle is not None else 0
            values = (ticket, answer.kind.value, answer.word, answer.number, answer.bundle, state.value, until)
            row = await tx.insert(INSERT, values)
            await tx.execute(POSTPONE, (until, ticket, answer.bundle))
            if not held:
                await _answered(tx, found, now)
            return QueuedAnswer(row, held)

    async def decide(self, row: int, now: datetime, *, send: bool) -> Decided | None:
        """Send an answer that is held, with its album, or drop it; None when that was decided before."""
        async with self._database.writing() as tx:
            for ticket, source, bundle in await tx.rows(HELD, (row,)):
                found = await _open(tx, ticket)
                theirs = "WHERE ticket = ? AND coalesce(bundle, source) = ? AND state = 'held'"
                if send and found is not None:
                    await tx.execute(f"UPDATE ticket_message SET state = 'due' {theirs}", (ticket, bundle))  # noqa: S608 -- a constant
                    await _answered(tx, found, now)
                else:
                    await tx.execute(f"DELETE FROM ticket_message {theirs}", (ticket, bundle))  # noqa: S608 -- a constant
                return Decided(ticket, source)
        return None

    async def arrived(self, row: int) -> bool:
        """Return whether an answer stands in the asker's chat."""
        sql = "SELECT 1 FROM ticket_message WHERE id = ? AND state IN ('sent', 'edited')"
        return await self._database.row(sql, (row,)) is not None

    async def held(self) -> Sequence[tuple[int, int]]:
        """Return the answers that wait for a decision: row and message, of an album the first."""
        return [(row, source) for row, source in await self._database.rows(ALL_HELD)]

    async def edited(self, number: int, now: datetime, *, in_place: bool = True) -> EditFound:
        """Note that an answer was edited, so that its copy follows; one that has not left is copied as it is then."""
        found = await self._database.row(EDITED_ROW, (number,))
        if found is None or found[1] not in (MessageState.SENT, MessageState.EDITED, MessageState.SENDING):
            return EditFound(Edited.NOTHING)
        row = found[0]
        async with self._database.writing() as tx:
            marked = await mark_edited(tx, row, now, in_place=in_place)
            return EditFound(Edited.FOLLOWS if marked else Edited.CLOSED, row)

    async def take_back(self, number: int, now: datetime, *, too_old: bool) -> TakenBack:
        """Take an answer back, with its album. What is to be deleted stands in the row of the sentence too.

        A refusal writes nothing, so that the caller may ask again.
        """
        if (refused := (await _refused(self._database, number, too_old=too_old))[0]) is not None:
            return TakenBack(refused)
        async with self._database.writing() as tx:
            refused, newest, ticket = await _refused(tx, number, too_old=too_old)
            if refused is not None or ticket is None:  # it was closed, or claimed, this very moment
                return TakenBack(refused or Undone.UNKNOWN)
            await tx.many("DELETE FROM ticket_message WHERE id = ?", [(row,) for row, *_ in newest])
            copies = tuple(copy for *_, copy, _ in newest if copy is not None)
            maybe = not copies and any(maybe or state in ARRIVED for _, _, state, _, maybe in newest)
            if copies or maybe:
                await tx.execute(WITHDRAW, (ticket.id, Sentence.WITHDRAWN.value, copies[0] if copies else None))
            if ticket.answered is not None and not await tx.rows(LEFT, (ticket.id,)):
                await tx.execute(WAITS_AGAIN, (epoch(now), epoch(now + LIFE), ticket.id))
            await record(tx, epoch(now), Act(Action.ANSWER_WITHDRAWN))
            chat = await chat_of(tx, ticket.person) if ticket.person is not None else None
            outcome = Undone.MAYBE if maybe else Undone.WITHDRAWN if copies else Undone.UNSENT
            return TakenBack(outcome, chat, copies)

    async def close(self, ticket: int, now: datetime) -> bool:
        """Close a ticket and tell its asker; False when it was closed."""
        async with self._database.writing() as tx:
            if not await close_ticket(tx, ticket, Ending.LAWYER, now):
                return False
            await say(tx, ticket, MessageKind.TO_ASKER, Sentence.CLOSED)
            await record(tx, epoch(now), Act(Action.QUESTION_CLOSED))
            return True

    async def mute(self, ticket: int, now: datetime) -> bool:
        """Close a ticket and take no question of its asker for a day; False when it was closed."""
        async with self._database.writing() as tx:
            if not await close_ticket(tx, ticket, Ending.LAWYER, now):
                return False
            await tx.execute(MUTED, (epoch(now + MUTE), ticket))
            await say(tx, ticket, MessageKind.TO_ASKER, Sentence.MUTED)
            await record(tx, epoch(now), Act(Action.ASKER_MUTED))
            return True

    async def later(self, ticket: int, now: datetime) -> bool:
        """Tell the asker that a lawyer has seen the question: once a day, which stands in the row as its source."""
        async with self._database.writing() as tx:
            if await _open(tx, ticket) is None:
                return False
            day = epoch(now) // DAY_SECONDS
            return bool(await tx.execute(SAY_ON, (ticket, Sentence.LATER.value, day)))


async def _open(reads: Reads, ticket: int) -> Ticket | None:
    """Return a ticket that is not closed."""
    found = [ticket_of(row) for row in await reads.rows(f"{SELECT} WHERE t.id = ? AND t.state <> 'closed'", (ticket,))]
    return found[0] if found else None


async def _held(tx: Tx, ticket: Ticket, answer: NewAnswer, ask_first: Callable[[Ticket], bool]) -> bool:
    """Return whether an answer waits for a decision; a later file of an album shares that of the first."""
    if answer.bundle is not None:
        for (state,) in await tx.rows(OF_BUNDLE, (ticket.id, answer.bundle)):
            return bool(state == MessageState.HELD)
    return ask_first(ticket)


async def _answered(tx: Tx, ticket: Ticket, now: datetime) -> None:
    """Note that a ticket is answered; of its first answer, how long that took."""
    await tx.execute(ANSWERED, (epoch(now), epoch(now + LIFE_AFTER_ANSWER), ticket.id))
    if ticket.answered is None and ticket.asked is not None:
        minutes = max(0, epoch(now) - epoch(ticket.asked)) // 60
        await tx.execute("INSERT INTO ticket_wait (minutes) VALUES (?)", (minutes,))
        await tx.execute(KEEP_WAITS, (LATEST_WAITS,))


async def _refused(
    reads: Reads, number: int, *, too_old: bool
) -> tuple[Undone | None, list[tuple[Any, ...]], Ticket | None]:
    """Return why an answer cannot be taken back, None when it can; its rows, and its ticket.

    Of a closed question only what has not arrived yet can be.
    """
    rows = await reads.rows(OF_ANSWER, (number,))
    rows = [each for each in rows if each[1] == rows[0][1]]
    found = [ticket_of(row) for row in await reads.rows(f"{SELECT} WHERE t.id = ?", (rows[0][1],))] if rows else []
    states = {state for _, _, state, *_ in rows}
    if not found:
        return Undone.UNKNOWN, rows, None
    (ticket,) = found
    if not ticket.open and states - {MessageState.DUE, MessageState.SENDING}:
        return Undone.CLOSED, rows, None
    if MessageState.SENDING in states:
        return Undone.SENDING, rows, ticket
    old = too_old and states & ARRIVED
    return (Undone.OLD if old else None), rows, ticket
