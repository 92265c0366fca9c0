"""📅 Seminars for admins: the list, the card, moving, cancelling, switching steps of the ladder (A9)."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.seminars.changes import CancelSeminar, SwitchStep
from bot.core.seminars.seminars import Seminars
from bot.handlers.admin.access import FromAdmin, TappedByAdmin
from bot.handlers.seminars.admin_forms import forms
from bot.handlers.seminars.admin_screens import Do, Manage, ask_cancel, ask_time, card_screen, desk, lost
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words, edit, send

TIME = "time"
"""The only step of a move: its new time is awaited."""


async def show_desk(
    event: Message | CallbackQuery, words: Words, presentation: Presentation, seminars_store: Seminars, clock: Clock
) -> None:
    """``/seminar`` alone, and the button to the list."""
    now = clock.now()
    screen = desk(words, presentation, await seminars_store.coming(now), now)
    if isinstance(event, Message):
        await send(event, screen)
        return
    await event.answer()
    await edit(event, screen)


async def show_card(
    query: CallbackQuery,
    callback_data: Manage,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
) -> None:
    """The admin's card."""
    await query.answer()
    await edit(query, await card_screen(words, presentation, seminars_store, clock, callback_data.seminar))


async def switch(
    query: CallbackQuery,
    callback_data: Manage,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
    switch_step: SwitchStep,
) -> None:
    """One step of the ladder off or on, shown in place."""
    await switch_step(callback_data.seminar, callback_data.step, on=callback_data.on)
    await show_card(query, callback_data, words, presentation, seminars_store, clock)


async def start_move(
    query: CallbackQuery,
    callback_data: Manage,
    admin: int,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
    conversations: Conversations,
) -> None:
    """«Перенести»: the admin's next message is the new time."""
    await conversations.put(Conversation(admin, Flow.MOVE, TIME, callback_data.seminar), clock.now() + DRAFT_LIFE)
    await show_time(query, callback_data, words, presentation, seminars_store, clock)


async def show_time(
    query: CallbackQuery,
    callback_data: Manage,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
) -> None:
    """The question for the new time."""
    await query.answer()
    seminar = await seminars_store.get(callback_data.seminar)
    await edit(query, ask_time(words, presentation, seminar, clock.now()) if seminar else lost(words))


async def stay(
    query: CallbackQuery,
    callback_data: Manage,
    admin: int,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
    conversations: Conversations,
) -> None:
    """«Отмена» of a move: nothing is awaited any more."""
    await conversations.drop(admin)
    await show_card(query, callback_data, words, presentation, seminars_store, clock)


async def confirm_cancel(query: CallbackQuery, callback_data: Manage, words: Words, seminars_store: Seminars) -> None:
    """The question before a seminar is cancelled."""
    await query.answer()
    seminar = await seminars_store.get(callback_data.seminar)
    told = await seminars_store.told(callback_data.seminar)
    await edit(query, ask_cancel(words, seminar, told) if seminar else lost(words))


async def cancel(
    query: CallbackQuery,
    callback_data: Manage,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
    cancel_seminar: CancelSeminar,
) -> None:
    """The seminar is cancelled, and those who had been told will hear of it."""
    await cancel_seminar(callback_data.seminar)
    await show_card(query, callback_data, words, presentation, seminars_store, clock)


def router() -> Router:
    """Return the admins' router of seminars; whoever is no admin falls through."""
    router = Router(name="seminars_admin")
    router.include_router(forms())
    router.message.register(show_desk, F.text, Command("seminar", magic=~F.args), FromAdmin())
    for do, handler in _buttons():
        router.callback_query.register(handler, Manage.filter(F.do == do), TappedByAdmin())
    return router


def _buttons() -> tuple[tuple[Do, Callable[..., Awaitable[None]]], ...]:
    return (
        (Do.LIST, show_desk),
        (Do.CARD, show_card),
        (Do.SWITCH, switch),
        (Do.MOVE, start_move),
        (Do.TIME, show_time),
        (Do.STAY, stay),
        (Do.ASK_CANCEL, confirm_cancel),
        (Do.CANCEL, cancel),
    )
