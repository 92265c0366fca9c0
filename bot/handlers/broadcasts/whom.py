"""«Кому» on the card of a broadcast: all, the readers of one language, or who wants recordings and new videos (A3)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.core.mailings.mailings import Audience
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.runs import OwnDraft, redraw_draft, refuse_stale
from bot.handlers.broadcasts.screens import AddressBroadcast, ComposeAct, ComposeBroadcast, whom_screen
from bot.handlers.ui.screens import Words, show

CHOICES = (Audience.ALL, Audience.RUSSIAN, Audience.ENGLISH, Audience.RECORDINGS)


async def ask(
    query: CallbackQuery, callback_data: ComposeBroadcast, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Show whom it can go to."""
    counts = {audience: await broadcast_desk.composer.broadcasts.count(audience) for audience in CHOICES}
    await show(query, whom_screen(words, callback_data.mailing, counts))


async def address(
    query: CallbackQuery, callback_data: AddressBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Take the choice and show the preview anew: others may read other texts."""
    mailing = await broadcast_desk.mailings.get(callback_data.mailing)
    if mailing is None or not await broadcast_desk.composer.address(admin, mailing, callback_data.audience):
        await query.answer(words.plain("broadcasts-whom-lacks"), show_alert=True)
        return
    await query.answer()
    await broadcast_desk.preview_below(admin, words, callback_data.mailing)


def register_whom(made: Router) -> None:
    """Register the routes."""
    tap, choice = made.callback_query.register, AddressBroadcast.filter(F.audience.in_(set(CHOICES)))
    tap(ask, ComposeBroadcast.filter(F.act == ComposeAct.WHOM), OrderedByAdmin(), OwnDraft())
    tap(address, choice, OrderedByAdmin(), OwnDraft())
    tap(refuse_stale, AddressBroadcast.filter(), OrderedByAdmin())
    tap(redraw_draft, AddressBroadcast.filter(), TappedByAdmin(), OwnDraft())
    tap(refuse_stale, AddressBroadcast.filter(), TappedByAdmin())
