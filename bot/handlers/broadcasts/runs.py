"""A previewed broadcast: confirmed once, shown while it runs, paused, resumed, cancelled (A6, R11)."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from bot.core.clock import Clock
from bot.core.mailings.approval import AskedSecond
from bot.core.mailings.broadcasts import Recounted
from bot.core.mailings.control import CONTROLS, Control
from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.mailings.mailings import MailingState
from bot.core.mailings.undo import TakenBack, Undo
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.broadcasts.amendment_buttons import BeginCorrection, BeginEdit, EditSent
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.progress import ControlBroadcast
from bot.handlers.broadcasts.repeats import RepeatBroadcast
from bot.handlers.broadcasts.schedule_screens import ControlSchedule, PickSendTime
from bot.handlers.broadcasts.screens import SendBroadcast, ShowBroadcast
from bot.handlers.broadcasts.undo import TakeBack
from bot.handlers.ui.screens import Words, edit

STOPPING_STATES = frozenset({MailingState.PAUSED, MailingState.CANCELLED})
"""What an admin's tap may do however late it comes."""


AboutRun = (
    SendBroadcast
    | ControlBroadcast
    | RepeatBroadcast
    | ControlSchedule
    | PickSendTime
    | EditSent
    | BeginEdit
    | BeginCorrection
)
"""Buttons that let something begin or go on."""


class OwnDraft(BaseFilter):
    """A button of the draft the admin is composing now, not of one replaced, sent, dropped or an hour old."""

    def __init__(self, flow: Flow = Flow.BROADCAST) -> None:
        """Take the flow of the conversation: a broadcast that waits is changed in one of its own."""
        self._flow = flow

    async def __call__(
        self, query: CallbackQuery, callback_data: CallbackData, admin: int, conversations: Conversations, clock: Clock
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation``."""
        found = await conversations.get(admin, clock.now())
        if found is None or found.flow is not self._flow or found.object != getattr(callback_data, "mailing", None):
            return False
        return {"conversation": found}


async def send_broadcast(
    query: CallbackQuery, callback_data: SendBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Send what was previewed, once; the card becomes the progress."""
    card = query.message.message_id if query.message else 0
    number, mark, shown = callback_data.mailing, callback_data.mark, callback_data.shown
    recipients = await broadcast_desk.confirm(admin, number, mark, card, shown)
    if recipients is None:
        return await refuse_stale(query, words)
    if isinstance(recipients, Recounted):
        return await broadcast_desk.ask_again(query, admin, words, recipients.mailing, "broadcasts-recounted")
    await query.answer(words.plain("broadcasts-asked" if isinstance(recipients, AskedSecond) else "broadcasts-started"))
    return await broadcast_desk.draw_progress(query, words, callback_data.mailing)


async def redraw_draft(
    query: CallbackQuery,
    conversation: Conversation,
    admin: int,
    words: Words,
    broadcast_desk: BroadcastDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap changes no draft: its card is drawn anew."""
    await late_taps.redraw(query, words, await broadcast_desk.draft(words, admin, conversation))


async def redraw_run(
    query: CallbackQuery,
    callback_data: AboutRun,
    words: Words,
    broadcast_desk: BroadcastDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap lets no run begin or go on: its card is drawn anew."""
    await broadcast_desk.redraw_run(query, words, callback_data.mailing, late_taps)


async def refuse_stale(query: CallbackQuery, words: Words) -> None:
    """Say that the button belongs to something sent or changed meanwhile."""
    await query.answer(words.plain("broadcasts-stale"), show_alert=True)


async def control_broadcast(
    query: CallbackQuery, callback_data: ControlBroadcast, words: Words, control: Control, broadcast_desk: BroadcastDesk
) -> None:
    """Pause, resume or cancel; a repeated tap changes nothing."""
    changed = await control(callback_data.mailing, callback_data.to)
    await query.answer(words.plain(f"broadcasts-now-{callback_data.to}" if changed else "broadcasts-now-same"))
    await broadcast_desk.draw_progress(query, words, callback_data.mailing)


async def take_back(
    query: CallbackQuery, callback_data: TakeBack, admin: int, words: Words, undo: Undo, broadcast_desk: BroadcastDesk
) -> None:
    """Take it back, however late the tap: it is a draft again, taken off, or cancelled."""
    taken = await undo.take_back(callback_data.mailing, admin)
    await query.answer(words.plain(f"broadcasts-back-{taken}" if taken else "broadcasts-now-same"))
    mailing = await broadcast_desk.mailings.get(callback_data.mailing)
    if taken is TakenBack.DRAFT and mailing is not None:
        await edit(query, await broadcast_desk.card(words, admin, mailing))
    else:
        await broadcast_desk.draw_progress(query, words, callback_data.mailing)


async def repeat_broadcast(
    query: CallbackQuery, callback_data: RepeatBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Preview a repetition to those whom the run missed; when nobody is left to be told, draw the report without it."""
    source = await broadcast_desk.mailings.get(callback_data.mailing)
    draft = await broadcast_desk.composer.repeat(admin, source, callback_data.missed) if source else None
    if draft is None:
        await query.answer(words.plain("broadcasts-repeat-nobody"), show_alert=True)
        return await broadcast_desk.draw_progress(query, words, callback_data.mailing)
    await query.answer()
    await broadcast_desk.preview_below(admin, words, draft)


async def show_broadcast(
    query: CallbackQuery, callback_data: ShowBroadcast, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Draw the progress or the report, in the tapped language."""
    await query.answer()
    await broadcast_desk.draw_progress(query, words, callback_data.mailing)


def refuse_confirmation(made: Router, button: type[CallbackData]) -> None:
    """Register what becomes of a button that sends and was not obeyed: too old a draft, or too late a tap."""
    tap = made.callback_query.register
    tap(refuse_stale, button.filter(), OrderedByAdmin())
    tap(redraw_draft, button.filter(), TappedByAdmin(), OwnDraft())
    tap(redraw_run, button.filter(), TappedByAdmin())


def runs_router() -> Router:
    """Return the routes of what was confirmed; a draft's own screens come before them."""
    made = Router(name="broadcast_runs")
    tap = made.callback_query.register
    tap(send_broadcast, SendBroadcast.filter(), OrderedByAdmin(), OwnDraft())
    refuse_confirmation(made, SendBroadcast)
    tap(control_broadcast, ControlBroadcast.filter(F.to.in_(STOPPING_STATES)), TappedByAdmin())
    tap(control_broadcast, ControlBroadcast.filter(F.to.in_(set(CONTROLS))), OrderedByAdmin())
    tap(redraw_run, ControlBroadcast.filter(F.to.in_(set(CONTROLS))), TappedByAdmin())
    tap(take_back, TakeBack.filter(), TappedByAdmin())
    tap(repeat_broadcast, RepeatBroadcast.filter(), OrderedByAdmin())
    tap(redraw_run, RepeatBroadcast.filter(), TappedByAdmin())
    tap(show_broadcast, ShowBroadcast.filter(), TappedByAdmin())
    return made
