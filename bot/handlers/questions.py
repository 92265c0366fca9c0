"""A question in a person's own words (P6): the answer, a choice, or an honest no. The words are kept nowhere."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.search import LazySearch
from bot.core.topics import Tree
from bot.handlers.callbacks import NoneFits
from bot.handlers.presentation import Presentation
from bot.handlers.question_screens import found_screen, rephrase_screen
from bot.handlers.screens import Words, edit, send
from bot.handlers.start import menu_below


def router() -> Router:
    """Return the route of its button; any text is a question only when nobody else takes it (``fallback.py``)."""
    routes = Router(name="questions")
    routes.callback_query.register(nothing_fits, NoneFits.filter())
    return routes


async def answer_question(
    message: Message, words: Words, tree: Tree, clock: Clock, presentation: Presentation, search: LazySearch
) -> None:
    """Any text is a question."""
    found = await search(message.text or "")
    if found is None:
        await send(message, menu_below(words, words("questions-not-now")))
    else:
        await send(message, found_screen(words, tree, found, clock.now().date(), presentation.username))


async def nothing_fits(query: CallbackQuery, words: Words) -> None:
    """None of the topics that were offered: to be asked in other words."""
    await query.answer()
    await edit(query, rephrase_screen(words))
