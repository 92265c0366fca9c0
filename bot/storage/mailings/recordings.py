"""Mailings to those who want recordings: of a video, of a seminar's recording. Drafted, or queued at once."""

from datetime import datetime

from bot.core.clock import epoch
from bot.core.journal import Act, Action
from bot.core.mailings.mailings import Audience, Lane, MailingKind
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.audiences import audience_sql
from bot.storage.mailings.broadcasts import USEFUL_FOR
from bot.storage.mailings.queueing import start_recipients
from bot.storage.people.people import number_for

BEGIN = "INSERT INTO mailing (kind, lane, state, audience, author, video) VALUES (?, ?, 'draft', ?, ?, ?) RETURNING id"
QUEUE = "UPDATE mailing SET state = 'queued', started = ?1, not_before = ?1, not_after = ?2, card = ?3 WHERE id = ?4"
ASK = "UPDATE mailing SET state = 'approval', not_before = 0, not_after = ?, card = ?, total = ? WHERE id = ?"
OPEN = "UPDATE mailing SET state = 'undo', not_before = ?, not_after = ?, card = ?, total = ? WHERE id = ?"
LISTENERS = f"SELECT count(*) FROM ({audience_sql(Audience.RECORDINGS, MailingKind.BROADCAST, None)}) AS people"  # noqa: S608 -- our own constants
PUSHED = """
INSERT INTO video (id, title, state, told, published) VALUES (?, '', 'pushed', 1, ?)
ON CONFLICT (id) DO UPDATE SET state = 'pushed', told = 1
"""

NO_CARD_YET = 0
"""The progress card of a run that no message stands for: the next tick sends one."""


async def begin(tx: Tx, author: int | None, video: str | None) -> int:
    """Write an empty draft to those who want recordings; return its number."""
    number = await number_for(tx, author) if author is not None else None
    kind, lane, audience = MailingKind.BROADCAST.value, Lane.BROADCAST.value, Audience.RECORDINGS.value
    return await tx.insert(BEGIN, (kind, lane, audience, number, video))


async def queue(tx: Tx, mailing: int, now: datetime, card: int | None) -> None:
    """Let a draft with its texts go out; ``card`` is the message that shows its progress, if there is to be one."""
    await tx.execute(QUEUE, (epoch(now), epoch(now + USEFUL_FOR), card, mailing))
    ((people,),) = await tx.rows(LISTENERS)
    ((content,),) = await tx.rows("SELECT content_hash FROM mailing WHERE id = ?", (mailing,))
    await record(tx, epoch(now), Act(Action.BROADCAST_SENT, str(mailing), people, content))
    await start_recipients(tx, mailing, epoch(now), expected=people)


async def ask_second(tx: Tx, mailing: int, now: datetime, until: datetime) -> None:
    """Let a draft with its texts wait for another admin (A4)."""
    ((people,),) = await tx.rows(LISTENERS)
    await tx.execute(ASK, (epoch(until), NO_CARD_YET, people, mailing))
    ((content,),) = await tx.rows("SELECT content_hash FROM mailing WHERE id = ?", (mailing,))
    await record(tx, epoch(now), Act(Action.APPROVAL_ASKED, str(mailing), people, content))


async def open_window(tx: Tx, mailing: int, now: datetime, end: datetime) -> None:
    """Let a draft with its texts wait for the end of its window (core/mailings/undo.py)."""
    ((people,),) = await tx.rows(LISTENERS)
    await tx.execute(OPEN, (epoch(end), epoch(end + USEFUL_FOR), NO_CARD_YET, people, mailing))
    ((content,),) = await tx.rows("SELECT content_hash FROM mailing WHERE id = ?", (mailing,))
    await record(tx, epoch(now), Act(Action.BROADCAST_SENT, str(mailing), people, content))


async def mark_pushed(tx: Tx, video: str, now: datetime) -> None:
    """Write down that a video has gone out, whoever told it: it is not new any more (S7)."""
    await tx.execute(PUSHED, (video, epoch(now)))


async def count_listeners(database: Database) -> int:
    """Return how many people want to hear of recordings and videos now."""
    row = await database.row(LISTENERS)
    return int(row[0]) if row else 0
