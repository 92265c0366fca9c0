"""The calendar under the question when a seminar takes place instead: its buttons lead to the preview of the move (A9).

The day that was chosen is kept with the conversation, so that an hour may be typed for it. The move itself is the order
of the card under the preview (handlers/seminars/changing.py).
"""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery

from bot.core.mailings.conversations import Conversation, Flow
from bot.core.month_grid import local_time
from bot.core.seminars.confirming import TIME_STEP
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminars.change_desk import SeminarChanges
from bot.handlers.seminars.move_screens import MoveCalendar, chosen_screen
from bot.handlers.seminars.preview import refuse_stale
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.screens import Words, show


class OwnMove(BaseFilter):
    """A button under the question for a new time that the admin is asked now."""

    async def __call__(
        self, query: CallbackQuery, callback_data: MoveCalendar, admin: int, seminar_changes: SeminarChanges
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation``."""
        desk = seminar_changes.desk
        found = await desk.conversations.get(admin, desk.clock.now())
        if found is None or (found.flow, found.awaits, found.object) != (Flow.MOVE, TIME_STEP, callback_data.seminar):
            return False
        return {"conversation": found}


async def turn(
    query: CallbackQuery, callback_data: MoveCalendar, words: Words, seminar_changes: SeminarChanges
) -> None:
    """Another part of the calendar."""
    number, view, at = callback_data.seminar, callback_data.view, callback_data.at
    await show(query, await seminar_changes.desk.ask_time(words, number, view, at))


async def keep_day(
    query: CallbackQuery,
    callback_data: MoveCalendar,
    conversation: Conversation,
    words: Words,
    seminar_changes: SeminarChanges,
) -> None:
    """Keep the day, so that its hour may be typed, and show its hours."""
    at = local_time(callback_data.at)
    if at is not None:
        await seminar_changes.desk.keep_day(conversation, at.date())
    await turn(query, callback_data, words, seminar_changes)


async def choose(
    query: CallbackQuery, callback_data: MoveCalendar, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """Preview the move to the chosen minute, below, as if it had been typed."""
    at = local_time(callback_data.at)
    if at is None:
        return await turn(query, callback_data, words, seminar_changes)
    asked = await seminar_changes.read(admin, words, callback_data.seminar, at.isoformat(" ", "minutes"))
    return await show(query, asked or chosen_screen(words))


async def nothing(query: CallbackQuery) -> None:
    """An empty place of the calendar: answered, so that it does not spin."""
    await query.answer()


async def redraw(
    query: CallbackQuery,
    callback_data: MoveCalendar,
    words: Words,
    seminar_changes: SeminarChanges,
    late_taps: LateTaps,
) -> None:
    """A late tap chooses nothing: the question is drawn anew."""
    await late_taps.redraw(query, words, await seminar_changes.desk.ask_time(words, callback_data.seminar))


def router() -> Router:
    """Return the routes."""
    made = Router(name="move_calendar")
    tap = made.callback_query.register
    tap(nothing, MoveCalendar.filter(F.view == View.NOTHING), TappedByAdmin())
    tap(keep_day, MoveCalendar.filter((F.view == View.HOURS) & ~F.pick), OrderedByAdmin(), OwnMove())
    tap(choose, MoveCalendar.filter((F.view == View.CHOSEN) & ~F.pick), OrderedByAdmin(), OwnMove())
    tap(redraw, MoveCalendar.filter(F.view == View.CHOSEN), TappedByAdmin(), OwnMove())
    tap(turn, MoveCalendar.filter(), TappedByAdmin(), OwnMove())
    tap(refuse_stale, MoveCalendar.filter(), TappedByAdmin())
    return made
