"""What the handlers of the reviewers' desk share, as one value: the answers, the statistics of questions, the day."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.faq.question_stats import QuestionStats
from bot.core.faq.reviews import Care
from bot.handlers.reviews.question_stats import asked_lately
from bot.handlers.reviews.screens import desk_screen, list_screen, review_screen
from bot.handlers.ui.callbacks import ShowDesk
from bot.handlers.ui.screens import Screen, Words

BEYOND_ALL_PAGES = 1_000
"""A page number that is clamped to the last page."""


@dataclass(frozen=True)
class ReviewDesk:
    """Draws what reviewers and admins see of the answers today."""

    library: Library
    question_stats: QuestionStats
    clock: Clock

    async def front(self, words: Words, *, admin: bool) -> Screen:
        """Return how many answers need what, and what was asked lately; an admin goes Back to /admin."""
        back = ShowDesk(lang=words.locale) if admin else None
        asked = asked_lately(words, self.library.tree, await self.question_stats.lately())
        return desk_screen(words, self.library.tree, self.clock.now().date(), asked, back=back)

    def list(self, words: Words, care: Care | None, page: int) -> Screen:
        """Return a page of the answers that need ``care``."""
        tree, today = self.library.tree, self.clock.now().date()
        return list_screen(words, tree, today, care, page) if care else desk_screen(words, tree, today)

    def last_page(self, words: Words, topic_id: str, reviewer: str) -> Screen:
        """Return the last page of an answer, under which ✅ stands."""
        return self.answer(words, topic_id, BEYOND_ALL_PAGES, reviewer)

    def answer(self, words: Words, topic_id: str, page: int, reviewer: str) -> Screen:
        """Return a page of an answer as it is to be checked; ``reviewer`` is a public name, empty for an admin."""
        today, topic = self.clock.now().date(), self.library.tree.find(topic_id)
        if topic is None:
            return desk_screen(words, self.library.tree, today)
        return review_screen(words, topic, today, page, seen=self.library.print_of(topic), reviewer=reviewer)
