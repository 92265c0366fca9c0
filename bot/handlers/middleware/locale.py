"""Finds the language of every update, and stores a 🌐 choice, before any handler runs."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User

from bot.core.subscribers.languages import Languages
from bot.core.subscribers.subscribers import ChooseLanguage
from bot.handlers.ui.callbacks import carried_cover, carried_language
from bot.handlers.ui.screens import Words
from bot.texts import Texts


class LocaleMiddleware(BaseMiddleware):
    """Outer middleware of updates: gives handlers ``locale`` and ``words``."""

    def __init__(self, texts: Texts, languages: Languages, choose: ChooseLanguage) -> None:
        """Take the catalogues, the memory of languages and the use case behind 🌐."""
        self._texts = texts
        self._languages = languages
        self._choose = choose

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Find the language, then pass the update on."""
        user: User | None = data.get("event_from_user")
        tapped = event.callback_query if isinstance(event, Update) else None
        if user is not None:
            await self._learn(user, tapped, data)
        return await handler(event, data)

    async def _learn(self, user: User, tapped: CallbackQuery | None, data: dict[str, Any]) -> None:
        carried, chosen = carried_language(tapped.data if tapped else None)
        if carried and chosen:
            await self._choose(user.id, carried)
        locale = await self._languages.of(user.id, carried, user.language_code)
        data["locale"] = locale
        cover = carried_cover(_buttons(tapped), locale)
        data["words"] = Words(self._texts, locale, self._languages.subscribed(user.id), cover)


def _buttons(tapped: CallbackQuery | None) -> Iterator[str | None]:
    """Yield the data of every button of the tapped message, as far as Telegram still tells them."""
    if tapped is not None and isinstance(tapped.message, Message) and tapped.message.reply_markup is not None:
        yield from (button.callback_data for row in tapped.message.reply_markup.inline_keyboard for button in row)
