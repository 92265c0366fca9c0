"""How Telegram says that it sends nothing for Stars: the bot has none left, or paid broadcasts are not enabled.

Its words for the first are known from the errors of its other interface (``BALANCE_TOO_LOW``), those for the second are
not; what is in neither list is found out by ``PaidCourier``. Nobody's blocking of the bot is among them.
"""

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from bot.core.mailings.outbox import Unpaid

NO_STARS = ("balance_too_low", "balance is too low", "balance too low", "not enough stars")
NOT_ENABLED = ("paid_broadcast", "paid broadcast", "paid_floodskip")


def unpaid(error: Exception) -> Unpaid | None:
    """Return the verdict when a 400 or 403 to a paid message is about paying, else None."""
    if not isinstance(error, TelegramBadRequest | TelegramForbiddenError):
        return None
    words = error.message.lower()
    return Unpaid() if any(phrase in words for phrase in (*NO_STARS, *NOT_ENABLED)) else None
