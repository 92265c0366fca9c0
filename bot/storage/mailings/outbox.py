"""The rows to be sent: claim, record, recover."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.clock import Clock, epoch
from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, Lane
from bot.core.mailings.outbox import Migrated, Outcome, Parcel
from bot.storage.contents.parts import FIRST_OF_ALL, albums_of, end_early
from bot.storage.contents.texts import CONTENT, read_content
from bot.storage.db.database import Database, Tx
from bot.storage.mailings.audiences import consent_sql
from bot.storage.mailings.expiry import IS_WAITING, OVER, close_finished, expire_waiting, sweep_cancelled
from bot.storage.mailings.merging import drop_told, joint_marks
from bot.storage.mailings.missed import consent_as_first
from bot.storage.mailings.outcomes import record_all
from bot.storage.mailings.pause import GOES_ON
from bot.storage.mailings.stars import EVERY_FARE, NOT_PAID, PAID

LEASE_SECONDS = 120
"""Seconds a claimed row is spoken for; only written down, since one instance holds every lease (R8)."""

FAR_FUTURE_SECONDS = 3700
"""Seconds: nothing is put off for longer, so what seems to be was put off before the clock stepped back (R3)."""

OPEN = f"""
SELECT id, lane, audience, coalesce(seminar, 0), coalesce(signed_up, seminar), quiet,
       CASE WHEN follows = 'got' THEN repeats END, texts
FROM mailing
WHERE state = 'queued' AND not_before <= ? AND not_after > ? AND {GOES_ON} AND {{which}} ORDER BY lane, id
"""  # noqa: S608 -- a constant
ANY_WAITING = f"""
SELECT 1 FROM mailing m WHERE m.state = 'queued' AND m.not_before <= ? AND m.not_after > ? AND {GOES_ON} AND {{which}}
  AND EXISTS (
    SELECT 1 FROM {IS_WAITING} WHERE d.mailing = m.id AND d.state = 0 AND (d.until <= ? OR d.until > ?)
  ) LIMIT 1
"""  # noqa: S608 -- a constant
WAITING = """
SELECT d.person, p.chat,
       coalesce(f.language, CASE WHEN d.part > 0 THEN d.language END, s.language, c.language, w.language, 'ru'),
       coalesce(CASE WHEN d.part > 0 THEN d.discreet END, s.discreet, {unasked}), coalesce(s.silent, 0),
       d.attempts, d.maybe, CASE WHEN {consent} THEN 1 ELSE 0 END, json_extract(f.messages, '$[0]'), d.part, d.messages
FROM {is_waiting}
LEFT JOIN person p ON p.number = d.person
LEFT JOIN subscriber s ON s.person = d.person
LEFT JOIN seminar_choice c ON c.seminar = ? AND c.person = d.person
LEFT JOIN delivery f ON f.mailing = ? AND f.person = d.person
LEFT JOIN watch w ON w.topic = (SELECT topic FROM mailing WHERE id = d.mailing) AND w.person = d.person
WHERE d.mailing = ? AND d.state = 0 AND (d.until <= ? OR d.until > ?) LIMIT ?
"""
DISCREET_UNASKED = 1
"""Who marked one seminar or one answer, and has no subscription to choose in, is told discreetly."""

RECOVER = "UPDATE delivery SET state = 0, until = CASE WHEN part > 0 THEN ? ELSE 0 END, maybe = 1 WHERE state = 1"
LEASE_ROW = """
UPDATE delivery
SET state = 1, attempts = attempts + 1, until = ?, joint = ? | (joint * maybe), language = ?, discreet = ?
WHERE mailing = ? AND person = ?
"""


class OutboxRepository:
    """core.outbox.Outbox over SQL."""

    def __init__(self, database: Database, clock: Clock, which: str = EVERY_FARE) -> None:
        """Keep the database; ``which`` mailings are claimed from is a condition on their fare."""
        self._database = database
        self._clock = clock
        self._open, self._any_waiting = OPEN.format(which=which), ANY_WAITING.format(which=which)

    def of(self, *, paid: bool) -> "OutboxRepository":
        """Return the same rows, where only those to be sent for Stars, or only the others, are claimed."""
        return OutboxRepository(self._database, self._clock, PAID if paid else NOT_PAID)

    async def recover(self) -> int:
        """Hand back the leases of a process that died; those rows may have arrived."""
        async with self._database.writing() as tx:
            recovered = await tx.execute(RECOVER, (FIRST_OF_ALL,))
            await sweep_cancelled(tx, epoch(self._clock.now()))
        return recovered

    async def claim(self, now: datetime, limit: int, kept: int = 0) -> Sequence[Parcel]:
        """Lease up to ``limit`` rows whose people still consent; ``kept`` of them of broadcasts, then by urgency."""
        at = epoch(now)
        if not await self._database.row(self._any_waiting, (at, at, at, at + FAR_FUTURE_SECONDS)):
            return ()
        async with self._database.writing() as tx:
            mailings = await tx.rows(self._open, (at, at))
            broadcasts = [mailing for mailing in mailings if mailing[1] == Lane.BROADCAST]
            parcels = await _claim_from_all(tx, broadcasts, at, kept) if kept else []
            parcels += await _claim_from_all(tx, mailings, at, limit - len(parcels))
        return parcels

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of parcels."""
        async with self._database.writing() as tx:
            await record_all(tx, outcomes, now)
        if any(isinstance(each.verdict, Migrated) for each in outcomes):
            self._database.wipe_soon()

    async def expire(self, now: datetime) -> int:
        """Count rows whose mailing is past its usefulness, or was cancelled, as expired, a part at a time."""
        expired = 0
        while over := [row[0] for row in await self._database.rows(OVER, (epoch(now),))]:
            async with self._database.writing() as tx:
                expired += await expire_waiting(tx, over, epoch(now))
        return expired

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        """Return one text of a mailing."""
        sql = f"SELECT {CONTENT} FROM mailing_text WHERE mailing = ?"  # noqa: S608 -- a constant
        key = (mailing, variant.language.value, int(variant.discreet), variant.joint)
        row = await self._database.row(f"{sql} AND language = ? AND discreet = ? AND joint = ?", key)
        return read_content(row) if row else None


