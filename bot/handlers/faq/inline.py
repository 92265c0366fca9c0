"""``@bot work permit`` in any chat: answers and seminars to share; nothing of it is kept (P12)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import InlineQuery, InlineQueryResultArticle

from bot.core.clock import Clock
from bot.core.faq.inline_search import FindAnswers
from bot.core.faq.topics import Tree
from bot.core.seminars.seminars import Seminars
from bot.handlers.faq.inline_results import results
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words

CACHE_SECONDS = 10
"""How long Telegram may show the same results to the same person."""


@dataclass(frozen=True)
class InlineOffer:
    """Finds what inline mode offers for a query: answers, then coming seminars."""

    find_answers: FindAnswers
    seminars: Seminars
    presentation: Presentation
    clock: Clock

    async def __call__(self, words: Words, tree: Tree, text: str, person: int) -> list[InlineQueryResultArticle]:
        """Return the results in the asker's language."""
        now = self.clock.now()
        topics = [topic for topic in map(tree.find, await self.find_answers(tree, text, person)) if topic]
        return results(words, self.presentation, tree, topics, await self.seminars.coming(now))


def router() -> Router:
    """Return the route of inline mode."""
    routes = Router(name="inline")
    routes.inline_query.register(offer)
    return routes


async def offer(query: InlineQuery, words: Words, tree: Tree, inline_offer: InlineOffer) -> None:
    """Answer an inline query."""
    found = await inline_offer(words, tree, query.query, query.from_user.id)
    await query.answer(list(found), cache_time=CACHE_SECONDS, is_personal=True)
