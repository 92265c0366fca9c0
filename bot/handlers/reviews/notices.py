"""Tells admins and reviewers, a week before, what turns in the answers, and weekly which facts are due (P5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from bot.core.faq.library import Library
from bot.core.faq.reviews import SOON, WEEKLY_FACTS, Told, due_facts, turning
from bot.core.faq.topics import Tree
from bot.core.pagination import GAP
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.reviews.screens import ShowFacts, ShowReviews, fact_button
from bot.handlers.ui.screens import Screen, Words

WEEK = timedelta(days=7)


class ToldStore(Protocol):
    """Where that is kept."""

    async def told(self) -> Told | None:
        """Return it; None before the first look."""
        ...

    async def keep_told(self, told: Told) -> None:
        """Keep it."""
        ...


@dataclass(frozen=True)
class ReviewNotices:
    """Run by a tick. ``notices`` go to admins and reviewers alike."""

    notices: AdminNotices
    library: Library
    store: ToldStore

    async def __call__(self) -> None:
        """Tell what was not told yet; what reached nobody is told by a later tick."""
        tree = self.library.tree
        told = await self.store.told()
        if told is None:
            return await self.store.keep_told(Told(tree.day - timedelta(days=1), tree.day))
        told = trusted(told, tree.day)
        turns = turning(tree, told.turns + SOON)
        weekly = tree.day - told.facts >= WEEK and bool(due_facts(tree))
        if (turns or weekly) and not await self.notices.show(lambda words: _notice(words, tree, told, weekly=weekly)):
            return None
        kept = Told(max(told.turns, tree.day), tree.day if weekly else told.facts)
        if kept != told:
            await self.store.keep_told(kept)
        return None


def trusted(told: Told, today: date) -> Told:
    """Return what was told, without what a clock said that ran ahead by more than a week: that would silence for long.

    What such a clock passed over is rather told twice than never.
    """
    if max(told.turns, told.facts) <= today + WEEK:
        return told
    return Told(min(told.turns, today - SOON), min(told.facts, today - WEEK))


def _notice(words: Words, tree: Tree, told: Told, *, weekly: bool) -> Screen:
    turns = [
        words("reviews-turns-line", day=day, title=words.plain(f"faq-{topic.id}"))
        for day, topic in turning(tree, told.turns + SOON)
    ]
    facts = due_facts(tree)[:WEEKLY_FACTS] if weekly else []
    parts = [words("reviews-turns") + "\n" + "\n".join(turns)] if turns else []
    parts += [words("reviews-weekly")] if facts else []
    rows = [(fact_button(words, tree, fact),) for fact in facts]
    more = (words.button("reviews-facts", ShowFacts(lang=words.locale), count=len(due_facts(tree))),)
    return Screen(GAP.join(parts), (*rows, more, words.footer(ShowReviews(lang=words.locale))))
