"""What is no question of law: a wish about the bot, despair, a message without a word (P6). It is counted nowhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.faq.topics import Tree
from bot.core.faq.wishes import Wish, Wishes
from bot.core.pagination import GAP
from bot.handlers.admin.access import Admins
from bot.handlers.faq.question_screens import help_rows
from bot.handlers.faq.questions import Questions
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.start import help_screen
from bot.handlers.subscribers.privacy import delete_screen
from bot.handlers.subscribers.subscription import leave_screen
from bot.handlers.tickets.ask_desk import AskDesk
from bot.handlers.ui.callbacks import Go, Place, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.menu import menu_below, menu_screen
from bot.handlers.ui.screens import Screen, Words, send, show
from bot.handlers.unsupported import answer_silently
from bot.handlers.verify import verify_screen


class ShowCalm(Spoken, prefix="clm"):
    """Show the words for somebody in despair."""


class SaysNothing(BaseFilter):
    """A text without a word, or a number alone."""

    async def __call__(self, message: Message, wishes: Wishes) -> bool:
        """Return whether it is one."""
        return wishes.says_nothing(message.text or "")


class IsWish(BaseFilter):
    """A text that is a wish about the bot; the handler gets ``wish``."""

    async def __call__(self, message: Message, wishes: Wishes) -> dict[str, Wish] | bool:
        """Return the wish, or False."""
        wish = wishes.wish(message.text or "")
        return {"wish": wish} if wish else False


class Despairs(BaseFilter):
    """A text that speaks of despair about one's own life."""

    async def __call__(self, message: Message, wishes: Wishes) -> bool:
        """Return whether it does."""
        return wishes.despairs(message.text or "")


@dataclass(frozen=True)
class WishScreens:
    """Draws the screen that a wish opens; none of them changes anything."""

    seminar_screens: SeminarScreens
    presentation: Presentation
    admins: Admins
    ask_desk: AskDesk

    async def __call__(self, words: Words, tree: Tree, chat: int, wish: Wish) -> Screen:
        """Return it."""
        match wish:
            case Wish.SEMINARS:
                return await self.seminar_screens.front(words, chat)
            case Wish.SPEAKER:
                screen = await self.seminar_screens.front(words, chat)
                return Screen(GAP.join((words("wishes-speaker"), screen.text)), screen.rows)
            case Wish.HELP:
                return help_screen(words, admin=chat in self.admins.ids)
            case Wish.VERIFY:
                return verify_screen(words, self.presentation)
            case Wish.PERSON:
                return await self._person(words, tree, chat)
            case _:
                return SCREENS[wish](words)

    async def _person(self, words: Words, tree: Tree, chat: int) -> Screen:
        """Return how lawyers are asked; where there are none, who else may advise."""
        if words.lawyers:
            screen = await self.ask_desk.front(words, tree, chat)
            return Screen(GAP.join((words("wishes-person-lawyers"), screen.text)), screen.rows)
        return Screen(words("wishes-person"), (*help_rows(words, tree), words.footer(_menu(words))))


def router() -> Router:
    """Return the route of its button; the messages themselves come through unknown.py, after all other routers."""
    routes = Router(name="wishes")
    routes.callback_query.register(show_calm, ShowCalm.filter())
    return routes


async def ask_for_words(message: Message, words: Words) -> None:
    """A message without a word: one sentence, without a sound."""
    await answer_silently(message, menu_below(words, words("wishes-nothing")))


async def open_wish(message: Message, wish: Wish, words: Words, tree: Tree, wish_screens: WishScreens) -> None:
    """A wish opens its screen and does nothing else."""
    await send(message, await wish_screens(words, tree, message.chat.id, wish))


async def answer_calmly(message: Message, words: Words) -> None:
    """The calm words alone: nothing can be searched."""
    await send(message, calm_screen(words))


async def answer_despair(message: Message, words: Words, tree: Tree, questions: Questions) -> None:
    """The calm words at once, and below them the topics that the search finds, if it finds some."""
    await answer_calmly(message, words)
    below = await questions.quietly(words, tree, message.chat.id, message.text or "")
    if below is not None:
        await answer_silently(message, Screen(words("wishes-despair-topics"), below.rows))


async def show_calm(query: CallbackQuery, words: Words) -> None:
    """The same words in the other language."""
    await show(query, calm_screen(words))


def thanks_screen(words: Words) -> Screen:
    """Draw the answer to thanks, without a button that offers something."""
    return Screen(words("wishes-thanks"), (words.footer(_menu(words)),))


def calm_screen(words: Words) -> Screen:
    """Draw the words for somebody in despair; they name no number, as fact CR-1 is not confirmed yet."""
    return Screen(words("wishes-despair"), (words.footer(ShowCalm(lang=words.locale)),))


def _menu(words: Words) -> Go:
    return Go(lang=words.locale, to=Place.MENU)


SCREENS: Mapping[Wish, Callable[[Words], Screen]] = {
    Wish.LEAVE: leave_screen,
    Wish.DELETE: delete_screen,
    Wish.MENU: menu_screen,
    Wish.ABOUT: lambda words: menu_below(words, words("wishes-about")),
    Wish.GREETING: lambda words: menu_below(words, words("wishes-greeting")),
    Wish.THANKS: thanks_screen,
}
"""Wishes whose screen needs nothing but its words."""
