"""A previewed broadcast sent for Stars: by its own button, once, for the price on it or less (R11)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.mailings.approval import AskedSecond
from bot.core.mailings.paid_broadcasts import Dearer
from bot.handlers.admin.access import OrderedByAdmin
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.paid_offer import SendPaid
from bot.handlers.broadcasts.runs import OwnDraft, refuse_confirmation, refuse_stale
from bot.handlers.ui.screens import Words


async def send_paid(
    query: CallbackQuery, callback_data: SendPaid, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Send it; when it would cost more, or reach many more or fewer people than shown, draw the card anew instead."""
    number, card = callback_data.mailing, query.message.message_id if query.message else 0
    mark, shown = callback_data.mark, callback_data.shown
    recipients = await broadcast_desk.confirm_paid(admin, number, mark, card, shown, callback_data.stars)
    if recipients is None:
        return await refuse_stale(query, words)
    if not isinstance(recipients, int | AskedSecond):
        why = "broadcasts-dearer" if isinstance(recipients, Dearer) else "broadcasts-recounted"
        return await broadcast_desk.ask_again(query, admin, words, recipients.mailing, why)
    await query.answer(words.plain("broadcasts-asked" if isinstance(recipients, AskedSecond) else "broadcasts-started"))
    return await broadcast_desk.draw_progress(query, words, number)


def paid_router() -> Router:
    """Return the route of the button that pays; without paying there is no such button to tap."""
    made = Router(name="paid_broadcasts")
    made.callback_query.register(send_paid, SendPaid.filter(), OrderedByAdmin(), OwnDraft())
    refuse_confirmation(made, SendPaid)
    return made
