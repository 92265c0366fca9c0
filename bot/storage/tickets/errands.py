"""Messages of tickets to be sent: claimed, recorded, recovered (A10).

A ticket's messages leave in their order, one at a time in each direction. What is closed or erased is not claimed: only
the sentence that says so. A lease is a moment; since only one process holds them (R8), a new one lets go of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core.clock import epoch
from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Migrated, Outcome, Parcel, Sent, Slower, may_migrate
from bot.core.tickets.codes import Code, CodeWord
from bot.core.tickets.edits import EditQueue
from bot.core.tickets.errands import TO_GROUP, Errand, GroupAway, Removal
from bot.core.tickets.group import LawyersGroup, Missing
from bot.core.tickets.places import Known
from bot.core.tickets.tickets import MessageKind
from bot.storage.db.database import Database, Tx
from bot.storage.mailings.outbox import FAR_FUTURE_SECONDS
from bot.storage.tickets.outcomes import (
    FIRST_PAUSE_SECONDS,
    MAX_PAUSE_SECONDS,
    keep_copies,
    settle,
    settle_again,
    settle_removal,
)
from bot.storage.tickets.places import keep_known, keep_place, new_group, read_known
from bot.storage.tickets.rows import ON_ITS_WAY, retire

LEASE_SECONDS = 60
"""Seconds a claimed row is spoken for: longer than its calls may take. What /stop has held back is due again then."""

TO_GROUP_AT_ONCE = 2
"""Messages on their way to the group, which takes few a minute: what goes to askers never waits behind them (R16)."""

NEED_GROUP = frozenset({MessageKind.QUESTION, MessageKind.TO_GROUP, MessageKind.ANSWER})

MESSAGES_PER_REMOVAL = 100
"""Bot API, deleteMessages."""

IS_DUE = "(m.until <= ?1 OR m.until > ?2)"
ANYTHING = f"""
SELECT 1 FROM ticket_message m WHERE m.state IN ('due', 'sending', 'edited') AND {IS_DUE}
UNION ALL SELECT 1 FROM ticket_removal m WHERE {IS_DUE} LIMIT 1
"""  # noqa: S608 -- a constant
SELECT = """
SELECT m.id, m.ticket, m.kind, m.word, m.source, m.bundle, m.copy, m.state, m.attempts, m.maybe,
       t.word, t.number, t.language, t.topic, t.header, p.chat, p.number,
       CASE WHEN s.silent = 1 OR s.discreet = 1 THEN 1 ELSE 0 END,
       (SELECT max(q.source) FROM ticket_message q WHERE q.ticket = t.id AND q.kind = 'question' AND q.copy IS NOT NULL)
FROM ticket_message m JOIN ticket t ON t.id = m.ticket JOIN person p ON p.number = t.person AND p.chat IS NOT NULL
LEFT JOIN subscriber s ON s.person = t.person
"""
MAY_LEAVE = f"(t.state <> 'closed' OR m.kind IN ('to-asker', 'to-group') OR {ON_ITS_WAY})"
DUE = f"""
{SELECT} WHERE m.state IN ('due', 'sending', 'edited') AND {IS_DUE} AND {MAY_LEAVE}
  AND (?3 = 1 OR m.kind IN ('to-asker', 'canned'))
  AND (CASE WHEN m.kind IN ('question', 'to-group') THEN 1 ELSE 0 END) = ?4
  AND NOT EXISTS (
    SELECT 1 FROM ticket_message e WHERE e.ticket = m.ticket AND e.id < m.id AND e.state IN ('due', 'sending')
      AND (e.kind IN ('question', 'to-group')) = (m.kind IN ('question', 'to-group'))
      AND (m.state <> 'edited' OR m.copy IS NULL)
      AND (m.bundle IS NULL OR e.bundle IS DISTINCT FROM m.bundle OR e.kind <> m.kind)
  )
ORDER BY m.id LIMIT ?5
"""  # noqa: S608 -- constants
EDITED = f"{SELECT} WHERE m.id = ? AND m.state = 'edited' AND m.copy IS NOT NULL AND t.state <> 'closed'"
REST_OF_ALBUM = f"""
{SELECT} WHERE m.ticket = ?3 AND m.kind = ?4 AND m.bundle = ?5 AND m.state IN ('due', 'sending') AND {IS_DUE}
ORDER BY m.source
"""
LEASE = """
UPDATE ticket_message
SET state = CASE WHEN state = 'edited' AND copy IS NOT NULL THEN 'edited' ELSE 'sending' END,
    attempts = attempts + 1, until = ?
