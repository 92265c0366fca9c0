"""«Кому» on the card of a broadcast (A3): all, readers of a language, who wants some news, a seminar's people."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.core.mailings.addressing import Address, Addressed
from bot.core.mailings.mailings import Audience
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.runs import OwnDraft, redraw_draft, refuse_stale
from bot.handlers.broadcasts.screens import (
    AddressBroadcast,
    AddressSeminar,
    ComposeAct,
    ComposeBroadcast,
    seminars_screen,
    whom_screen,
)
from bot.handlers.ui.screens import Words, show

CHOICES = (Audience.ALL, Audience.RUSSIAN, Audience.ENGLISH, Audience.RECORDINGS, Audience.REMINDERS)


async def ask(
    query: CallbackQuery, callback_data: ComposeBroadcast, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Show whom it can go to."""
    composer = broadcast_desk.composer
    counts = {audience: await composer.broadcasts.count(audience) for audience in CHOICES}
    seminars = bool(await Address(composer).offered())
    await show(query, whom_screen(words, callback_data.mailing, counts, seminars=seminars))


async def ask_seminar(
    query: CallbackQuery, callback_data: ComposeBroadcast, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Show the seminars whose people it can go to."""
    offered = await Address(broadcast_desk.composer).offered()
    await show(query, seminars_screen(words, callback_data.mailing, offered))


async def address(
    query: CallbackQuery,
    callback_data: AddressBroadcast | AddressSeminar,
    admin: int,
    words: Words,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Take the choice and show the preview anew: others may read other texts. What cannot be chosen changes nothing."""
    mailing = await broadcast_desk.mailings.get(callback_data.mailing)
    change, done = Address(broadcast_desk.composer), Addressed.LACKS
    if mailing is not None:
        seminar = callback_data.seminar if isinstance(callback_data, AddressSeminar) else None
        done = await change(admin, mailing, callback_data.audience, seminar)
    if done is not Addressed.DONE:
        await query.answer(words.plain(f"broadcasts-whom-{done}"), show_alert=True)
        return
    await query.answer()
    await broadcast_desk.preview_below(admin, words, callback_data.mailing)


def register_whom(made: Router) -> None:
    """Register the routes."""
    tap, choice = made.callback_query.register, AddressBroadcast.filter(F.audience.in_(set(CHOICES)))
    tap(ask, ComposeBroadcast.filter(F.act == ComposeAct.WHOM), OrderedByAdmin(), OwnDraft())
    tap(address, choice, OrderedByAdmin(), OwnDraft())
    tap(ask_seminar, ComposeBroadcast.filter(F.act == ComposeAct.SIGNED_UP), OrderedByAdmin(), OwnDraft())
    tap(address, AddressSeminar.filter(), OrderedByAdmin(), OwnDraft())
    for button in (AddressBroadcast, AddressSeminar):
        tap(refuse_stale, button.filter(), OrderedByAdmin())
        tap(redraw_draft, button.filter(), TappedByAdmin(), OwnDraft())
        tap(refuse_stale, button.filter(), TappedByAdmin())
