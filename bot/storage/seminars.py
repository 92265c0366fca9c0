"""The seminars' rows, and the choices about one seminar."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.clock import epoch, from_epoch
from bot.core.content import Contents
from bot.core.journal import Act, Action, hash_of
from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing
from bot.core.seminars.announcing import NOT_YET
from bot.core.seminars.reminders import ANNOUNCEMENT_STEP
from bot.core.seminars.seminars import Plan, Seminar, SeminarChanged, SeminarState, TalkLanguage, When
from bot.storage.db.database import Database, Tx
from bot.storage.erase import forget_stranger
from bot.storage.imports import came_of
from bot.storage.journal import record
from bot.storage.mailings.audiences import audience_sql
from bot.storage.mailings.conversations import drop_draft, end_conversation
from bot.storage.mailings.expiry import end_seminar_mailings
from bot.storage.mailings.outcomes import came_back
from bot.storage.mailings.queueing import queue_mailing
from bot.storage.people.people import number_for, number_of

COLUMNS = (
    "id, state, start, local, zone, minutes, title_ru, title_en, link, talk, speaker,"
    " changed, revision, sequence, steps_off"
)
SELECT = f"SELECT {COLUMNS} FROM seminar"  # noqa: S608 -- a constant
INSERT = f"INSERT INTO seminar ({COLUMNS.removeprefix('id, ')}) VALUES ({', '.join('?' * 14)}) RETURNING id"  # noqa: S608 -- a constant
UPDATE = f"""UPDATE seminar SET ({COLUMNS.removesuffix(", steps_off")}) = ({", ".join("?" * 14)})
WHERE id = ? AND state = ? AND revision = ? AND sequence = ?"""  # noqa: S608 -- a constant

UNDER_WAY = "SELECT 1 FROM mailing WHERE seminar = ? AND state IN ('queued', 'paused', 'stopped') LIMIT 1"

TOLD = """
SELECT count(DISTINCT d.person) FROM delivery d JOIN mailing m ON m.id = d.mailing WHERE m.seminar = ? AND d.state = 2
"""


class SeminarRepository:
    """core.seminars.Seminars over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def add(self, plan: Plan, now: datetime) -> Seminar:
        """Store a new seminar."""
        async with self._database.writing() as tx:
            return await _insert(tx, Seminar(0, plan, changed=now))

    async def enter(self, seminar: Seminar, draft: Conversation) -> Seminar | None:
        """Store a new seminar in place of the draft it was, in one transaction; None when that draft is gone."""
        quietly = ANNOUNCEMENT_STEP in seminar.steps_off
        told = None if quietly else await self.reached(Audience.SEMINAR, MailingKind.ANNOUNCEMENT, seminar.id)
        async with self._database.writing() as tx:
            if not await end_conversation(tx, draft):
                return None
            entered = await _insert(tx, seminar)
            if draft.object != NOT_YET:
                await came_of(tx, draft.object, entered.id)
            action = Action.SEMINAR_OPENED if quietly else Action.SEMINAR_ANNOUNCED
            await record(tx, self._database.now(), _act(action, entered, told))
        return entered

    async def get(self, seminar: int) -> Seminar | None:
        """Return one, or None."""
        row = await self._database.row(f"{SELECT} WHERE id = ?", (seminar,))
        return seminar_of(row) if row else None

    async def coming(self, now: datetime) -> Sequence[Seminar]:
        """Return the planned ones that have not ended, soonest first."""
        sql = f"{SELECT} WHERE state = 'planned' AND start + minutes * 60 > ? ORDER BY start, id"
        return [seminar_of(row) for row in await self._database.rows(sql, (epoch(now),))]

    async def not_over(self, now: datetime) -> Sequence[Seminar]:
        """Return those that have not ended, the cancelled ones too, soonest first."""
        sql = f"{SELECT} WHERE start + minutes * 60 > ? ORDER BY start, id"
        return [seminar_of(row) for row in await self._database.rows(sql, (epoch(now),))]

    async def ended(self, after: datetime, until: datetime) -> Sequence[Seminar]:
        """Return the planned ones whose end lies between two moments."""
        sql = f"{SELECT} WHERE state = 'planned' AND start + minutes * 60 > ? AND start + minutes * 60 <= ? ORDER BY id"
        return [seminar_of(row) for row in await self._database.rows(sql, (epoch(after), epoch(until)))]

    async def replace(
        self,
        old: Seminar,
        new: Seminar,
        notice: NewMailing | None,
        contents: Contents,
        draft_of: int | None = None,
    ) -> None:
        """Store the changed seminar if it is still the old one; with a notice, tell those who had been told."""
        told = await self.reached(notice.audience, notice.kind, new.id) if notice else None
        async with self._database.writing() as tx:
            values = _values(new)[:-1]
            if not await tx.execute(UPDATE, (*values, old.id, old.state.value, old.revision, old.sequence)):
                raise SeminarChanged
            if notice is not None:
                if notice.kind is not MailingKind.EDITED:  # its ladder goes on
                    await end_seminar_mailings(tx, new.id, epoch(notice.not_before))
                await queue_mailing(tx, notice, contents, epoch(notice.not_before))
            if draft_of is not None:
                await drop_draft(tx, draft_of)
            await record(tx, self._database.now(), _act(_change(old, new), new, told))

    async def switch_steps(self, seminar: int, steps_off: tuple[int, ...]) -> None:
        """Store which steps of the ladder are off."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE seminar SET steps_off = ? WHERE id = ?", (json.dumps(steps_off), seminar))
            act = Act(Action.STEPS_SWITCHED, str(seminar), content=hash_of(steps_off))
            await record(tx, self._database.now(), act)

    async def choice(self, seminar: int, chat: int) -> bool | None:
        """Return the chat's own choice about one seminar, or None."""
        sql = "SELECT wanted FROM seminar_choice WHERE seminar = ? AND person = ?"
        row = await self._database.row(sql, (seminar, await number_of(self._database, chat)))
        return bool(row[0]) if row else None

    async def choices(self, chat: int) -> Sequence[tuple[Seminar, bool]]:
        """Return every choice the chat has made."""
        sql = "SELECT seminar, wanted FROM seminar_choice WHERE person = ? ORDER BY seminar"
        rows = await self._database.rows(sql, (await number_of(self._database, chat),))
        found = [(await self.get(number), bool(wanted)) for number, wanted in rows]
        return [(seminar, wanted) for seminar, wanted in found if seminar]

    async def choose(self, seminar: int, chat: int, language: Locale, *, wanted: bool) -> None:
        """Store a choice."""
        async with self._database.writing() as tx:
            number = await number_for(tx, chat)
            await came_back(tx, number)
            await _choose(tx, (seminar, number, language.value, int(wanted)))

    async def unchoose(self, seminar: int, chat: int) -> None:
        """Forget the chat's choice about one seminar; who has nothing else here leaves nothing at all."""
        async with self._database.writing() as tx:
            number = await number_of(tx, chat)
            await tx.execute("DELETE FROM seminar_choice WHERE seminar = ? AND person = ?", (seminar, number))
            await forget_stranger(tx, chat, self._database.now())
        self._database.wipe_soon()
        await self._database.file_erasures()

    async def wanting(self, seminar: int) -> int:
        """Return how many people are to be reminded of the seminar as things are now."""
        return await self.reached(Audience.SEMINAR, MailingKind.STEP, seminar)

    async def reached(self, audience: Audience, kind: MailingKind, seminar: int) -> int:
        """Return how many people a message about the seminar would go to now."""
        row = await self._database.row(f"SELECT count(*) FROM ({audience_sql(audience, kind, seminar)}) AS people")  # noqa: S608 -- our own constants
        return int(row[0]) if row else 0

    async def under_way(self, seminar: int) -> bool:
        """Return whether messages about the seminar are still being sent."""
        return await self._database.row(UNDER_WAY, (seminar,)) is not None

    async def told(self, seminar: int) -> int:
        """Return how many people have been sent anything about the seminar, each counted once."""
        row = await self._database.row(TOLD, (seminar,))
        return int(row[0]) if row else 0


