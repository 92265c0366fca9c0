"""Broadcasts while they are written."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.core.clock import epoch
from bot.core.content import Content, Contents, Variant
from bot.core.journal import Act, Action
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import NO_WINDOW, UNDO_ABOVE, ComposeStep, hash_contents
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import Audience, Lane, MailingKind
from bot.core.mailings.missed import Missed, Repeat
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import Fare
from bot.storage.contents.texts import CONTENT, read_content, write_texts
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.conversations import drop_draft, put_draft
from bot.storage.mailings.mailings import SEMINAR_TOLD, read_signed_up
from bot.storage.mailings.missed import ONE_AT_A_TIME, STANDING, recipients_sql, repeat_of, repeat_values
from bot.storage.mailings.queueing import start_recipients
from bot.storage.people.people import number_for, number_of

USEFUL_FOR = timedelta(hours=24)
"""How long a broadcast is still sent after it was confirmed, whatever held it up."""

BEGIN = (
    "INSERT INTO mailing (kind, lane, state, audience, author) VALUES ('broadcast', ?, 'draft', 'all', ?) RETURNING id"
)
NOT_PUSHED = "NOT EXISTS (SELECT 1 FROM video v WHERE v.id = mailing.video AND v.state = 'pushed')"
"""A video goes out once, whoever drafted it (S7)."""

SEMINAR_STANDS = """
(signed_up IS NULL OR EXISTS (SELECT 1 FROM seminar n WHERE n.id = mailing.signed_up AND n.state = 'planned'))
"""
"""The people of a cancelled seminar are told nothing, whoever was faster (A3)."""

TO_BE_SENT = f"{NOT_PUSHED} AND {SEMINAR_STANDS}"

CONFIRM = f"""
UPDATE mailing SET state = ?, started = ?, not_before = ?, announced = ?, not_after = ?, card = ?, fare = ?, total = ?
WHERE id = ? AND state = 'draft' AND author = ? AND content_hash = ? AND audience = ?
  AND {TO_BE_SENT}
  AND {ONE_AT_A_TIME}
"""  # noqa: S608 -- a constant
PUSHED = """
INSERT INTO video (id, title, state, told, published)
SELECT video, '', 'pushed', 1, started FROM mailing WHERE id = ? AND video IS NOT NULL
ON CONFLICT (id) DO UPDATE SET state = 'pushed', told = 1
"""

FOLLOWED = f"SELECT repeats, {STANDING}, signed_up FROM mailing WHERE id = ?"  # noqa: S608 -- a constant
REPEATS = "UPDATE mailing SET repeats = ?, missed = ?, follows = ? WHERE id = ?"
ADDRESSED = """
UPDATE mailing SET audience = ?1, total = ?2, signed_up = CASE WHEN ?1 = 'seminar' THEN coalesce(?3, signed_up) END
WHERE id = ?4
"""
"""The total as of the preview: to count a million people takes longer than the first message may."""

RING = "UPDATE mailing SET quiet = ? WHERE id = ?"
RINGS_AS = """
UPDATE mailing SET quiet = coalesce((SELECT quiet FROM mailing WHERE id = ?1), 0),
    signed_up = (SELECT signed_up FROM mailing WHERE id = ?1)
