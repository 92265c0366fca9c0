"""Which reminders somebody has twice: two steps of a seminar whose texts are the same, both delivered."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.mailings.same_reminders import OlderReminder, SamePair
from bot.storage.db.database import Database
from bot.storage.mailings.outbox import ANY_WAITING, DISCREET_UNASKED, FAR_FUTURE_SECONDS
from bot.storage.mailings.stars import EVERY_FARE

SAME_TEXT = """
EXISTS (
    SELECT 1 FROM mailing_text a JOIN mailing_text b
      ON b.mailing = n.id AND b.language = a.language AND b.discreet = a.discreet AND b.joint = 0
     AND b.content = a.content AND b.entities IS NOT DISTINCT FROM a.entities
     AND b.keyboard IS NOT DISTINCT FROM a.keyboard
    WHERE a.mailing = o.id AND a.joint = 0 {variant}
)
"""
THEIR_VARIANT = (
    f"AND a.language = coalesce(s.language, c.language, 'ru') AND a.discreet = coalesce(s.discreet, {DISCREET_UNASKED})"
)
PAIRS = f"""
SELECT o.id, n.id, n.finished IS NOT NULL FROM mailing o
JOIN mailing n ON n.seminar = o.seminar AND n.revision = o.revision AND n.kind = 'step' AND n.step < o.step
WHERE o.kind = 'step' AND o.not_before > ? AND o.delivered > 0 AND n.delivered > 0 AND {SAME_TEXT.format(variant="")}
ORDER BY o.id, n.id
"""  # noqa: S608 -- constants of this module
OLDER = f"""
SELECT d.person, p.chat, d.messages FROM mailing o
JOIN mailing n ON n.id = ?
JOIN delivery d ON d.mailing = o.id AND d.person > ? AND d.state = 2 AND d.joint = 0 AND d.messages IS NOT NULL
JOIN delivery e ON e.mailing = n.id AND e.person = d.person AND e.state = 2 AND e.joint = 0
JOIN person p ON p.number = d.person
LEFT JOIN subscriber s ON s.person = d.person
LEFT JOIN seminar_choice c ON c.seminar = o.seminar AND c.person = d.person
WHERE o.id = ? AND {SAME_TEXT.format(variant=THEIR_VARIANT)}
ORDER BY d.person LIMIT ?
"""  # noqa: S608 -- constants of this module
FORGET = "UPDATE delivery SET messages = NULL WHERE mailing = ? AND person = ?"


class SameRemindersRepository:
    """core.mailings.same_reminders.SameReminders over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def busy(self, now: datetime) -> bool:
        """Return whether a message of a mailing waits to be sent now."""
        at = epoch(now)
        waiting = ANY_WAITING.format(which=EVERY_FARE)
        return await self._database.row(waiting, (at, at, at, at + FAR_FUTURE_SECONDS)) is not None

    async def pairs(self, since: datetime) -> Sequence[SamePair]:
        """Return the pairs whose older step was due after ``since``."""
        rows = await self._database.rows(PAIRS, (epoch(since),))
        return [SamePair(older, newer, bool(over)) for older, newer, over in rows]

    async def older(self, pair: SamePair, after: int, limit: int) -> Sequence[OlderReminder]:
        """Return older reminders that stand in their chats, as far as the text is the same in the person's mode."""
        rows = await self._database.rows(OLDER, (pair.newer, after, pair.older, limit))
        return [OlderReminder(pair.older, person, chat, tuple(json.loads(sent))) for person, chat, sent in rows]

    async def forget(self, reminders: Sequence[OlderReminder]) -> None:
        """Write down that these messages are no more."""
        if reminders:
            async with self._database.writing() as tx:
                await tx.many(FORGET, [(reminder.mailing, reminder.person) for reminder in reminders])
