"""``@bot work permit`` in any chat: answers and seminars to share; nothing of it is kept (P12)."""

from aiogram import Router
from aiogram.types import InlineQuery

from bot.core.clock import Clock
from bot.core.faq.inline_search import FindAnswers
from bot.core.faq.topics import Tree
from bot.core.seminars.seminars import Seminars
from bot.handlers.faq.inline_results import results
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words

CACHED = 10
"""Seconds Telegram may show the same results to the same person."""


def router() -> Router:
    """Return the route of inline mode."""
    routes = Router(name="inline")
    routes.inline_query.register(offer)
    return routes


async def offer(
    query: InlineQuery,
    words: Words,
    tree: Tree,
    clock: Clock,
    presentation: Presentation,
    seminars_store: Seminars,
    find_answers: FindAnswers,
) -> None:
    """What fits the words, in the asker's language."""
    now = clock.now()
    topics = [topic for topic in map(tree.find, await find_answers(tree, query.query)) if topic]
    seminars = await seminars_store.coming(now)
    found = results(words, presentation, topics, seminars, now.date())
    await query.answer(list(found), cache_time=CACHED, is_personal=True)
