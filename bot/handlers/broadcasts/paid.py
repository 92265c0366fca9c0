"""A previewed broadcast sent for Stars: by its own button, once, for the price on it or less (R11)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.mailings.broadcasts import Composer
from bot.core.mailings.mailings import Mailing, Mailings
from bot.core.mailings.paid_broadcasts import ConfirmPaid, Dearer
from bot.handlers.admin.access import TappedByAdmin
from bot.handlers.broadcasts.paid_offer import SendPaid
from bot.handlers.broadcasts.runs import OwnDraft, draw_progress, refuse_stale
from bot.handlers.broadcasts.screens import card_screen
from bot.handlers.broadcasts.stars import Purse
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words, edit


async def send_paid(
    query: CallbackQuery,
    callback_data: SendPaid,
    admin: int,
    words: Words,
    confirm_paid: ConfirmPaid,
    composer: Composer,
    mailings: Mailings,
    presentation: Presentation,
    purse: Purse,
) -> None:
    """Send it; when it would cost more than the button says, draw the card anew instead."""
    number, card = callback_data.mailing, query.message.message_id if query.message else 0
    recipients = await confirm_paid(admin, number, callback_data.mark, card, callback_data.stars)
    if recipients is None:
        return await refuse_stale(query, words)
    if isinstance(recipients, Dearer):
        return await draw_dearer(query, admin, words, composer, recipients.mailing, presentation, purse)
    await query.answer(words.plain("broadcasts-started"))
    return await draw_progress(query, words, mailings, number)


async def draw_dearer(
    query: CallbackQuery,
    admin: int,
    words: Words,
    composer: Composer,
    mailing: Mailing,
    presentation: Presentation,
    purse: Purse,
) -> None:
    """Show the new price, and say that it is another."""
    preview = await composer.preview(admin, mailing)
    await query.answer(words.plain("broadcasts-dearer"), show_alert=True)
    await edit(query, card_screen(words, preview, presentation.send_rate, await purse.offer()))


def paid_router() -> Router:
    """Return the route of the button that pays; without paying there is no such button to tap."""
    made = Router(name="paid broadcasts")
    made.callback_query.register(send_paid, SendPaid.filter(), TappedByAdmin(), OwnDraft())
    made.callback_query.register(refuse_stale, SendPaid.filter(), TappedByAdmin())
    return made