WHERE id = ?2
"""
SEMINARS = f"SELECT {SEMINAR_TOLD} FROM seminar n WHERE n.state = 'planned' AND n.start + n.minutes * 60 > ?"  # noqa: S608 -- a constant
IS_DRAFT = "SELECT 1 FROM mailing WHERE id = ? AND state = 'draft' AND author = ?"
TEXTS = f"SELECT language, discreet, {CONTENT} FROM mailing_text WHERE mailing = ?"  # noqa: S608 -- a constant


class BroadcastRepository:
    """core.broadcasts.Broadcasts over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def begin(self, author: int, expires: datetime, first: Callable[[int], Contents] | None = None) -> int:
        """Drop the author's unfinished draft, start a new one, with its first texts, and return its id."""
        async with self._database.writing() as tx:
            await drop_draft(tx, author)
            mailing = await tx.insert(BEGIN, (Lane.BROADCAST.value, await number_for(tx, author)))
            step = ComposeStep.ENGLISH if first else ComposeStep.RUSSIAN
            if first:
                await write_draft(tx, mailing, first(mailing), Audience.ALL, 0)
            await put_draft(tx, Conversation(author, Flow.BROADCAST, step, mailing), expires)
        return mailing

    async def ring(self, mailing: int, author: int, expires: datetime, *, quiet: bool) -> bool:
        """Let a complete draft come without a sound, or with one; False when it is no draft of this author."""
        async with self._database.writing() as tx:
            if not await tx.rows(IS_DRAFT, (mailing, await number_of(tx, author))):
                return False
            await tx.execute(RING, (int(quiet), mailing))
            ((audience, recipients),) = await tx.rows("SELECT audience, total FROM mailing WHERE id = ?", (mailing,))
            await write_draft(tx, mailing, {}, Audience(audience), recipients)
            await put_draft(tx, Conversation(author, Flow.BROADCAST, ComposeStep.PREVIEW, mailing), expires)
        return True

    async def begin_repeat(
        self, author: int, repeat: Repeat, audience: Audience, texts: Callable[[int], Contents], expires: datetime
    ) -> int:
        """Drop the author's unfinished draft, start one that is complete, and for those a run missed only."""
        _, of_seminar = await self._followed(repeat.source)
        recipients = await self.count(audience, repeat, of_seminar)
        async with self._database.writing() as tx:
            await drop_draft(tx, author)
            mailing = await tx.insert(BEGIN, (Lane.BROADCAST.value, await number_for(tx, author)))
            await tx.execute(REPEATS, repeat_values(repeat, mailing))
            await tx.execute(RINGS_AS, (repeat.source, mailing))
            await write_draft(tx, mailing, texts(mailing), audience, recipients)
            await put_draft(tx, Conversation(author, Flow.BROADCAST, ComposeStep.PREVIEW, mailing), expires)
        return mailing

    async def begin_correction(self, author: int, source: int, expires: datetime) -> int:
        """Drop the author's unfinished draft, start one that waits for RUSSIAN, for those who got another run."""
        async with self._database.writing() as tx:
            await drop_draft(tx, author)
            mailing = await tx.insert(BEGIN, (Lane.BROADCAST.value, await number_for(tx, author)))
            await tx.execute(REPEATS, repeat_values(Repeat(source, Missed.GOT), mailing))
            await put_draft(tx, Conversation(author, Flow.BROADCAST, ComposeStep.RUSSIAN, mailing), expires)
        return mailing

    async def text(self, mailing: int, language: Locale) -> Content | None:
        """Return what was written so far in a language."""
        sql = f"{TEXTS} AND language = ? AND discreet = 0"
        row = await self._database.row(sql, (mailing, language.value))
        return read_content(row[2:]) if row else None

    async def write(
        self,
        mailing: int,
        author: int,
        texts: Contents,
        audience: Audience,
        step: str,
        expires: datetime,
        of_seminar: int | None = None,
    ) -> bool:
        """Store texts beside those not given, the fingerprint of all, and the composer's next step."""
        repeat, before = await self._followed(mailing)
        chosen = (of_seminar or before) if audience is Audience.SEMINAR else None
        recipients = await self.count(audience, repeat, chosen) if step == ComposeStep.PREVIEW else 0
        async with self._database.writing() as tx:
            if not await tx.rows(IS_DRAFT, (mailing, await number_of(tx, author))):
                return False
            await write_draft(tx, mailing, texts, audience, recipients, chosen)
            await put_draft(tx, Conversation(author, Flow.BROADCAST, step, mailing), expires)
        return True

    async def count(self, audience: Audience, repeat: Repeat | None = None, of_seminar: int | None = None) -> int:
        """Return how many people a broadcast to the audience would reach now."""
        people = recipients_sql(audience, MailingKind.BROADCAST, of_seminar, repeat)
        row = await self._database.row(f"SELECT count(*) FROM ({people}) AS people")  # noqa: S608 -- our own constants
        return int(row[0]) if row else 0

    async def confirm(
        self,
        mailing: int,
        author: int,
        content_hash: str,
        audience: Audience,
        now: datetime,
        card: int,
        fare: Fare = Fare.FREE,
        undo: timedelta = NO_WINDOW,
    ) -> int | None:
        """Queue the draft for its audience if it is still exactly this; return the recipients, None if it is not."""
        at = epoch(now)
        recipients = await self._counted(mailing) or await self.count(audience, *await self._followed(mailing))
        async with self._database.writing() as tx:
            number = await number_of(tx, author)
            waits = bool(undo) and recipients > UNDO_ABOVE
            times = ("undo", None, epoch(now + undo), None) if waits else ("queued", at, at, 0)
            drafted = (mailing, number, content_hash, audience.value)
            shown = (epoch(now + USEFUL_FOR), card, fare.value, recipients)
            if not await tx.execute(CONFIRM, (*times, *shown, *drafted)):
                return None
            if not waits:
                await tx.execute(PUSHED, (mailing,))
                await start_recipients(tx, mailing, at, expected=recipients)
            await tx.execute("DELETE FROM draft WHERE person = ?", (number,))
            await record(tx, at, Act(Action.BROADCAST_SENT, str(mailing), recipients, content_hash))
        return recipients

    async def seminars(self, since: datetime) -> list[SignedUp]:
        """Return the planned seminars that are not over since before a moment."""
        return [read_signed_up(row[0]) for row in await self._database.rows(SEMINARS, (epoch(since),))]

    async def _followed(self, mailing: int) -> tuple[Repeat | None, int | None]:
        """Return the run it follows, and the seminar whose people it is for."""
        row = await self._database.row(FOLLOWED, (mailing,))
        return (repeat_of(row[0], row[1]), row[2]) if row else (None, None)

    async def _counted(self, mailing: int) -> int:
        row = await self._database.row("SELECT total FROM mailing WHERE id = ?", (mailing,))
        return int(row[0]) if row else 0


async def write_draft(
    tx: Tx, mailing: int, texts: Contents, audience: Audience, recipients: int, of_seminar: int | None = None
) -> None:
    """Store texts beside those not given, the fingerprint of all, the audience and how many it reached when counted.

    The audience of a seminar is that of ``of_seminar``, or of the one it was for before.
    """
    await write_texts(tx, mailing, texts)
    await tx.execute(ADDRESSED, (audience.value, recipients, of_seminar, mailing))
    ((quiet, chosen),) = await tx.rows("SELECT quiet, signed_up FROM mailing WHERE id = ?", (mailing,))
    fingerprint = hash_contents(await texts_of(tx, mailing), quiet=bool(quiet), of_seminar=chosen)
    await tx.execute("UPDATE mailing SET content_hash = ? WHERE id = ?", (fingerprint, mailing))


async def texts_of(tx: Tx, mailing: int) -> Contents:
    """Return all texts of a mailing."""
    return {
        Variant(Locale(language), bool(discreet)): read_content(stored)
        for language, discreet, *stored in await tx.rows(TEXTS, (mailing,))
    }
