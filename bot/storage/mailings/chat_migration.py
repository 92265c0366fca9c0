"""A chat that goes on under another id: its rows follow it, in the transaction that learns of it.

Where the new id has rows already the two are made one: the younger row decides, refusals win, and nothing is told
twice. The old id is kept nowhere. The new one is a person of its own, since an id is never put in another's place: it
may be longer, and a row of ``person`` must not grow.
"""

from dataclasses import dataclass

from bot.storage.db.database import Tx
from bot.storage.mailings.merging import NOT_FOR
from bot.storage.mailings.queueing import UNFINISHED
from bot.storage.people.people import number_for, number_of, wipe

UNDER_WAY = """
SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = ? WHERE d.state = 1 LIMIT 1
"""
FOUND_GONE = "DELETE FROM delivery WHERE mailing IN (SELECT id FROM mailing) AND person = ? AND state = 3"
TWO = """
SELECT m.id, o.state, o.maybe, o.joint, n.state, n.maybe, n.joint FROM mailing m
JOIN delivery o ON o.mailing = m.id AND o.person = ? JOIN delivery n ON n.mailing = m.id AND n.person = ?
"""
MERGE = "UPDATE delivery SET maybe = ?, joint = ? WHERE mailing = ? AND person = ?"
TOLD, REFUSED = (2, 4), 5
"""States of a delivery: delivered or unknown, and refused."""

DROP = "DELETE FROM delivery WHERE mailing = ? AND person = ?"

FOLLOW = (
    "UPDATE delivery SET person = ?1, messages = NULL WHERE mailing IN (SELECT id FROM mailing) AND person = ?2",
    "UPDATE mailing SET author = ?1 WHERE author = ?2",
    "UPDATE amendment SET author = ?1 WHERE author = ?2",
    "UPDATE ticket SET person = ?1 WHERE person = ?2",
    """
    INSERT INTO ticket_mute (person, until) SELECT ?1, until FROM ticket_mute WHERE person = ?2
    ON CONFLICT (person) DO UPDATE SET until = excluded.until
    """,
    "UPDATE mailing SET approver = ?1 WHERE approver = ?2",
    """
    INSERT INTO subscriber (person, language, joined, active, reminders, recordings, news, silent, discreet, asked)
    SELECT ?1, language, joined, active, reminders, recordings, news, silent, discreet, asked
    FROM subscriber WHERE person = ?2
    ON CONFLICT (person) DO UPDATE SET
        language = CASE WHEN excluded.active > subscriber.active THEN excluded.language ELSE subscriber.language END,
        asked = CASE WHEN excluded.active > subscriber.active THEN excluded.asked ELSE subscriber.asked END,
        joined = CASE WHEN excluded.joined < subscriber.joined THEN excluded.joined ELSE subscriber.joined END,
        active = CASE WHEN excluded.active > subscriber.active THEN excluded.active ELSE subscriber.active END,
        reminders = CASE WHEN excluded.reminders = 0 THEN 0 ELSE subscriber.reminders END,
        recordings = CASE WHEN excluded.recordings = 0 THEN 0 ELSE subscriber.recordings END,
        news = CASE WHEN excluded.news = 0 THEN 0 ELSE subscriber.news END,
        silent = CASE WHEN excluded.silent = 1 THEN 1 ELSE subscriber.silent END,
        discreet = CASE WHEN excluded.discreet = 1 THEN 1 ELSE subscriber.discreet END
    """,
    """
    INSERT INTO seminar_choice (seminar, person, language, wanted)
    SELECT seminar, ?1, language, wanted FROM seminar_choice WHERE person = ?2
    ON CONFLICT (seminar, person) DO UPDATE
    SET wanted = CASE WHEN excluded.wanted < seminar_choice.wanted THEN excluded.wanted ELSE seminar_choice.wanted END
    """,
    """
    INSERT INTO watch (topic, person, language, told) SELECT topic, ?1, language, told FROM watch WHERE person = ?2
    ON CONFLICT (topic, person) DO UPDATE
    SET told = CASE WHEN excluded.told > watch.told THEN excluded.told ELSE watch.told END
    """,
    """
    INSERT INTO draft (person, flow, step, object, expires) SELECT ?1, flow, step, object, expires FROM draft
    WHERE person = ?2 ON CONFLICT DO NOTHING
    """,
)
"""Numbers of messages do not follow: in the new chat they are other messages."""

LEFT_BEHIND = tuple(
    f"DELETE FROM {table} WHERE person = ?"  # noqa: S608 -- names of our own tables
    for table in ("subscriber", "seminar_choice", "watch", "draft", "ticket_mute")
)


@dataclass(frozen=True)
class _Delivery:
    """What decides which of two deliveries of one mailing stays."""

    person: int
    state: int
    maybe: int
    joint: int

    @property
    def told(self) -> bool:
        """Whether the chat got it, or may have: a repetition of the run must not tell it again (A8)."""
        return self.state in TOLD

    @property
    def named(self) -> int:
        """The other seminars its message told of, or may have."""
        return self.joint if self.state or self.maybe else 0


async def move_chat(tx: Tx, old: int, new: int) -> bool:
    """Give every row of a chat to its new id; False when that has to wait.

    While a message is under way to the old id, its verdict will look for its row there; and while people are being
    queued in the order of their numbers, somebody who gets another one could be passed over.
    """
    before = await number_of(tx, old)
    if await tx.rows(UNDER_WAY, (before,)) or await tx.rows(UNFINISHED):
        return False
    if before is not None and await _follow(tx, before, await number_for(tx, new)):
        await wipe(tx, before)
        await tx.note_erased([old])  # or a restore would undo what was refused under the new id
    return True


async def _follow(tx: Tx, old: int, new: int) -> int:
    """Give every row of a person to another; return how many rows changed."""
    changed = await tx.execute(FOUND_GONE, (old,))  # it was not gone, it had moved
    for mailing, *values in await tx.rows(TWO, (old, new)):
        changed += await _merge(tx, mailing, _Delivery(old, *values[:3]), _Delivery(new, *values[3:]))
    for sql in FOLLOW:
        changed += await tx.execute(sql, (new, old))
    for sql in LEFT_BEHIND:
        await tx.execute(sql, (old,))
    return changed


async def _merge(tx: Tx, mailing: int, old: _Delivery, new: _Delivery) -> int:
    """Leave one of two deliveries: one that told the chat or may have, then one with an outcome, else the new id's."""
    drop, keep = (new, old) if old.state > new.state == 0 or (old.told and new.state == REFUSED) else (old, new)
    if drop.state == 0:
        await tx.execute(NOT_FOR, (1, 1, mailing))  # one chat had been counted twice
    maybe = keep.maybe if keep.state > 1 else max(keep.maybe, drop.maybe)
    await tx.execute(MERGE, (maybe, keep.named | drop.named, mailing, keep.person))
    return await tx.execute(DROP, (mailing, drop.person))
