"""The asker's tickets and the draft of a question: numbers of messages, never a text."""

import secrets
from collections.abc import Callable
from datetime import datetime

from bot.core.clock import epoch
from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.tickets.asking import (
    MAX_QUESTIONS,
    MAX_WAITING,
    AskDraft,
    AskRefusal,
    Edited,
    SentMessage,
    Standing,
    full,
    read_draft,
)
from bot.core.tickets.codes import Code, draw
from bot.core.tickets.tickets import LIFE, Ending, MessageKind, MessageState, Sentence, Ticket
from bot.core.tickets.waiting import LATEST_WAITS, NOBODY_ANSWERS, Waiting
from bot.storage.db.database import Database, Tx
from bot.storage.mailings.conversations import end_conversation, put_draft
from bot.storage.people.chat_index import Reads
from bot.storage.people.people import number_of, wipe_needless
from bot.storage.tickets.rows import SELECT, close_ticket, mark_edited, retire, say, ticket_of

OPEN = SELECT + "WHERE t.person = ? AND t.state <> 'closed' ORDER BY t.id"
EVERY = SELECT + "WHERE t.person = ? ORDER BY t.id"
OWN = SELECT + "WHERE t.person = ? AND t.id = ?"
BY_MESSAGE = """
SELECT m.ticket, m.id, m.kind FROM ticket_message m JOIN ticket t ON t.id = m.ticket
WHERE t.person = ?1 AND (
    m.kind = 'question' AND m.source = ?2 OR m.kind IN ('answer', 'canned', 'to-asker') AND m.copy = ?2
)
ORDER BY m.id DESC LIMIT 1
"""
DRAFT = "SELECT flow, step, object FROM draft WHERE person = ? AND expires > ?"
OVER = "SELECT 1 FROM draft WHERE person = ? AND flow = 'ask' AND expires <= ?"
SAME = "SELECT 1 FROM draft WHERE person = ? AND flow = 'ask' AND step = ? AND object = ?"
MUTED = "SELECT 1 FROM ticket_mute WHERE person = ? AND until > ?"
WAITS = "SELECT minutes FROM ticket_wait ORDER BY id DESC LIMIT ?"
SILENT = """
SELECT EXISTS (SELECT 1 FROM ticket WHERE state <> 'closed' AND asked <= ?1)
  AND NOT EXISTS (SELECT 1 FROM ticket WHERE answered > ?1)
"""
NEW = """
INSERT INTO ticket (word, number, person, language, state, asked, expires) VALUES (?, ?, ?, ?, 'waiting', ?, ?)
RETURNING id
"""
GROW = """
UPDATE ticket SET state = 'waiting', asked = coalesce(asked, ?1), expires = ?2
WHERE id = ?3 AND person = ?4 AND state <> 'closed' AND expires > ?1
"""
QUESTION = (
    "INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, 'question', ?, 'due') ON CONFLICT DO NOTHING"
)
SENT_QUESTIONS = "SELECT count(*) FROM ticket_message WHERE ticket = ? AND kind = 'question'"
IN_GROUP = """
SELECT 1 FROM ticket t WHERE t.id = ?1 AND (t.header > 0 OR t.topic > 0 OR EXISTS (
    SELECT 1 FROM ticket_message m WHERE m.ticket = t.id AND m.kind = 'question' AND m.state <> 'due'
))
"""
ANEW = "UPDATE ticket_message SET state = 'due', attempts = 0, maybe = 0, until = 0, copy = NULL WHERE id = ?"
REMOVE_COPY = """
INSERT INTO ticket_removal (message) SELECT copy FROM ticket_message WHERE id = ? AND copy > 0 ON CONFLICT DO NOTHING
"""
TAKE_BACK = "UPDATE ticket_message SET state = 'failed', copy = NULL WHERE id = ?"
UNSENT = """
SELECT m.source FROM ticket_message m JOIN ticket t ON t.id = m.ticket
WHERE t.person = ? AND m.kind = 'question' AND m.state IN ('due', 'sending', 'edited') AND m.source IS NOT NULL
"""