async def _claim_from_all(tx: Tx, mailings: Sequence[tuple[Any, ...]], now: int, limit: int) -> list[Parcel]:
    """Lease rows of some ``limit`` messages, of one mailing after the other."""
    parcels: list[Parcel] = []
    for mailing in mailings:
        room = limit - sum(parcel.cost for parcel in parcels)
        if room <= 0:
            break
        parcels += await _claim_from(tx, mailing, now, room)
    return parcels


async def _claim_from(tx: Tx, mailing: tuple[Any, ...], now: int, limit: int) -> list[Parcel]:
    number, lane, audience, seminar, chosen, quiet, first, texts = mailing
    albums = await albums_of(tx, number) if lane == Lane.BROADCAST else {}
    limit = max(1, limit // max(albums.values(), default=1))
    consent = consent_sql(Audience(audience)) if first is None else consent_as_first(first)
    sql = WAITING.format(is_waiting=IS_WAITING, unasked=DISCREET_UNASKED, consent=consent)
    found = await tx.rows(sql, (chosen, first, number, now, now + FAR_FUTURE_SECONDS, limit))
    await end_early(tx, number, [row[0] for row in found if not row[7] and row[9]])
    await _count_left(tx, number, [row[0] for row in found if not row[7] and not row[9]], now)
    told = await drop_told(tx, number, [row[0] for row in found if row[7]], now) if seminar else set()
    staying = [row for row in found if row[7] and row[0] not in told]
    joint = await joint_marks(tx, number, [row[0] for row in staying]) if seminar else {}
    until = now + LEASE_SECONDS
    await tx.many(LEASE_ROW, [(until, joint.get(row[0], 0), row[2], row[3], number, row[0]) for row in staying])
    return [
        Parcel(
            mailing=number,
            chat=chat,
            person=person,
            variant=(variant := Variant(Locale(language), bool(discreet), joint.get(person, 0))),
            lane=Lane(lane),
            silent=bool(quiet or silent),
            attempts=attempts + 1,
            maybe=bool(maybe),
            reply_to=answered,
            texts=texts,
            part=part,
            cost=1 if part else albums.get(variant, 1),
            before=tuple(json.loads(messages)) if part and messages else (),
        )
        for person, chat, language, discreet, silent, attempts, maybe, _, answered, part, messages in staying
    ]


async def _count_left(tx: Tx, mailing: int, people: list[int], now: int) -> None:
    if people:
        await tx.many("DELETE FROM delivery WHERE mailing = ? AND person = ?", [(mailing, person) for person in people])
        await tx.execute('UPDATE mailing SET "left" = "left" + ? WHERE id = ?', (len(people), mailing))
        await close_finished(tx, now)
