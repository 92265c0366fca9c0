"""The faster way a card offers: its price, whether the bot has so many Stars, and the only button that spends them."""

from aiogram.types import InlineKeyboardButton

from bot.core.mailings.previews import Preview
from bot.core.mailings.stars import Offer
from bot.handlers.ui.callbacks import Deed, RowNumber
from bot.handlers.ui.screens import Words


class SendPaid(Deed, prefix="bcp"):
    """Send what was previewed for ``stars`` at most: ``mark`` fits this admin, content, audience and price only."""

    mailing: RowNumber
    stars: RowNumber
    mark: str
    shown: RowNumber


def offer_text(words: Words, preview: Preview, offer: Offer, span: str) -> str:
    """Say what it costs and how long it takes then, ``span``, and what the bot has."""
    blocks = [words("broadcasts-offer", stars=preview.stars, duration=span)]
    if offer.balance is not None:
        blocks.append(words("broadcasts-offer-balance", balance=offer.balance))
    covered = offer.covers(preview.stars)
    return "\n".join(blocks) + "\n\n" + words("broadcasts-offer-choose" if covered else "broadcasts-offer-short")


def offer_buttons(words: Words, preview: Preview, offer: Offer) -> tuple[InlineKeyboardButton, ...]:
    """Return the button that pays, if the bot can."""
    if not offer.covers(preview.stars):
        return ()
    paid = SendPaid(
        lang=words.locale,
        mailing=preview.mailing,
        stars=preview.stars,
        mark=preview.paid_mark,
        shown=preview.recipients,
    )
    return (words.button("broadcasts-send-paid", paid, stars=preview.stars),)
