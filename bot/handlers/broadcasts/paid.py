"""A previewed broadcast sent for Stars: by its own button, once, for the price on it or less (R11)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.mailings.mailings import Mailing
from bot.core.mailings.paid_broadcasts import Dearer
from bot.handlers.admin.access import OrderedByAdmin
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.paid_offer import SendPaid
from bot.handlers.broadcasts.runs import OwnDraft, refuse_confirmation, refuse_stale
from bot.handlers.ui.screens import Words, edit


async def send_paid(
    query: CallbackQuery, callback_data: SendPaid, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Send it; when it would cost more than the button says, draw the card with the new price instead."""
    number, card = callback_data.mailing, query.message.message_id if query.message else 0
    recipients = await broadcast_desk.confirm_paid(admin, number, callback_data.mark, card, callback_data.stars)
    if recipients is None:
        return await refuse_stale(query, words)
    if isinstance(recipients, Dearer):
        return await draw_dearer(query, admin, words, broadcast_desk, recipients.mailing)
    await query.answer(words.plain("broadcasts-started"))
    return await broadcast_desk.draw_progress(query, words, number)


async def draw_dearer(
    query: CallbackQuery, admin: int, words: Words, broadcast_desk: BroadcastDesk, mailing: Mailing
) -> None:
    """Show the new price, and say that it is another."""
    await query.answer(words.plain("broadcasts-dearer"), show_alert=True)
    await edit(query, await broadcast_desk.card(words, admin, mailing))


def paid_router() -> Router:
    """Return the route of the button that pays; without paying there is no such button to tap."""
    made = Router(name="paid_broadcasts")
    made.callback_query.register(send_paid, SendPaid.filter(), OrderedByAdmin(), OwnDraft())
    refuse_confirmation(made, SendPaid)
    return made
