"""A typed question (P6): the answer, a choice of topics, or "I do not know". The text is stored nowhere."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.faq.question_stats import QuestionStats
from bot.core.faq.rephrasing import Rephrasing
from bot.core.faq.search import Certainty, LazySearch
from bot.core.faq.topics import Tree
from bot.core.faq.wishes import Wish
from bot.handlers.faq.question_screens import FoundScreens, choice_screen, elsewhere_screen, rephrase_screen
from bot.handlers.ui.callbacks import NoneFits, ShowChoice, ShowFound
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.screens import Screen, Words, send, show


def router() -> Router:
    """Return the routes of its buttons; the questions themselves come through unknown.py, after all other routers."""
    routes = Router(name="questions")
    routes.callback_query.register(lead_elsewhere, NoneFits.filter(F.again))
    routes.callback_query.register(nothing_fits, NoneFits.filter())
    routes.callback_query.register(show_found, ShowFound.filter())
    routes.callback_query.register(show_choice, ShowChoice.filter())
    return routes


WishScreen = Callable[[Words, Tree, int, Wish], Awaitable[Screen]]
"""Draws what a wish of a chat opens."""


@dataclass(frozen=True)
class Questions:
    """Answers a question: searches, counts the outcome, and asks for other words once. A wish is counted nowhere."""

    search: LazySearch
    question_stats: QuestionStats
    rephrasing: Rephrasing
    screens: FoundScreens
    wish_screen: WishScreen

    async def __call__(self, words: Words, tree: Tree, chat: int, text: str) -> Screen:
        """Return the screen for a question."""
        found = await self.search(text, chat)
        if found is None:
            return menu_below(words, words("questions-not-now"))
        if found.wish:
            return await self.wish_screen(words, tree, chat, found.wish)
        self.question_stats.count(found, words.locale)
        again = self.rephrasing.again(chat)
        if found.certainty is Certainty.NONE and not again:
            self.rephrasing.ask(chat)  # "I do not know" asks for other words too
        return self.screens.found(words, tree, found, again=again)

    async def quietly(self, words: Words, tree: Tree, chat: int, text: str) -> Screen | None:
        """Return the topics to choose from, counted and remembered nowhere; None when nothing was found.

        Even a sure answer is a choice here: its length would push what stands above it out of sight.
        """
        found = await self.search(text, chat)
        if found is None or found.certainty is Certainty.NONE:
            return None
        return self.screens.found(words, tree, replace(found, certainty=Certainty.SUGGEST), again=False)


async def answer_question(message: Message, words: Words, tree: Tree, questions: Questions) -> None:
    """Any other text is a question."""
    await send(message, await questions(words, tree, message.chat.id, message.text or ""))


async def show_found(
    query: CallbackQuery, callback_data: ShowFound, words: Words, tree: Tree, questions: Questions
) -> None:
    """A topic that was found."""
    await show(query, await questions.screens.topic(words, tree, callback_data, query.from_user.id))


async def show_choice(query: CallbackQuery, callback_data: ShowChoice, words: Words, tree: Tree) -> None:
    """The topics that were found."""
    await show(query, choice_screen(words, tree, callback_data))


async def nothing_fits(query: CallbackQuery, callback_data: NoneFits, words: Words, questions: Questions) -> None:
    """None of the topics that were offered: to be asked in other words, once."""
    questions.rephrasing.ask(query.from_user.id)
    await show(query, rephrase_screen(words, callback_data))


async def lead_elsewhere(query: CallbackQuery, callback_data: NoneFits, words: Words, tree: Tree) -> None:
    """None of the topics fits a second time: say that the bot does not know, and where else there is help."""
    await show(query, elsewhere_screen(words, tree, callback_data))
