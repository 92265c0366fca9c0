"""Drawing: a text with buttons, sent once or edited in place, so that a chat holds one message and no litter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message

from bot.core.locales import Locale
from bot.handlers.ui.callbacks import Go, Place, Spoken
from bot.texts import Argument, Texts

Row = Sequence[InlineKeyboardButton]

UNCHANGED = "message is not modified"
NOT_THERE = (
    *("message can't be edited", "message to edit not found", "MESSAGE_ID_INVALID"),
    "there is no text in the message",  # a button under a file
)


def no_preview() -> LinkPreviewOptions:
    """Return the option that keeps foreign pictures out of a frightened person's chat, and saves data."""
    return LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Screen:
    """What a person sees: HTML and rows of buttons."""

    text: str
    rows: tuple[Row, ...] = ()

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        """The buttons in Telegram's form, or None without any."""
        return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in self.rows]) if self.rows else None


@lru_cache(maxsize=256)
def _way(text: str, locale: Locale, to: Place) -> InlineKeyboardButton:
    """Every screen shows some of these few, and making one costs more than wording it; nobody changes them."""
    return InlineKeyboardButton(text=text, callback_data=Go(lang=locale, to=to).pack())


@dataclass(frozen=True)
class Words:
    """The catalogues in one language, and the buttons made of them."""

    texts: Texts
    locale: Locale

    def __call__(self, key: str, /, **arguments: Argument) -> str:
        """Return a message as HTML."""
        return self.texts(self.locale, key, **arguments)

    def plain(self, key: str, /, **arguments: Argument) -> str:
        """Return a message for a button or a toast."""
        return self.texts.plain(self.locale, key, **arguments)

    def button(self, key: str, target: CallbackData, /, **arguments: Argument) -> InlineKeyboardButton:
        """Return a button that calls back."""
        return InlineKeyboardButton(text=self.plain(key, **arguments), callback_data=target.pack())

    def link(self, key: str, url: str, /, **arguments: Argument) -> InlineKeyboardButton:
        """Return a button that opens a link."""
        return InlineKeyboardButton(text=self.plain(key, **arguments), url=url)

    def go(self, key: str, to: Place) -> InlineKeyboardButton:
        """Return a button to a screen that needs no argument."""
        return _way(self.plain(key), self.locale, to)

    def switch(self, here: Spoken) -> InlineKeyboardButton:
        """Return the 🌐 button: the same screen in the other language, which is chosen by it."""
        return self.button("language-switch", here.model_copy(update={"lang": self.locale.other, "pick": True}))

    def footer(self, here: Spoken, back: Spoken | None = None) -> Row:
        """Return the last row of every screen: back (or the menu), and 🌐."""
        way = self.go("menu", Place.MENU) if back is None else self.button("back", back)
        return (way, self.switch(here))


async def send(message: Message, screen: Screen) -> None:
    """Answer a message with a screen."""
    await message.answer(screen.text, reply_markup=screen.markup, link_preview_options=no_preview())


async def edit(query: CallbackQuery, screen: Screen) -> None:
    """Draw the screen in the place of the tapped message, or below it where Telegram no longer lets it be edited."""
    if isinstance(query.message, Message):
        try:
            await query.message.edit_text(screen.text, reply_markup=screen.markup, link_preview_options=no_preview())
            return
        except TelegramBadRequest as refusal:
            if UNCHANGED in refusal.message:
                return
            if not any(words in refusal.message for words in NOT_THERE):
                raise
    await _send_below(query, screen)


async def _send_below(query: CallbackQuery, screen: Screen) -> None:
    bot = query.bot
    if bot is not None:
        await bot.send_message(
            query.from_user.id, screen.text, reply_markup=screen.markup, link_preview_options=no_preview()
        )
