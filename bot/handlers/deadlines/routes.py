"""Counts deadlines without storing a date: it is in the buttons only, and a typed one is deleted (P20)."""

from datetime import date
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.deadlines import count_from, plausible, read_day
from bot.core.subscribers.subscribers import Subscribers
from bot.handlers.deadlines.ics import day_file
from bot.handlers.deadlines.screens import (
    GetDays,
    PickCount,
    PickDay,
    ShowCount,
    count_screen,
    pick_screen,
    start_screen,
    typed_screen,
)
from bot.handlers.subscribers.clear_chat import delete_messages
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.screens import Words, send, show


class OnlyADay(BaseFilter):
    """A message that is nothing but a day that has come; it is no question."""

    async def __call__(self, message: Message, clock: Clock) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the day as ``day``."""
        day = read_day(message.text or "")
        return {"day": day} if day and plausible(day, clock.now().date()) else False


class Plausible(BaseFilter):
    """A button whose day can have been: a forged one may carry any."""

    async def __call__(self, query: CallbackQuery, callback_data: Any, clock: Clock) -> bool:
        """Return whether it is one."""
        return plausible(date.fromordinal(callback_data.day), clock.now().date())


def router() -> Router:
    """Return the routes of the helper."""
    routes = Router(name="deadlines")
    routes.callback_query.register(show_start, Go.filter(F.to == Place.DEADLINES))
    routes.callback_query.register(pick, PickDay.filter(F.year.in_(range(1, 10_000)) & F.month.in_(range(13))))
    routes.callback_query.register(pick, PickDay.filter(F.year == 0))
    routes.callback_query.register(show_count, ShowCount.filter(), Plausible())
    routes.callback_query.register(show_typed, PickCount.filter(), Plausible())
    routes.callback_query.register(send_file, GetDays.filter(), Plausible())
    routes.message.register(typed, F.text, OnlyADay())
    return routes


async def show_start(query: CallbackQuery, words: Words) -> None:
    """The two counts."""
    await show(query, start_screen(words))


async def pick(query: CallbackQuery, callback_data: PickDay, words: Words, clock: Clock) -> None:
    """Year, month, day."""
    await show(query, pick_screen(words, callback_data, clock.now().date()))


async def show_count(query: CallbackQuery, callback_data: ShowCount, words: Words) -> None:
    """The deadlines counted from the day."""
    await show(query, count_screen(words, count_from(callback_data.count, date.fromordinal(callback_data.day))))


async def show_typed(query: CallbackQuery, callback_data: PickCount, words: Words) -> None:
    """The question what happened on a typed day, in the other language."""
    await show(query, typed_screen(words, date.fromordinal(callback_data.day)))


async def typed(message: Message, day: date, words: Words, bot: Bot) -> None:
    """A typed day: delete the message, and ask what happened on that day."""
    await delete_messages(bot, message.chat.id, [message.message_id])
    await send(message, typed_screen(words, day))


async def send_file(
    query: CallbackQuery, callback_data: GetDays, words: Words, subscribers: Subscribers, clock: Clock, bot: Bot
) -> None:
    """The days as a calendar file; in discreet mode its titles are neutral."""
    row = await subscribers.get(query.from_user.id)
    counted = count_from(callback_data.count, date.fromordinal(callback_data.day))
    made = day_file(words, counted, clock.now(), discreet=row is not None and row.discreet)
    await query.answer()
    await bot.send_document(query.from_user.id, BufferedInputFile(made.data, made.name))
