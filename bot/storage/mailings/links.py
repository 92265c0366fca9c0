"""Which link the texts of mailings about seminars name, and which messages still name an older one (S7)."""

from collections.abc import Sequence

from bot.core.content import Contents, Variant
from bot.core.journal import Act, Action
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.links import StaleLink
from bot.core.seminars.seminars import Seminar
from bot.storage.contents.texts import write_texts
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.delivered import HAS_NUMBER

STALE = """
SELECT m.id, m.kind, m.seminar, m.step FROM mailing m
JOIN seminar s ON s.id = m.seminar AND s.revision = m.revision AND s.state = 'planned'
WHERE m.kind NOT IN ('cancelled', 'rating') AND (m.link IS DISTINCT FROM s.link OR EXISTS (
    SELECT 1 FROM mailing_beside b JOIN seminar o ON o.id = b.seminar AND o.revision = b.revision
    WHERE b.mailing = m.id AND b.link IS DISTINCT FROM o.link
))
ORDER BY m.id
"""
"""A question names no link, and an edit would bring its buttons back to those who have answered (S8)."""

OTHERS = "SELECT seminar FROM mailing_beside WHERE mailing = ? ORDER BY bit"
SAME_LINK = "SELECT 1 FROM seminar WHERE id = ? AND revision = ? AND link IS NOT DISTINCT FROM ?"
THERE = "SELECT language, discreet, joint FROM mailing_text WHERE mailing = ?"
REWORDED = "UPDATE mailing SET link = ?, texts = texts + 1, relink = 1 WHERE id = ?"
REWORDED_BESIDE = "UPDATE mailing_beside SET link = ? WHERE mailing = ? AND seminar = ?"
TO_CORRECT = """
SELECT m.id FROM mailing m WHERE m.relink = 1 AND m.state IN ('done', 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.mailing = m.id AND d.state IN (0, 1))
ORDER BY m.id
"""
END_OLDER = "UPDATE amendment SET state = 'cancelled' WHERE mailing = ? AND state IN ('running', 'paused')"
BEGIN = f"""
INSERT INTO amendment (mailing, kind, state, told, total, beyond)
SELECT ?1, 'link', 'running', 1, count(*), 0 FROM delivery d WHERE d.mailing = ?1 AND {HAS_NUMBER} HAVING count(*) > 0
"""  # noqa: S608 -- a constant
CORRECTED = "UPDATE mailing SET relink = 0 WHERE id = ?"
REACHED = "SELECT coalesce(max(total), 0) FROM amendment WHERE mailing = ? AND state = 'running'"


class SentLinksRepository:
    """core.seminars.links.SentLinks over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def stale(self) -> Sequence[StaleLink]:
        """Return the mailings of planned seminars that name a link of before."""
        found = []
        for mailing, kind, seminar, step in await self._database.rows(STALE):
            others = tuple(row[0] for row in await self._database.rows(OTHERS, (mailing,)))
            found.append(StaleLink(mailing, MailingKind(kind), seminar, step, others))
        return found

    async def reword(self, stale: StaleLink, contents: Contents, seminars: Sequence[Seminar]) -> bool:
        """Put these texts in the place of those there are, if they still name the seminars' links."""
        async with self._database.writing() as tx:
            for each in seminars:
                if not await tx.rows(SAME_LINK, (each.id, each.revision, each.plan.link)):
                    return False
            there = await _variants(tx, stale.mailing)
            texts = {variant: content for variant, content in contents.items() if variant in there}
            await write_texts(tx, stale.mailing, texts)
            first, *others = seminars
            await tx.execute(REWORDED, (first.plan.link, stale.mailing))
            for other in others:
                await tx.execute(REWORDED_BESIDE, (other.plan.link, stale.mailing, other.id))
        return True

    async def correct(self) -> int:
        """Begin to edit the messages of mailings that were reworded and are over; return how many mailings."""
        found = [row[0] for row in await self._database.rows(TO_CORRECT)]
        for mailing in found:
            async with self._database.writing() as tx:
                await tx.execute(END_OLDER, (mailing,))
                await tx.execute(BEGIN, (mailing,))
                await tx.execute(CORRECTED, (mailing,))
                for (count,) in await tx.rows(REACHED, (mailing,)):
                    await record(tx, self._database.now(), Act(Action.LINK_CORRECTED, str(mailing), count))
        return len(found)


async def _variants(tx: Tx, mailing: int) -> set[Variant]:
    rows = await tx.rows(THERE, (mailing,))
    return {Variant(Locale(language), bool(discreet), joint) for language, discreet, joint in rows}
