"""What a discreet subscriber sees of a broadcast, and what opens behind it (S5)."""

import json
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity

from bot.core.content import Button, Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind, Mailings, MailingState
from bot.core.mailings.outbox import Outbox
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.discreet import discreet
from bot.handlers.ui.screens import NOT_THERE, UNCHANGED, Row, Screen, Words, edit, no_preview
from bot.texts import Texts


class OpenBroadcast(Spoken, prefix="opb"):
    """Open the text of a discreetly announced broadcast."""

    mailing: RowNumber


@dataclass(frozen=True)
class DiscreetWords:
    """Words the neutral first message of a broadcast (core's ``Discreetly``)."""

    texts: Texts

    def __call__(self, locale: Locale, mailing: int) -> Content:
        """Return the neutral text with the button that opens the mailing."""
        opening = OpenBroadcast(lang=locale, mailing=mailing)
        return discreet(Words(self.texts, locale), MailingKind.BROADCAST, opening)


def router() -> Router:
    """Return the route that opens a broadcast; it is a reader's, so no admin filter stands before it."""
    routes = Router(name="open_discreet")
    routes.callback_query.register(open_broadcast, OpenBroadcast.filter())
    return routes


async def open_broadcast(
    query: CallbackQuery, callback_data: OpenBroadcast, words: Words, mailings: Mailings, outbox: Outbox, bot: Bot
) -> None:
    """The broadcast itself, in the place of its neutral announcement."""
    await query.answer()
    content = await _broadcast(mailings, outbox, callback_data.mailing, words.locale)
    footer = words.footer(OpenBroadcast(lang=words.locale, mailing=callback_data.mailing))
    if content is None:
        await edit(query, Screen(words("reminders-broadcast-gone"), (footer,)))
        return
    await _replace(query, bot, content, footer)


async def _broadcast(mailings: Mailings, outbox: Outbox, mailing_id: int, locale: Locale) -> Content | None:
    """A draft is nobody's to read, whatever a forged button says; one text for all may be in one language."""
    mailing = await mailings.get(mailing_id)
    if mailing is None or mailing.kind is not MailingKind.BROADCAST or mailing.state is MailingState.DRAFT:
        return None
    content = await outbox.content(mailing_id, Variant(locale))
    return content or await outbox.content(mailing_id, Variant(locale.other))


async def _replace(query: CallbackQuery, bot: Bot, content: Content, footer: Row) -> None:
    """Edit the tapped message into what an author typed: the entities as stored, nothing parsed again."""
    stored = json.loads(content.entities) if content.entities else []
    rows = [[_inline(button) for button in row] for row in content.keyboard]
    what: dict[str, Any] = {
        "text": content.text,
        "entities": [MessageEntity.model_validate(entity) for entity in stored],
        "parse_mode": ParseMode.HTML if content.entities is None else None,
        "reply_markup": InlineKeyboardMarkup(inline_keyboard=[*rows, list(footer)]),
        "link_preview_options": no_preview(),
    }
    if not isinstance(query.message, Message) or not await _edited(query.message, what):
        await bot.send_message(query.from_user.id, **what)


async def _edited(message: Message, what: dict[str, Any]) -> bool:
    """Return False where Telegram no longer lets the message be edited."""
    try:
        await message.edit_text(**what)
    except TelegramBadRequest as refusal:
        if any(words in refusal.message for words in NOT_THERE):
            return False
        if UNCHANGED not in refusal.message:
            raise
    return True


def _inline(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=button.text, callback_data=button.data, url=button.url)
