"""The courier of paid messages: it notices when paying brings nothing, in whatever way Telegram says so."""

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from bot.core.mailings.mailings import FIRST_REFUSALS_STOP
from bot.core.mailings.outbox import Later, Parcel, Partly, Refused, Sent, Slower, Unpaid, Verdict
from bot.delivery.pace import Pace
from bot.delivery.sender import Delivers

DOUBTFUL_PAUSE_SECONDS = 1.0
"""Seconds until a message is tried again whose refusal may have been the payment's and not the content's."""

MAX_DOUBTED_ATTEMPTS = 2
"""Attempts after which a refusal is the content's."""


class PaidCourier:
    """Delivers with a courier that pays; what Telegram will not take for Stars comes back as ``Unpaid``.

    A refusal in unknown words is doubted: the content went through the preview, so the fifth in a row without any
    message between them is the payment's, and the four before it, put off meanwhile, are not lost.
    """

    def __init__(self, courier: Delivers, pace: Pace, free: Pace) -> None:
        """Take the courier, the pace of paid messages and that of all others."""
        self._courier = courier
        self._pace = pace
        self._free = free
        self._refusals = 0

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Send it and say what became of it."""
        verdict = await self._courier.deliver(parcel)
        if isinstance(verdict, Sent | Partly):
            self._refusals = 0
        if isinstance(verdict, Slower) and self._pace.rate <= self._free.rate:
            return Unpaid()
        if isinstance(verdict, Refused) and verdict.content:
            return self._doubted(parcel, verdict)
        return verdict

    def _doubted(self, parcel: Parcel, verdict: Refused) -> Verdict:
        self._refusals += 1
        if self._refusals >= FIRST_REFUSALS_STOP:
            return Unpaid()
        return verdict if parcel.attempts > MAX_DOUBTED_ATTEMPTS else Later(DOUBTFUL_PAUSE_SECONDS)


NO_STARS = ("balance_too_low", "balance is too low", "balance too low", "not enough stars")
NOT_ENABLED = ("paid_broadcast", "paid broadcast", "paid_floodskip")


def unpaid(error: Exception) -> Unpaid | None:
    """Return the verdict when a 400 or 403 to a paid message is about paying, else None."""
    if not isinstance(error, TelegramBadRequest | TelegramForbiddenError):
        return None
    words = error.message.lower()
    return Unpaid() if any(phrase in words for phrase in (*NO_STARS, *NOT_ENABLED)) else None
