"""What the handlers of the reviewers' desk share, as one value: answers, statistics of questions, stamps."""

from dataclasses import dataclass

from bot.core.faq.library import Library
from bot.core.faq.question_stats import QuestionStats
from bot.core.faq.reviews import Care, ReviewAnswer, Reviewed, ReviewFact
from bot.handlers.reviews.question_stats import asked_lately
from bot.handlers.reviews.screens import (
    SetFact,
    SetReviewed,
    desk_screen,
    fact_screen,
    facts_screen,
    list_screen,
    review_screen,
)
from bot.handlers.ui.callbacks import ShowDesk
from bot.handlers.ui.screens import Screen, Words

BEYOND_ALL_PAGES = 1_000
"""A page number that is clamped to the last page."""


@dataclass(frozen=True)
class ReviewDesk:
    """Draws what reviewers and admins see of the answers today, and takes the reviewers' stamps."""

    library: Library
    question_stats: QuestionStats
    review_answer: ReviewAnswer
    review_fact: ReviewFact

    async def front(self, words: Words, *, admin: bool) -> Screen:
        """Return how many answers need what, and what was asked lately; an admin goes Back to /admin."""
        back = ShowDesk(lang=words.locale) if admin else None
        asked = asked_lately(words, self.library.tree, await self.question_stats.lately())
        return desk_screen(words, self.library.tree, asked, back=back)

    def list(self, words: Words, care: Care | None, page: int) -> Screen:
        """Return a page of the answers that need ``care``."""
        tree = self.library.tree
        return list_screen(words, tree, care, page) if care else desk_screen(words, tree)

    def facts(self, words: Words, page: int) -> Screen:
        """Return a page of the facts that are due."""
        return facts_screen(words, self.library.tree, page)

    def last_page(self, words: Words, topic_id: str, reviewer: str) -> Screen:
        """Return the last page of an answer, under which ✅ stands."""
        return self.answer(words, topic_id, BEYOND_ALL_PAGES, reviewer)

    def answer(self, words: Words, topic_id: str, page: int, reviewer: str) -> Screen:
        """Return a page of an answer as it is to be checked; ``reviewer`` is a public name, empty for an admin."""
        tree = self.library.tree
        topic = tree.find(topic_id)
        if topic is None:
            return desk_screen(words, tree)
        seen = self.library.print_of(topic, words.locale)
        return review_screen(words, tree, topic, page, seen=seen, reviewer=reviewer)

    def fact(self, words: Words, fact_id: str, reviewer: str) -> Screen:
        """Return a fact as it is to be compared; the list when there is no such fact any more."""
        tree = self.library.tree
        fact = tree.facts.by_id.get(fact_id)
        return fact_screen(words, tree, fact, reviewer=reviewer) if fact else facts_screen(words, tree, 0)

    async def stamp_text(self, words: Words, deed: SetReviewed, reviewer: str) -> Reviewed:
        """Set the stamp of a text in the language of the screen, or take it back."""
        if deed.on:
            return await self.review_answer(deed.topic, words.locale, reviewer, deed.seen)
        return await self.review_answer.take_back(deed.topic, words.locale)

    async def stamp_fact(self, deed: SetFact, reviewer: str) -> Reviewed:
        """Set the stamp of a fact, or take it back."""
        if deed.on:
            return await self.review_fact(deed.fact, reviewer, deed.seen)
        return await self.review_fact.take_back(deed.fact)