class AskRepository:
    """core.tickets.asking.Asks over SQL."""

    def __init__(self, database: Database, below: Callable[[int], int] = secrets.randbelow) -> None:
        """Keep the database, and what draws the names of tickets."""
        self._database = database
        self._below = below

    async def standing(self, chat: int, now: datetime) -> Standing:
        """Return what is known of a chat, and how long answers take."""
        reads, person = self._database, await number_of(self._database, chat)
        waits = [row[0] for row in await reads.rows(WAITS, (LATEST_WAITS,))]
        silent = bool((await reads.rows(SILENT, (epoch(now - NOBODY_ANSWERS),)))[0][0])
        return Standing(
            tickets=await _open(reads, person),
            waiting=Waiting(tuple(reversed(waits)), silent),
            muted=await _muted(reads, person, now),
            draft=await self.draft(chat, now) is not None,
        )

    async def every(self, chat: int) -> list[Ticket]:
        """Return every ticket that is stored of a chat, closed ones too."""
        person = await number_of(self._database, chat)
        return [ticket_of(row) for row in await self._database.rows(EVERY, (person,))]

    async def draft(self, chat: int, now: datetime) -> AskDraft | None:
        """Return the chat's draft unless its hour is over."""
        person = await number_of(self._database, chat)
        row = await self._database.row(DRAFT, (person, epoch(now))) if person is not None else None
        return read_draft(Conversation(chat, Flow.ASK, *row[1:])) if row and row[0] == Flow.ASK else None

    async def expired(self, chat: int, now: datetime) -> bool:
        """Return whether the chat has a draft whose hour is over."""
        person = await number_of(self._database, chat)
        return person is not None and await self._database.row(OVER, (person, epoch(now))) is not None

    async def begin(self, draft: AskDraft, now: datetime, expires: datetime) -> AskRefusal | None:
        """Keep a new draft in the place of an empty one."""
        async with self._database.writing() as tx:
            person = await number_of(tx, draft.chat)
            refused = await _unfinished(tx, person, now) or await _against(tx, person, draft, now)
            if refused is None:
                await put_draft(tx, draft.conversation, expires)
            return refused

    async def keep(self, old: AskDraft, new: AskDraft, expires: datetime) -> bool:
        """Put one state of a draft in the place of another."""
        async with self._database.writing() as tx:
            if not await _stands(tx, await number_of(tx, old.chat), old):
                return False
            await put_draft(tx, new.conversation, expires)
            return True

    async def drop(self, chat: int) -> bool:
        """End the draft; a person of whom nothing else is stored goes with it."""
        async with self._database.writing() as tx:
            person = await number_of(tx, chat)
            dropped = await tx.execute("DELETE FROM draft WHERE person = ? AND flow = 'ask'", (person,))
            if dropped and person is not None:
                await wipe_needless(tx, [person])
        self._database.wipe_soon()
        return bool(dropped)

    async def send(self, draft: AskDraft, locale: Locale, now: datetime) -> Ticket | AskRefusal | None:
        """Make a ticket of a draft, or add it to one."""
        async with self._database.writing() as tx:
            person = await number_of(tx, draft.chat)
            if person is None or not draft.messages or not await _stands(tx, person, draft):
                return None
            refused = await _against(tx, person, draft, now)
            if refused is AskRefusal.CLOSED:
                await end_conversation(tx, draft.conversation)
            if refused:
                return refused
            ticket = draft.ticket or await self._new(tx, person, locale, now)
            await tx.execute(GROW, (epoch(now), epoch(now + LIFE), ticket, person))
            await tx.many(QUESTION, [(ticket, message) for message in draft.messages])
            await end_conversation(tx, draft.conversation)
            return ticket_of((await tx.rows(OWN, (person, ticket)))[0])

    async def _new(self, tx: Tx, person: int, locale: Locale, now: datetime) -> int:
        code = draw(self._below)
        while await _taken(tx, code):
            code = draw(self._below)
        values = (code.word.value, code.number, person, locale.value, epoch(now), epoch(now + LIFE))
        return await tx.insert(NEW, values)

    async def find(self, chat: int, ticket: int) -> Ticket | None:
        """Return a ticket of this chat."""
        return await _own(self._database, await number_of(self._database, chat), ticket)

    async def of_message(self, chat: int, message: int) -> SentMessage | None:
        """Return the ticket to which a message of the chat belongs."""
        person = await number_of(self._database, chat)
        row = await self._database.row(BY_MESSAGE, (person, message)) if person is not None else None
        ticket = await _own(self._database, person, row[0]) if row else None
        if row is None or ticket is None:
            return None
        return SentMessage(ticket, row[1] if row[2] == MessageKind.QUESTION else 0)

    async def close(self, chat: int, ticket: int, now: datetime) -> Ticket | None:
        """Close a ticket of this chat; the group is told if it knows of it."""
        async with self._database.writing() as tx:
            person = await number_of(tx, chat)
            found = await _own(tx, person, ticket)
            if found is None:
                return None
            known = bool(await tx.rows(IN_GROUP, (ticket,)))
            if await close_ticket(tx, ticket, Ending.ASKER, now) and known:
                await say(tx, ticket, MessageKind.TO_GROUP, Sentence.ASKER_CLOSED)
            closed = await _own(tx, person, ticket)
            await retire(tx)
            return closed

    async def edited(self, sent: SentMessage, now: datetime) -> Edited:
        """Note that a message was edited after it was sent; one that was taken back or lost is due again."""
        async with self._database.writing() as tx:
            row = await tx.rows(
                "SELECT m.state, t.state FROM ticket_message m JOIN ticket t ON t.id = m.ticket WHERE m.id = ?",
                (sent.row,),
            )
            if not row or row[0][1] == "closed":
                return Edited.CLOSED
            if row[0][0] == MessageState.DUE:
                return Edited.NEWEST
            if row[0][0] == MessageState.FAILED:
                await tx.execute(ANEW, (sent.row,))
                return Edited.ANEW
            await mark_edited(tx, sent.row, now)
            return Edited.FOLLOWS

    async def take_back(self, sent: SentMessage) -> None:
        """Let the copy of a message be deleted in the group; what is not copied yet stays here."""
        async with self._database.writing() as tx:
            await tx.execute(REMOVE_COPY, (sent.row,))
            await tx.execute(TAKE_BACK, (sent.row,))

    async def unsent(self, chat: int, now: datetime) -> frozenset[int]:
        """Return the numbers of messages that are still to be copied."""
        person = await number_of(self._database, chat)
        draft = await self.draft(chat, now)
        sources = [row[0] for row in await self._database.rows(UNSENT, (person,))]
        return frozenset((*sources, *(draft.messages if draft else ())))


