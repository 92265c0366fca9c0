"""A file of a discreet broadcast: opened below the neutral first message, since it never becomes a text again (S5).

The neutral message stays as it is, the file comes below it, and «Скрыть» deletes the file.
"""

from collections.abc import Sequence
from typing import Annotated

from aiogram import Bot
from aiogram.types import CallbackQuery
from pydantic import Field

from bot.core.content import Content
from bot.handlers.subscribers.clear_chat import delete_messages
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.screens import Row, Words
from bot.messages import calls


class OpenedMedia(Spoken, prefix="omd"):
    """Hide a file that was opened; ``again``: and open it in the language of the button.

    ``above`` says how many numbers before the tapped message the others stand that belong to it.
    """

    mailing: RowNumber
    above: Annotated[str, Field(pattern=r"^(\d{1,3}(-\d{1,3}){0,10})?$")] = ""
    again: bool = False

    def messages(self, tapped: int) -> Sequence[int]:
        """Return the numbers of everything that was opened."""
        return [*(tapped - int(step) for step in self.above.split("-") if step), tapped]


async def send_below(bot: Bot, chat: int, words: Words, mailing: int, content: Content) -> None:
    """Send the file with «Скрыть» and 🌐 under it."""
    for call in calls(content, chat=chat, below=(_footer(words, mailing),)):
        await bot(call)


async def hide(query: CallbackQuery, callback_data: OpenedMedia, words: Words, bot: Bot) -> None:
    """Delete what was opened; say so when Telegram no longer lets the bot do it."""
    tapped = query.message.message_id if query.message else 0
    gone = await delete_messages(bot, query.from_user.id, callback_data.messages(tapped))
    if gone:
        await query.answer()
    else:
        await query.answer(words.plain("reminders-hide-yourself"), show_alert=True)


def _footer(words: Words, mailing: int) -> Row:
    opened = OpenedMedia(lang=words.locale, mailing=mailing)
    return (words.button("hide", opened), words.switch(opened.model_copy(update={"again": True})))