WHERE id = ?
"""
RECOVER = (
    "UPDATE ticket_message SET state = 'due', maybe = 1, until = 0 WHERE state = 'sending'",
    "UPDATE ticket_removal SET until = 0",
)
REMOVALS = """
SELECT m.message, m.topic FROM ticket_removal m WHERE (m.until <= ?1 OR m.until > ?2) ORDER BY m.topic, m.message
"""
LEASE_REMOVAL = "UPDATE ticket_removal SET until = ? WHERE message = ?"


@dataclass(frozen=True)
class _Found:
    """A row of SELECT."""

    id: int
    ticket: int
    kind: MessageKind
    word: str | None
    source: int | None
    bundle: int | None
    copy: int | None
    edited: bool
    attempts: int
    maybe: bool
    code: Code
    locale: Locale
    topic: int | None
    header: int | None
    asker: int
    person: int
    silent: bool
    question: int | None


def _found(row: Sequence[Any]) -> _Found:
    return _Found(
        *(row[0], row[1], MessageKind(row[2]), *row[3:7], row[7] == "edited" and row[6] is not None, row[8]),
        *(bool(row[9]), Code(CodeWord(row[10]), row[11]), Locale(row[12]), *row[13:17], bool(row[17]), row[18]),
    )


class ErrandRows:
    """delivery.sender.Rows over SQL, and core.tickets.errands.Notes."""

    def __init__(self, database: Database, group: LawyersGroup, edits: EditQueue) -> None:
        """Keep the database, what is known of the group, and the edits that wait."""
        self.database = database
        self._group = group
        self._edits = edits
        self._under_way: dict[int, Errand] = {}
        self._away_seconds = 0
        self._group_from = 0

    async def recover(self) -> None:
        """Let go of what a process that died had claimed; it may have arrived."""
        async with self.database.writing() as tx:
            for sql in RECOVER:
                await tx.execute(sql)
            await retire(tx)

    async def claim(self, now: datetime, limit: int, kept: int = 0) -> Sequence[Parcel]:
        """Lease up to ``limit`` messages; nothing of it is a broadcast's."""
        at = epoch(now)
        window = (at, at + FAR_FUTURE_SECONDS)
        if not self._edits.rows and not await self.database.row(ANYTHING, window):
            return ()
        async with self.database.writing() as tx:
            errands = await self._claim(tx, window, limit)
            return [*errands, *await self._claim_removals(tx, window)]

    async def _claim(self, tx: Tx, window: tuple[int, int], limit: int) -> list[Errand]:
        at = window[0]
        known = self._group.chat is not None and Missing.PUBLIC not in self._group.missing  # nothing more for everybody
        reachable = known and not at < self._group_from <= at + MAX_PAUSE_SECONDS
        self._under_way = {row: errand for row, errand in self._under_way.items() if errand.lease > at}
        found = await self._edited(tx)
        for to_group, most in ((False, limit), (True, TO_GROUP_AT_ONCE)):
            found += [_found(row) for row in await tx.rows(DUE, (*window, reachable, to_group, most))]
        errands: list[Errand] = []
        for each in found:
            if each.id in self._under_way or len(errands) >= limit or self._holds(each):
                continue
            rows = [each]
            if each.bundle is not None and not each.edited:
                album = (*window, each.ticket, each.kind.value, each.bundle)
                rows = [_found(row) for row in await tx.rows(REST_OF_ALBUM, album)]
            errand = self._errand(rows, at + LEASE_SECONDS)
            errands.append(errand)
            await tx.many(LEASE, [(errand.lease, row) for row in errand.rows])
            self._under_way |= dict.fromkeys(errand.rows, errand)
        return errands

    async def _edited(self, tx: Tx) -> list[_Found]:
        """Return the rows whose copies are to be edited at once; what has no such row any more is let go."""
        found: list[_Found] = []
        for number in self._edits.rows:
            rows = await tx.rows(EDITED, (number,))
            found += map(_found, rows if self._edits.at_once(number) else ())
            if not rows and number not in self._under_way:
                self._edits.take(number)
        return found

    def _holds(self, row: _Found) -> bool:
        """Return whether a row waits for others: one tries whether the group is back, and a few at a time go there."""
        others = {errand.rows[0]: errand for errand in self._under_way.values()}.values()
        if self._away_seconds and row.kind in NEED_GROUP:
            return any(errand.kind in NEED_GROUP for errand in others)
        return row.kind in TO_GROUP and sum(errand.to_group for errand in others) >= TO_GROUP_AT_ONCE

    def _errand(self, rows: Sequence[_Found], lease: int) -> Errand:
        first = rows[0]
        to_group = first.kind in TO_GROUP
        return Errand(
            mailing=0,
            chat=(self._group.chat or 0) if to_group else first.asker,
            variant=Variant(first.locale),
            lane=Lane.LAWYER,
            silent=first.silent and not to_group,
            attempts=first.attempts + 1,
            maybe=first.maybe,
            person=first.person,
            reply_to=None if to_group else first.question,
            cost=max(len(rows), 1 + (to_group and first.header is None)),
            rows=tuple(row.id for row in rows),
            ticket=first.ticket,
            code=first.code,
            kind=first.kind,
            asker=first.asker,
            group=self._group.chat or 0,
            lease=lease,
            sources=tuple(row.source for row in rows if row.source is not None),
            word=first.word,
            topic=first.topic,
            header=first.header,
            old=_replaced(first),
            edit=self._edits.take(first.id) if first.edited else None,
        )

    async def _claim_removals(self, tx: Tx, window: tuple[int, int]) -> list[Parcel]:
        found = await tx.rows(REMOVALS, window)
        if not found or self._group.chat is None:
            return []
        messages = tuple(message for message, topic in found if not topic)[:MESSAGES_PER_REMOVAL]
        topics = [(message,) for message, topic in found if topic][:1]
        parts = [(messages, False)] if messages else [(numbers, True) for numbers in topics]
        await tx.many(LEASE_REMOVAL, [(window[0] + LEASE_SECONDS, number) for part in parts for number in part[0]])
        return [_removal(self._group.chat, numbers, topic=topic) for numbers, topic in parts]

    async def placed(self, ticket: int, topic: int | None, header: int | None) -> bool:
        """Keep where a ticket stands; when it was erased meanwhile, what was made is deleted."""
        async with self.database.writing() as tx:
            return await keep_place(tx, ticket, topic, header)

    async def arrived(self, errand: Errand, numbers: Sequence[int]) -> None:
        """Keep the numbers of copies before anything else is done about them."""
        async with self.database.writing() as tx:
            await keep_copies(tx, errand, numbers)

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of messages, and let go the people of tickets that are over."""
        moved: Known | None = None
        async with self.database.writing() as tx:
            for outcome in outcomes:
                match outcome.parcel, outcome.verdict:
                    case _, Migrated(to) if may_migrate(self._group.chat or 0, to):
                        moved = await self._move(tx, to)
                        await settle_again(tx, outcome.parcel, epoch(now))
                    case Errand() as errand, verdict:
                        await settle(tx, errand, verdict, now, here=errand.chat == self._group.chat)
                    case Removal() as removal, verdict:
                        await settle_removal(tx, removal, verdict, epoch(now))
            await retire(tx)
        for outcome in outcomes:
            self._heed(outcome, epoch(now))
        if moved is not None:
            self._group.chat, self._group.changed = moved.chat, True

    async def _move(self, tx: Tx, to: int) -> Known:
        before = await read_known(tx)
        known = replace(before, chat=to) if before else Known(self._group.chat or to, to)
        if before is None or before.chat != to:
            await new_group(tx)
            await keep_known(tx, known)
        return known

    def _heed(self, outcome: Outcome, now: int) -> None:
        """Remember whether the group lets the bot in, and what is still to be edited."""
        parcel, verdict = outcome.parcel, outcome.verdict
        if isinstance(verdict, GroupAway):
            self._away_seconds = min(MAX_PAUSE_SECONDS, max(FIRST_PAUSE_SECONDS, 2 * self._away_seconds))
            self._group_from, self._group.stale = now + self._away_seconds, True
        if not isinstance(parcel, Errand):
            return
        for row in parcel.rows:
            self._under_way.pop(row, None)
        if isinstance(verdict, Sent) and parcel.kind is not MessageKind.TO_ASKER:
            self._away_seconds = self._group_from = 0
        if parcel.edit is not None and isinstance(verdict, Later | Slower):
            self._edits.put_back(parcel.rows[0], parcel.edit)


def _replaced(row: _Found) -> int | None:
    """Return the copy that goes: of an edited message, or of an answer that was taken back (``bundle``)."""
    if row.kind is MessageKind.TO_ASKER:
        return row.bundle
    return row.copy if row.edited else None


def _removal(chat: int, messages: tuple[int, ...], *, topic: bool) -> Removal:
    return Removal(
        mailing=0,
        chat=chat,
        variant=Variant(Locale.RU),
        lane=Lane.LAWYER,
        silent=True,
        attempts=1,
        maybe=False,
        messages=messages,
        topic=topic,
    )
