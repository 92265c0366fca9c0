"""📅 Seminars for admins: the list, the card, moving, cancelling, switching steps of the ladder (A9)."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Flow
from bot.core.seminars.changes import SwitchStep
from bot.core.seminars.confirming import TIME_STEP
from bot.handlers.admin.access import FromAdmin, OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminars import move_calendar
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.admin_forms import forms
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.changing import router as changing_router
from bot.handlers.seminars.preview import router as preview_router
from bot.handlers.seminars.recordings import router as recordings_router
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Words, show


async def show_list(event: Message | CallbackQuery, words: Words, seminar_desk: SeminarDesk) -> None:
    """``/seminar`` alone, and the button to the list."""
    await show(event, await seminar_desk.list(words))


async def show_past(query: CallbackQuery, words: Words, seminar_desk: SeminarDesk) -> None:
    """The seminars that are over."""
    await show(query, await seminar_desk.past(words))


async def show_card(query: CallbackQuery, callback_data: Manage, words: Words, seminar_desk: SeminarDesk) -> None:
    """The admin's card."""
    await show(query, await seminar_desk.card(words, callback_data.seminar))


async def switch(
    query: CallbackQuery, callback_data: Manage, words: Words, seminar_desk: SeminarDesk, switch_step: SwitchStep
) -> None:
    """Turn one step of the ladder off or on."""
    await switch_step(callback_data.seminar, callback_data.step, on=callback_data.on)
    await show_card(query, callback_data, words, seminar_desk)


async def start_move(
    query: CallbackQuery, callback_data: Manage, admin: int, words: Words, seminar_desk: SeminarDesk
) -> None:
    """«Перенести»: the admin's next message is the new time."""
    conversation = Conversation(admin, Flow.MOVE, TIME_STEP, callback_data.seminar)
    await seminar_desk.conversations.put(conversation, seminar_desk.clock.now() + DRAFT_LIFE)
    await show_time(query, callback_data, words, seminar_desk)


async def show_time(query: CallbackQuery, callback_data: Manage, words: Words, seminar_desk: SeminarDesk) -> None:
    """The question for the new time."""
    await show(query, await seminar_desk.ask_time(words, callback_data.seminar))


async def keep_time(
    query: CallbackQuery, callback_data: Manage, admin: int, words: Words, seminar_desk: SeminarDesk
) -> None:
    """«Отмена» of a move: the conversation ends, the seminar keeps its time. Another conversation goes on."""
    found = await seminar_desk.conversations.get(admin, seminar_desk.clock.now())
    if found is not None and found.flow is Flow.MOVE and found.object == callback_data.seminar:
        await seminar_desk.conversations.drop(admin)
    await show_card(query, callback_data, words, seminar_desk)


async def redraw_card(
    query: CallbackQuery, callback_data: Manage, words: Words, seminar_desk: SeminarDesk, late_taps: LateTaps
) -> None:
    """A late tap on the card changes nothing: it is drawn anew."""
    await late_taps.redraw(query, words, await seminar_desk.card(words, callback_data.seminar))


Handler = Callable[..., Awaitable[None]]

HARMLESS: dict[Do, Handler] = {
    Do.LIST: show_list,
    Do.PAST: show_past,
    Do.CARD: show_card,
    Do.TIME: show_time,
    Do.STAY: keep_time,
}
"""What only shows something or takes it back."""

ORDERS: dict[Do, tuple[Handler, Handler]] = {
    Do.SWITCH: (switch, redraw_card),
    Do.MOVE: (start_move, redraw_card),
}
"""What changes a seminar, and what becomes of a late tap."""


def router() -> Router:
    """Return the admins' router of seminars; other people's updates go on to the next router."""
    router = Router(name="seminars_admin")
    router.include_routers(preview_router(), changing_router(), move_calendar.router(), recordings_router(), forms())
    router.message.register(show_list, F.text, TypedCommand("seminar", magic=~F.args), FromAdmin())
    for do, handler in HARMLESS.items():
        router.callback_query.register(handler, Manage.filter(F.do == do), TappedByAdmin())
    for do, (handler, otherwise) in ORDERS.items():
        router.callback_query.register(handler, Manage.filter(F.do == do), OrderedByAdmin())
        router.callback_query.register(otherwise, Manage.filter(F.do == do), TappedByAdmin())
    return router
