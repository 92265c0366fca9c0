"""🧹 The messages the bot can delete from the chat, and how the person deletes the rest (P15)."""

from collections.abc import Sequence
from typing import Annotated

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message
from pydantic import Field

from bot.core.pagination import GAP
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.personal_data import PersonalData
from bot.core.tickets.asking import Asking
from bot.handlers.ui.callbacks import Go, Place, Spoken
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, show

MAX_MESSAGES_PER_CALL = 100
"""Telegram's limit (Bot API, deleteMessages)."""

MessageNumber = Annotated[int, Field(ge=0, lt=2**52)]
"""What can be a message's number; a forged button may carry anything, and can only delete in the forger's own chat."""


class ShowCleared(Spoken, prefix="clr"):
    """Show what was cleared, and how to delete the whole chat."""


def cleared_screen(words: Words, *, left: bool = False) -> Screen:
    """Draw what was done, and what only the person can do; with ``left`` a question on its way was let be."""
    asked = (words("clearing-question"),) if left else ()
    subscribed = (words("clearing-subscribed"),) if words.subscribed else ()
    text = GAP.join((words("clearing-title"), words("clearing-done"), *asked, words("clearing-whole"), *subscribed))
    rows = ((words.go("label-privacy", Place.PRIVACY),), words.footer(ShowCleared(lang=words.locale)))
    return Screen(text, rows)


async def delete_messages(bot: Bot, chat: int, numbers: Sequence[int]) -> bool:
    """Delete every message Telegram lets be deleted; return whether none was refused."""
    starts = range(0, len(numbers), MAX_MESSAGES_PER_CALL)
    done = [await _delete(bot, chat, numbers[at : at + MAX_MESSAGES_PER_CALL]) for at in starts]
    return all(done)


async def _delete(bot: Bot, chat: int, numbers: Sequence[int]) -> bool:
    """Delete; one message that is too old makes Telegram refuse the whole call, so a refused call is made in halves."""
    try:
        return await bot.delete_messages(chat, list(numbers))
    except TelegramBadRequest:
        if len(numbers) == 1:
            return False
    half = len(numbers) // 2
    first = await _delete(bot, chat, numbers[:half])
    return await _delete(bot, chat, numbers[half:]) and first


async def clear_chat(bot: Bot, chat: int, recent: RecentMessages, personal_data: PersonalData, asking: Asking) -> bool:
    """Delete what is remembered of a chat, and what was sent to it in mailings of the last days.

    What is still to be copied to the lawyers is let be; return whether there is something.
    """
    unsent = await asking.unsent(chat)
    numbers = sorted({*recent.of(chat), *await personal_data.messages(chat)} - unsent)
    await delete_messages(bot, chat, numbers)
    recent.forget(chat, but=unsent)
    return bool(unsent)


def router() -> Router:
    """Return the routes of clearing."""
    routes = Router(name="clear_chat")
    routes.message.register(clear, TypedCommand("clear"))
    routes.callback_query.register(clear, Go.filter(F.to == Place.CLEAR))
    routes.callback_query.register(show_cleared, ShowCleared.filter())
    return routes


async def clear(
    event: Message | CallbackQuery,
    words: Words,
    recent: RecentMessages,
    personal_data: PersonalData,
    asking: Asking,
    bot: Bot,
) -> None:
    """/clear, and its button. The tapped screen is deleted too, so the answer is a new message."""
    chat = event.from_user.id if event.from_user else 0
    left = await clear_chat(bot, chat, recent, personal_data, asking)
    await show(event, cleared_screen(words, left=left))


async def show_cleared(query: CallbackQuery, words: Words, asking: Asking) -> None:
    """How to delete the whole chat."""
    left = bool(await asking.unsent(query.from_user.id))
    await show(query, cleared_screen(words, left=left))
