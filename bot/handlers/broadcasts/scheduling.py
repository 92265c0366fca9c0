"""A broadcast for later: typed from the preview, changed, taken off, listed, answered (A5, R15)."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.clock import from_epoch
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.send_times import only_a_time
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.admin.late import LateTaps
from bot.handlers.broadcasts import schedule_buttons
from bot.handlers.broadcasts.runs import OwnDraft, redraw_run, refuse_stale
from bot.handlers.broadcasts.schedule_desk import ScheduleDesk
from bot.handlers.broadcasts.schedule_screens import (
    ControlSchedule,
    PickSendTime,
    ScheduleAct,
    ShowSchedule,
)
from bot.handlers.broadcasts.screens import ComposeAct, ComposeBroadcast, gone_screen
from bot.handlers.ui.screens import Words, send, show
from bot.handlers.unsupported import OncePerAlbum


class OnlyATime(BaseFilter):
    """A text that is nothing but a day and an hour."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Return whether it is one."""
        return message.text is not None and only_a_time(message.text)


async def take_time(message: Message, conversation: Conversation, words: Words, schedule_desk: ScheduleDesk) -> None:
    """Schedule at the typed moment, in one act, and show it back."""
    await schedule_desk.take(message, words, conversation)


async def ask_again(message: Message, conversation: Conversation, words: Words, schedule_desk: ScheduleDesk) -> None:
    """What is no text of the admin's own is no moment: ask again."""
    await send(message, schedule_desk.waited_for(words, conversation))


async def wait_for_time(
    query: CallbackQuery, callback_data: ComposeBroadcast, admin: int, words: Words, schedule_desk: ScheduleDesk
) -> None:
    """Ask when to send the draft, or go back to its preview."""
    desk, number = schedule_desk.broadcast_desk, callback_data.mailing
    wait = callback_data.act is ComposeAct.LATER
    mailing = await desk.mailings.get(number)
    if mailing is None or not await desk.composer.wait_for_time(admin, mailing, wait=wait):
        return await show(query, gone_screen(words, number))
    asked = Conversation(admin, Flow.BROADCAST, ComposeStep.SCHEDULE, number)
    return await show(query, schedule_desk.waited_for(words, asked) if wait else await desk.card(words, admin, mailing))


async def pick_time(
    query: CallbackQuery, callback_data: PickSendTime, admin: int, words: Words, schedule_desk: ScheduleDesk
) -> None:
    """The answer which of two moments is meant."""
    await schedule_desk.settle(admin, words, callback_data.mailing, from_epoch(callback_data.at))
    await query.answer()


async def ask_change(
    query: CallbackQuery,
    callback_data: ControlSchedule,
    admin: int,
    words: Words,
    schedule_desk: ScheduleDesk,
    conversations: Conversations,
) -> None:
    """Wait for another moment; the broadcast keeps its own until then."""
    number, schedule = callback_data.mailing, schedule_desk.schedule
    if number not in {mailing.id for mailing in await schedule.schedules.waiting()}:
        return await schedule_desk.broadcast_desk.draw_progress(query, words, number)
    asked = Conversation(admin, Flow.RESCHEDULE, ComposeStep.SCHEDULE, number)
    await conversations.put(asked, schedule.clock.now() + DRAFT_LIFE)
    return await show(query, schedule_desk.waited_for(words, asked))


async def keep(
    query: CallbackQuery,
    callback_data: ControlSchedule,
    admin: int,
    words: Words,
    schedule_desk: ScheduleDesk,
    conversations: Conversations,
) -> None:
    """Leave the moment as it is."""
    found = await conversations.get(admin, schedule_desk.schedule.clock.now())
    if found is not None and found.flow is Flow.RESCHEDULE:
        await conversations.drop(admin)
    await query.answer()
    await schedule_desk.broadcast_desk.draw_progress(query, words, callback_data.mailing)


async def review(
    query: CallbackQuery, callback_data: ControlSchedule, admin: int, words: Words, schedule_desk: ScheduleDesk
) -> None:
    """Preview what asks, to be confirmed anew by this admin."""
    await schedule_desk.review(query, admin, words, callback_data.mailing)


async def redraw_question(
    query: CallbackQuery,
    conversation: Conversation,
    admin: int,
    words: Words,
    schedule_desk: ScheduleDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap schedules nothing: what is waited for is drawn anew."""
    desk = schedule_desk.broadcast_desk
    asks = conversation.awaits == ComposeStep.SCHEDULE
    screen = schedule_desk.waited_for(words, conversation) if asks else await desk.draft(words, admin, conversation)
    await late_taps.redraw(query, words, screen)


async def withdraw(
    query: CallbackQuery, callback_data: ControlSchedule, words: Words, schedule_desk: ScheduleDesk
) -> None:
    """Take it off, however late the tap: what has begun meanwhile is cancelled."""
    number = callback_data.mailing
    off = await schedule_desk.schedule.withdraw(number)
    await query.answer(words.plain("broadcasts-now-cancelled" if off else "broadcasts-now-same"))
    await schedule_desk.broadcast_desk.draw_progress(query, words, number)


async def show_list(query: CallbackQuery, words: Words, schedule_desk: ScheduleDesk) -> None:
    """Draw what waits."""
    await show(query, await schedule_desk.list(words))


def router() -> Router:
    """Return the routes of broadcasts for later; what is typed here is read before it could be a corrected text."""
    made = Router(name="scheduling")
    made.include_router(schedule_buttons.router())
    for flow in (Flow.BROADCAST, Flow.RESCHEDULE):
        made.message.register(take_time, F.text, InConversation(flow, ComposeStep.SCHEDULE))
        made.message.register(ask_again, InConversation(flow, ComposeStep.SCHEDULE, relayed=True), OncePerAlbum())
    made.message.register(take_time, OnlyATime(), InConversation(Flow.BROADCAST, ComposeStep.PREVIEW))
    tap = made.callback_query.register
    later = ComposeBroadcast.filter(F.act.in_({ComposeAct.LATER, ComposeAct.BACK}))
    tap(wait_for_time, later, OrderedByAdmin(), OwnDraft())
    for flow in (Flow.BROADCAST, Flow.RESCHEDULE):
        tap(pick_time, PickSendTime.filter(), OrderedByAdmin(), OwnDraft(flow))
    tap(refuse_stale, PickSendTime.filter(), OrderedByAdmin())
    tap(redraw_question, PickSendTime.filter(), TappedByAdmin(), OwnDraft())
    tap(redraw_run, PickSendTime.filter(), TappedByAdmin())
    tap(withdraw, ControlSchedule.filter(F.act == ScheduleAct.WITHDRAW), TappedByAdmin())
    tap(keep, ControlSchedule.filter(F.act == ScheduleAct.KEEP), TappedByAdmin())
    tap(ask_change, ControlSchedule.filter(F.act == ScheduleAct.CHANGE), OrderedByAdmin())
    tap(review, ControlSchedule.filter(F.act == ScheduleAct.REVIEW), OrderedByAdmin())
    tap(redraw_run, ControlSchedule.filter(), TappedByAdmin())
    tap(show_list, ShowSchedule.filter(), TappedByAdmin())
    return made
