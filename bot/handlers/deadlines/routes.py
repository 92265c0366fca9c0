"""Counts deadlines without storing a date: it is in the buttons only, and a typed one is deleted (P20)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.core.asked_days import AskedDays
from bot.core.clock import Clock
from bot.core.deadlines import Count, count_from, plausible
from bot.core.subscribers.subscribers import Subscribers
from bot.core.typed_days import Reading, read_days
from bot.handlers.deadlines.ics import day_file
from bot.handlers.deadlines.screens import (
    EarlierYears,
    GetDays,
    PickCount,
    PickDay,
    ShowCount,
    count_screen,
    pick_screen,
    start_screen,
    typed_screen,
    years_screen,
)
from bot.handlers.deadlines.typed import (
    AskYear,
    ShowEither,
    ShowTwo,
    Typed,
    either_screen,
    reading_screen,
    two_screen,
    year_screen,
)
from bot.handlers.subscribers.clear_chat import delete_messages
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.screens import Words, send, show


@dataclass(frozen=True)
class TypedDay:
    """What a typed text says of a day, and for which count it was asked, if for any."""

    reading: Reading
    count: Count | None


class SpeaksOfADay(BaseFilter):
    """A message that is nothing but a day, or resembles one where a day was asked for; it is no question."""

    async def __call__(self, message: Message, asked_days: AskedDays) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get what it says as ``typed_day``."""
        asked = asked_days.of(message.chat.id)
        count = asked.count if asked else None
        reading = read_days(message.text or "", asked=asked is not None, count=count)
        return {"typed_day": TypedDay(reading, count)} if reading else False


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
    routes.callback_query.register(show_years, EarlierYears.filter())
    routes.callback_query.register(show_two, ShowTwo.filter())
    routes.callback_query.register(show_either, ShowEither.filter())
    routes.callback_query.register(show_year, AskYear.filter())
    routes.callback_query.register(show_count, ShowCount.filter(), Plausible())
    routes.callback_query.register(show_typed, PickCount.filter(), Plausible())
    routes.callback_query.register(send_file, GetDays.filter(), Plausible())
    routes.message.register(typed, F.text, ~F.text.startswith("/"), SpeaksOfADay())
    return routes


async def show_start(query: CallbackQuery, words: Words, asked_days: AskedDays) -> None:
    """The two counts."""
    asked_days.ask(query.from_user.id, None)
    await show(query, start_screen(words))


async def pick(query: CallbackQuery, callback_data: PickDay, words: Words, clock: Clock, asked_days: AskedDays) -> None:
    """Year, month, day."""
    asked_days.ask(query.from_user.id, callback_data.count)
    await show(query, pick_screen(words, callback_data, clock.now().date()))


async def show_years(
    query: CallbackQuery, callback_data: EarlierYears, words: Words, clock: Clock, asked_days: AskedDays
) -> None:
    """Other years."""
    asked_days.ask(query.from_user.id, callback_data.count)
    await show(query, years_screen(words, callback_data.count, callback_data.page, clock.now().date()))


async def show_two(query: CallbackQuery, callback_data: ShowTwo, words: Words, clock: Clock) -> None:
    """Which of two days is meant, in the other language."""
    await show(query, two_screen(words, callback_data, clock.now().date()))


async def show_either(query: CallbackQuery, callback_data: ShowEither, words: Words) -> None:
    """Which of two numbers is the month, in the other language."""
    await show(query, either_screen(words, callback_data))


async def show_year(query: CallbackQuery, callback_data: AskYear, words: Words, clock: Clock) -> None:
    """In which year a day was: other years, or the other language."""
    await show(query, year_screen(words, callback_data, clock.now().date()))


async def show_count(
    query: CallbackQuery, callback_data: ShowCount, words: Words, clock: Clock, asked_days: AskedDays
) -> None:
    """The deadlines counted from the day; another one may be typed then."""
    asked_days.ask(query.from_user.id, callback_data.count)
    counted = count_from(callback_data.count, date.fromordinal(callback_data.day))
    await show(query, count_screen(words, counted, clock.now().date()))


async def show_typed(query: CallbackQuery, callback_data: PickCount, words: Words) -> None:
    """The question what happened on a typed day, in the other language."""
    await show(query, typed_screen(words, date.fromordinal(callback_data.day)))


async def typed(
    message: Message, typed_day: TypedDay, words: Words, clock: Clock, bot: Bot, asked_days: AskedDays
) -> None:
    """A typed day: delete the message, and answer about the day; none of it is searched."""
    asked_days.ask(message.chat.id, typed_day.count)
    deleted = await delete_messages(bot, message.chat.id, [message.message_id])
    note = words("deadlines-deleted" if deleted else "deadlines-not-deleted")
    await send(message, reading_screen(words, Typed(typed_day.reading, typed_day.count, note), clock.now().date()))


async def send_file(
    query: CallbackQuery, callback_data: GetDays, words: Words, subscribers: Subscribers, clock: Clock, bot: Bot
) -> None:
    """The days as a calendar file, in discreet mode with neutral titles; when all are over meanwhile, that is said."""
    counted = count_from(callback_data.count, date.fromordinal(callback_data.day))
    if not counted.coming(clock.now().date()):
        return await show(query, count_screen(words, counted, clock.now().date()))
    row = await subscribers.get(query.from_user.id)
    made = day_file(words, counted, clock.now(), discreet=row is not None and row.discreet)
    await query.answer()
    file, caption = BufferedInputFile(made.data, made.name), words("deadlines-file-caption")
    await bot.send_document(query.from_user.id, file, caption=caption)
    return None
