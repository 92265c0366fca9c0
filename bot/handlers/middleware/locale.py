"""Finds the language of every update, and stores a 🌐 choice, before any handler runs."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User

from bot.core.faq.library import Library
from bot.core.mailings.conversations import WritesForOthers
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.subscribers import ChooseLanguage
from bot.core.tickets.group import LawyersGroup
from bot.handlers.tickets.group_access import among_lawyers
from bot.handlers.ui.callbacks import carried_cover, carried_language
from bot.handlers.ui.menu import FIRST_STEPS
from bot.handlers.ui.screens import Words


class LocaleMiddleware(BaseMiddleware):
    """Outer middleware of updates: gives handlers ``locale`` and ``words``."""

    def __init__(
        self,
        words: Callable[..., Words],
        library: Library,
        languages: Languages,
        choose: ChooseLanguage,
        writes_for_others: WritesForOthers,
        lawyers: LawyersGroup,
    ) -> None:
        """Take answers, the memory of languages, what is behind 🌐, who writes for others, the lawyers.

        ``words`` makes Words of a language and what a reader's screens depend on.
        """
        self._words = words
        self._library = library
        self._languages = languages
        self._choose = choose
        self._writes_for_others = writes_for_others
        self._lawyers = lawyers

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Find the language, then pass the update on."""
        user: User | None = data.get("event_from_user")
        if among_lawyers(data):  # everybody reads the same there: one language, and nothing is learned of anybody
            data["locale"], data["words"] = self._languages.default, self._words(self._languages.default)
        elif user is not None and isinstance(event, Update):
            await self._learn(user, event, data)
        return await handler(event, data)

    async def _learn(self, user: User, event: Update, data: dict[str, Any]) -> None:
        carried, chosen = carried_language(event.callback_query.data if event.callback_query else None)
        if carried and chosen:
            await self._choose(user.id, carried)
        typed = _typed(event)
        if typed and await self._writes_for_others(user.id):
            typed = ""
        locale = await self._languages.of(user.id, carried, user.language_code, typed)
        data["locale"] = locale
        cover = carried_cover(_buttons(event.callback_query), locale)
        first_steps = self._library.tree.age_of(FIRST_STEPS)
        subscribed, lawyers = self._languages.subscribed(user.id), self._lawyers.set_up
        data["words"] = self._words(locale, subscribed, cover, first_steps, lawyers)


def _typed(event: Update) -> str:
    """Return what the person wrote: a question, a caption, a search in inline mode. A Latin command tells nothing."""
    if event.inline_query:
        return event.inline_query.query
    text = (event.message.text or event.message.caption if event.message else None) or ""
    return "" if text.startswith("/") and text[1:2].isascii() else text


def _buttons(tapped: CallbackQuery | None) -> Iterator[str | None]:
    """Yield the data of every button of the tapped message, as far as Telegram still tells them."""
    if tapped is not None and isinstance(tapped.message, Message) and tapped.message.reply_markup is not None:
        yield from (button.callback_data for row in tapped.message.reply_markup.inline_keyboard for button in row)
