"""«Без звука» on the card of a broadcast: it comes without a sound to everybody (A2)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.handlers.admin.access import OrderedByAdmin
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.runs import OwnDraft
from bot.handlers.broadcasts.screens import ComposeAct, ComposeBroadcast, gone_screen
from bot.handlers.ui.screens import Words, show


async def ring(
    query: CallbackQuery, callback_data: ComposeBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Switch the sound, and draw the card with a button that fits it."""
    number, mailings = callback_data.mailing, broadcast_desk.mailings
    mailing, quiet = await mailings.get(number), callback_data.act is ComposeAct.QUIET
    kept = mailing is not None and await broadcast_desk.composer.ring(admin, mailing, quiet=quiet)
    changed = await mailings.get(number) if kept else None
    await show(query, await broadcast_desk.card(words, admin, changed) if changed else gone_screen(words, number))


def register_sound(made: Router) -> None:
    """Register the routes."""
    act = ComposeBroadcast.filter(F.act.in_({ComposeAct.QUIET, ComposeAct.LOUD}))
    made.callback_query.register(ring, act, OrderedByAdmin(), OwnDraft())
