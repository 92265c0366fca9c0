"""Reviewers' stamps on texts and facts: a day, a public name, the print of what was read. No person of the chats."""

import json
from collections.abc import Sequence
from datetime import date

from bot.core.faq.facts import FactStamp
from bot.core.faq.reviews import Told
from bot.core.faq.topics import TextStamp
from bot.core.journal import Act, Action
from bot.core.locales import Locale
from bot.storage.db.database import Database
from bot.storage.journal import record

PUT_TEXT = """
INSERT INTO text_stamp (topic, language, day, reviewer, seen) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (topic, language) DO UPDATE SET day = excluded.day, reviewer = excluded.reviewer, seen = excluded.seen
"""
PUT_FACT = """
INSERT INTO fact_stamp (fact, day, reviewer, seen) VALUES (?, ?, ?, ?)
ON CONFLICT (fact) DO UPDATE SET day = excluded.day, reviewer = excluded.reviewer, seen = excluded.seen
"""
IN_FORCE = "INSERT INTO meta VALUES ('texts', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
TOLD = "SELECT value FROM meta WHERE name = 'reviews'"
KEEP_TOLD = "INSERT INTO meta VALUES ('reviews', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class ReviewRepository:
    """core.reviews.Reviews over SQL, and up to when admins and reviewers were told what is due."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def in_force(self, fingerprint: str) -> None:
        """Keep the fingerprint of the edited answers that are in force, for machines that must have the same."""
        async with self._database.writing() as tx:
            await tx.execute(IN_FORCE, (fingerprint,))

    async def texts(self) -> Sequence[TextStamp]:
        """Return every stamp of a text."""
        rows = await self._database.rows("SELECT topic, language, day, reviewer, seen FROM text_stamp")
        return [
            TextStamp(topic, Locale(language), date.fromisoformat(day), reviewer, seen)
            for topic, language, day, reviewer, seen in rows
        ]

    async def facts(self) -> Sequence[FactStamp]:
        """Return every stamp of a fact."""
        rows = await self._database.rows("SELECT fact, day, reviewer, seen FROM fact_stamp")
        return [FactStamp(fact, date.fromisoformat(day), reviewer, seen) for fact, day, reviewer, seen in rows]

    async def put_text(self, stamp: TextStamp) -> None:
        """Keep a stamp in place of the text's earlier one."""
        row = (stamp.topic, stamp.locale.value, stamp.day.isoformat(), stamp.reviewer, stamp.seen)
        async with self._database.writing() as tx:
            await tx.execute(PUT_TEXT, row)
            act = Act(Action.TEXT_STAMPED, f"{stamp.topic}/{stamp.locale.value}", content=stamp.seen)
            await record(tx, self._database.now(), act)

    async def put_fact(self, stamp: FactStamp) -> None:
        """Keep a stamp in place of the fact's earlier one."""
        async with self._database.writing() as tx:
            await tx.execute(PUT_FACT, (stamp.fact, stamp.day.isoformat(), stamp.reviewer, stamp.seen))
            await record(tx, self._database.now(), Act(Action.FACT_STAMPED, stamp.fact, content=stamp.seen))

    async def drop_text(self, topic: str, locale: Locale) -> None:
        """Forget the stamp of a text."""
        async with self._database.writing() as tx:
            await tx.execute("DELETE FROM text_stamp WHERE topic = ? AND language = ?", (topic, locale.value))
            await record(tx, self._database.now(), Act(Action.TEXT_UNSTAMPED, f"{topic}/{locale.value}"))

    async def drop_fact(self, fact: str) -> None:
        """Forget the stamp of a fact."""
        async with self._database.writing() as tx:
            await tx.execute("DELETE FROM fact_stamp WHERE fact = ?", (fact,))
            await record(tx, self._database.now(), Act(Action.FACT_UNSTAMPED, fact))

    async def told(self) -> Told | None:
        """Return up to when was told what turns, and when the due facts were named."""
        row = await self._database.row(TOLD)
        return Told(*map(date.fromisoformat, json.loads(row[0]))) if row else None

    async def keep_told(self, told: Told) -> None:
        """Keep it, in a row of ``meta``."""
        value = json.dumps([told.turns.isoformat(), told.facts.isoformat()])
        async with self._database.writing() as tx:
            await tx.execute(KEEP_TOLD, (value,))
