"""The routes of the calendar under the question when a broadcast is sent (A5, R15).

Its buttons only show: the one order is the button under the reading, which scheduling.py takes. The day that was
chosen is kept with the conversation, so that an hour may be typed for it; a late tap keeps nothing.
"""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.month_grid import local_time
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.broadcasts.runs import OwnDraft, refuse_stale
from bot.handlers.broadcasts.schedule_desk import ScheduleDesk
from bot.handlers.broadcasts.send_calendar import SendCalendar
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.screens import Words, show


async def turn(
    query: CallbackQuery,
    callback_data: SendCalendar,
    conversation: Conversation,
    words: Words,
    schedule_desk: ScheduleDesk,
) -> None:
    """Show another part of the calendar, or the reading of what was chosen."""
    if conversation.awaits != ComposeStep.SCHEDULE:
        return await refuse_stale(query, words)
    return await show(query, schedule_desk.calendar(words, conversation, callback_data.view, callback_data.at))


async def keep_day(
    query: CallbackQuery,
    callback_data: SendCalendar,
    conversation: Conversation,
    words: Words,
    schedule_desk: ScheduleDesk,
) -> None:
    """Keep the day, so that its hour may be typed, and show its hours."""
    at = local_time(callback_data.at)
    if conversation.awaits == ComposeStep.SCHEDULE and at is not None:
        await schedule_desk.keep_day(conversation, at.date())
    await turn(query, callback_data, conversation, words, schedule_desk)


async def nothing(query: CallbackQuery) -> None:
    """An empty place of the calendar: answered, so that it does not spin."""
    await query.answer()


def router() -> Router:
    """Return the routes."""
    made = Router(name="schedule_buttons")
    tap = made.callback_query.register
    tap(nothing, SendCalendar.filter(F.view == View.NOTHING), TappedByAdmin())
    for flow in (Flow.BROADCAST, Flow.RESCHEDULE):
        tap(keep_day, SendCalendar.filter((F.view == View.HOURS) & ~F.pick), OrderedByAdmin(), OwnDraft(flow))
        tap(turn, SendCalendar.filter(), TappedByAdmin(), OwnDraft(flow))
    tap(refuse_stale, SendCalendar.filter(), TappedByAdmin())
    return made