def _change(old: Seminar, new: Seminar) -> Action:
    if new.state is not old.state:
        return Action.SEMINAR_CANCELLED
    return Action.SEMINAR_MOVED if new.start != old.start else Action.SEMINAR_CHANGED


def _act(action: Action, seminar: Seminar, told: int | None) -> Act:
    """Return what the journal says: the seminar's number, how many are told, the fingerprint of what is announced."""
    return Act(action, str(seminar.id), told, hash_of(_values(seminar)[1:]))


async def _insert(tx: Tx, seminar: Seminar) -> Seminar:
    number = await tx.insert(INSERT, _values(seminar)[1:])
    return replace(seminar, id=number, changed=from_epoch(epoch(seminar.changed)))


async def _choose(tx: Tx, values: tuple[int, int, str, int]) -> None:
    await tx.execute(
        "INSERT INTO seminar_choice (seminar, person, language, wanted) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (seminar, person) DO UPDATE SET language = excluded.language, wanted = excluded.wanted",
        values,
    )


def _values(seminar: Seminar) -> tuple[object, ...]:
    plan = seminar.plan
    return (
        seminar.id,
        seminar.state.value,
        epoch(plan.when.start),
        plan.when.local,
        plan.when.zone,
        plan.minutes,
        plan.title_ru,
        plan.title_en,
        plan.link,
        plan.talk.value,
        plan.speaker,
        epoch(seminar.changed),
        seminar.revision,
        seminar.sequence,
        json.dumps(seminar.steps_off),
    )


def seminar_of(row: tuple[Any, ...]) -> Seminar:
    """Return a seminar from its row, the columns as in COLUMNS."""
    number, state, start, local, zone, minutes, *texts, changed, revision, sequence, off = row
    title_ru, title_en, link, talk, speaker = texts
    when = When(from_epoch(start), local, zone)
    return Seminar(
        number,
        Plan(when, title_ru, title_en, link, minutes, TalkLanguage(talk), speaker),
        from_epoch(changed),
        revision,
        sequence,
        SeminarState(state),
        tuple(json.loads(off)),
    )
