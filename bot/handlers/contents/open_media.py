"""A file of a discreet broadcast: opened below the neutral first message, since it never becomes a text again (S5).

The neutral message stays as it is, the file comes below it, and «Скрыть» deletes the file.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Annotated

from aiogram import Bot
from aiogram.types import CallbackQuery
from pydantic import Field

from bot.core.content import Content
from bot.handlers.subscribers.clear_chat import MessageNumber, delete_messages
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.screens import Row, Words
from bot.messages import calls

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How far two numbers of messages are apart, in one sign; Telegram numbers the files of an album in a row."""


class OpenedMedia(Spoken, prefix="omd"):
    """Hide a file that was opened; ``again``: and open it in the language of the button.

    An album stands above the button's message: ``first`` is the number of its first message, 0 without one, ``steps``
    are the ways from each to the next.
    """

    mailing: RowNumber
    first: MessageNumber = 0
    steps: Annotated[str, Field(pattern=r"^[0-9a-z]{0,9}$")] = ""
    again: bool = False

    def messages(self, tapped: int) -> Sequence[int]:
        """Return the numbers of everything that was opened."""
        album = accumulate((self.first, *(DIGITS.index(step) for step in self.steps))) if self.first else ()
        return [*album, tapped]


async def send_below(bot: Bot, chat: int, words: Words, mailing: int, content: Content) -> None:
    """Send the file with «Скрыть» and 🌐 under it; under an album they are a message of their own."""
    opened = OpenedMedia(lang=words.locale, mailing=mailing)
    parts = calls(content, chat=chat, below=(_footer(words, opened),))
    if len(parts) > 1:
        opened = _above(opened, [message.message_id for message in await bot(parts[0])])
        parts = calls(content, chat=chat, below=(_footer(words, opened),))
    await bot(parts[-1])


async def hide(query: CallbackQuery, callback_data: OpenedMedia, words: Words, bot: Bot) -> None:
    """Delete what was opened; say so when Telegram no longer lets the bot do it."""
    tapped = query.message.message_id if query.message else 0
    gone = await delete_messages(bot, query.from_user.id, callback_data.messages(tapped))
    if gone:
        await query.answer()
    else:
        await query.answer(words.plain("reminders-hide-yourself"), show_alert=True)


def _above(opened: OpenedMedia, album: Sequence[int]) -> OpenedMedia:
    steps = "".join(DIGITS[min(after - before, len(DIGITS) - 1)] for before, after in pairwise(album))
    return opened.model_copy(update={"first": album[0], "steps": steps})


def _footer(words: Words, opened: OpenedMedia) -> Row:
    return (words.button("hide", opened), words.switch(opened.model_copy(update={"again": True})))
