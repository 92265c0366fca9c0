"""A screen is a text with buttons, sent once and then edited in place, so that a chat keeps one message."""

import dataclasses
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, CopyTextButton, InlineKeyboardButton, Message

from bot.core.faq.facts import Age
from bot.core.locales import Locale
from bot.handlers.ui.button_styles import Style, style_of
from bot.handlers.ui.callbacks import Cover, Go, Place, Spoken
from bot.messages import frame
from bot.texts import Argument
from bot.wording.wording import Wording

Row = Sequence[InlineKeyboardButton]

COPIED_UNITS = 256
"""How much a button copies at most (Bot API, CopyTextButton; UTF-16 units, to be safe)."""

UNCHANGED_PHRASE = "message is not modified"
NOT_EDITABLE_PHRASES = (
    *("message can't be edited", "message to edit not found", "MESSAGE_ID_INVALID"),
    "there is no text in the message",  # a button under a file
)


class LongFooter(tuple[InlineKeyboardButton, ...]):
    """The last row with one button more than a small phone shows whole: the third is drawn below the others."""

    __slots__ = ()


@dataclass(frozen=True)
class Screen:
    """What a person sees: HTML and rows of buttons."""

    text: str
    rows: tuple[Row, ...] = ()

    def fields(self) -> dict[str, Any]:
        """Return what sendMessage and editMessageText need beside the chat."""
        drawn = [part for row in self.rows for part in ((row[:2], row[2:]) if isinstance(row, LongFooter) else (row,))]
        return {"text": self.text, **frame(drawn)}


@lru_cache(maxsize=256)
def _place_button(text: str, locale: Locale, to: Place, style: Style | None) -> InlineKeyboardButton:
    """Return a button to a place. Cached: building the model costs more than wording it, and it is never changed."""
    return InlineKeyboardButton(text=text, callback_data=Go(lang=locale, to=to).pack(), style=style)


@dataclass(frozen=True)
class Words(Wording):
    """The catalogues in one language, and the buttons made of them.

    ``subscribed`` is whether the reader is a subscriber, ``first_steps`` how old the answer of that name is; each
    changes one button of the menu (P1, P5). ``cover`` is the packed data of «Скрыть», where the screen stands in a
    discreet message that was opened (S5). ``lawyers`` is whether there are lawyers to ask (P10), ``on_server``
    whether the database is a server's, where what is deleted leaves other traces (O9).
    """

    subscribed: bool = False
    cover: str | None = None
    first_steps: Age = Age.CURRENT
    lawyers: bool = False
    on_server: bool = False

    def covered_by(self, cover: Cover) -> "Words":
        """Return the words for a discreet message that is being opened: its screens keep a button that hides it."""
        return dataclasses.replace(self, cover=cover.pack())

    def button(self, key: str, target: CallbackData, /, **arguments: Argument) -> InlineKeyboardButton:
        """Return a button that calls back, in the colour of its key."""
        text, style = self.plain(key, **arguments), style_of(key)
        return InlineKeyboardButton(text=text, callback_data=target.pack(), style=style)

    def copy(self, key: str, copied: str, /, **arguments: Argument) -> InlineKeyboardButton:
        """Return a button that copies a text of at most 256 signs, which the message shows as well."""
        return InlineKeyboardButton(text=self.plain(key, **arguments), copy_text=CopyTextButton(text=copied))

    def link(self, key: str, url: str, /, **arguments: Argument) -> InlineKeyboardButton:
        """Return a button that opens a link."""
        return InlineKeyboardButton(text=self.plain(key, **arguments), url=url)

    def go(self, key: str, to: Place) -> InlineKeyboardButton:
        """Return a button to a screen that needs no argument."""
        return _place_button(self.plain(key), self.locale, to, style_of(key, leads=True))

    def switch(self, here: Spoken) -> InlineKeyboardButton:
        """Return the 🌐 button: the same screen in the other language, which is chosen by it."""
        return self.button("language-switch", here.model_copy(update={"lang": self.locale.other, "pick": True}))

    def footer(self, here: Spoken, back: Spoken | None = None) -> Row:
        """Return the last row of every screen: back (or the menu), and 🌐; «Скрыть» stands in the menu's place."""
        hide, switch = self.hide(), self.switch(here)
        if back is None:
            return (*(hide or (self.go("menu", Place.MENU),)), switch)
        return LongFooter((self.button("back", back), switch, *hide)) if hide else (self.button("back", back), switch)

    def hide(self) -> Row:
        """Return «Скрыть» in a discreet message that was opened, else no button."""
        if self.cover is None:
            return ()
        return (InlineKeyboardButton(text=self.plain("hide"), callback_data=self.cover),)

    def ask_row(self) -> tuple[Row, ...]:
        """Return the row of ✉️, where there are lawyers to ask."""
        return ((self.go("label-ask", Place.ASK),),) if self.lawyers else ()

    def to_more(self) -> Go:
        """Return where Back leads from the pages behind «Ещё»."""
        return Go(lang=self.locale, to=Place.MORE)


async def show(event: Message | CallbackQuery, screen: Screen) -> None:
    """Answer a message with a new one; answer a tap, then edit the tapped message. Effects come before this call."""
    if isinstance(event, Message):
        return await send(event, screen)
    await event.answer()
    await edit(event, screen)
    return None


async def send(message: Message, screen: Screen) -> None:
    """Answer a message with a screen."""
    await message.answer(**screen.fields())


async def send_to(bot: Bot, chat: int, screen: Screen) -> Message:
    """Send a screen to a chat; return the message."""
    return await bot.send_message(chat, **screen.fields())


async def edit(query: CallbackQuery, screen: Screen) -> int | None:
    """Draw the screen in the place of the tapped message, or below it where Telegram no longer lets it be edited.

    Return the number of the message it stands in, None if that is not known.
    """
    return await replace(query, screen.fields())


async def replace(query: CallbackQuery, fields: dict[str, Any]) -> int | None:
    """Edit the tapped message into another, or send that below; ``fields`` are those of editMessageText.

    Of an old message Telegram may tell the number alone: it is edited all the same, or what «Скрыть» covers would stay.
    """
    bot, tapped, chat = query.bot, query.message, query.from_user.id
    if bot is None:
        return None
    if tapped is not None and await edited(bot.edit_message_text(chat_id=chat, message_id=tapped.message_id, **fields)):
        return tapped.message_id
    return (await bot.send_message(chat, **fields)).message_id


async def edited(call: Awaitable[object], *, unchanged: bool = True) -> bool:
    """Await an edit; False where Telegram no longer lets the message be edited. Raises its other refusals.

    ``unchanged`` is what to return when the message looks so already, in which case Telegram keeps its old date.
    """
    try:
        await call
    except TelegramBadRequest as refusal:
        if any(words in refusal.message for words in NOT_EDITABLE_PHRASES):
            return False
        if UNCHANGED_PHRASE not in refusal.message:
            raise
        return unchanged
    return True