async def _open(reads: Reads, person: int | None) -> list[Ticket]:
    return [ticket_of(row) for row in await reads.rows(OPEN, (person,))]


async def _own(reads: Reads, person: int | None, ticket: int) -> Ticket | None:
    rows = await reads.rows(OWN, (person, ticket))
    return ticket_of(rows[0]) if rows else None


async def _muted(reads: Reads, person: int | None, now: datetime) -> bool:
    return bool(await reads.rows(MUTED, (person, epoch(now))))


async def _stands(tx: Tx, person: int | None, draft: AskDraft) -> bool:
    kept = draft.conversation
    return bool(await tx.rows(SAME, (person, kept.step, kept.object)))


async def _taken(tx: Tx, code: Code) -> bool:
    return bool(await tx.rows("SELECT 1 FROM ticket WHERE word = ? AND number = ?", (code.word.value, code.number)))


async def _unfinished(tx: Tx, person: int | None, now: datetime) -> AskRefusal | None:
    """Return what says that another conversation is open: an admin's, or a question with words in it."""
    for flow, step, _ in await tx.rows(DRAFT, (person, epoch(now))):
        if flow != Flow.ASK:
            return AskRefusal.OTHER
        return AskRefusal.OPEN if read_draft(Conversation(0, Flow.ASK, step, 0)).messages else None
    return None


async def _against(tx: Tx, person: int | None, draft: AskDraft, now: datetime) -> AskRefusal | None:
    """Return what stands against a draft, when it is begun and once more when it is sent."""
    if await _muted(tx, person, now):
        return AskRefusal.MUTED
    if draft.ticket:
        return await _against_adding(tx, await _own(tx, person, draft.ticket), now)
    if full(await _open(tx, person)):
        return AskRefusal.MANY
    open_ones = await tx.rows("SELECT count(*) FROM ticket WHERE state <> 'closed'")
    return AskRefusal.BUSY if open_ones[0][0] >= MAX_WAITING else None


async def _against_adding(tx: Tx, ticket: Ticket | None, now: datetime) -> AskRefusal | None:
    if ticket is None or not ticket.open or ticket.expires <= now:
        return AskRefusal.CLOSED
    sent = await tx.rows(SENT_QUESTIONS, (ticket.id,))
    return AskRefusal.LONG if sent[0][0] >= MAX_QUESTIONS else None
