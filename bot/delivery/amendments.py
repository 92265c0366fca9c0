"""Changes and deletes delivered messages, one parcel at a time; what Telegram says of it becomes a verdict (A7).

Both are idempotent, so whatever may have arrived is simply done again: "message is not modified" and the deletion of
what is deleted already count as done.
"""

from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.core.events import Event, event
from bot.core.mailings.amendments import AmendedParcel, AmendmentKind
from bot.core.mailings.outbox import Later, Parcel, Refused, Sent, Verdict
from bot.delivery.courier import CALL_TIMEOUT_SECONDS, NETWORK_PAUSE_SECONDS, ContentSource, verdict_of
from bot.messages import edit_calls

UNCHANGED = "message is not modified"
GONE_FROM_CHAT = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
"""Words of a 400 that speak of the one message: there is nothing to be changed any more."""


class AmendingCourier:
    """Deletes or edits; never raises for anything Telegram or the network does."""

    def __init__(self, bot: Bot, source: ContentSource) -> None:
        """Keep the bot and where the new texts are read."""
        self._bot = bot
        self._source = source
        self._acts: dict[AmendmentKind, Callable[[AmendedParcel], Awaitable[Verdict]]] = {
            AmendmentKind.DELETE: self._delete,
            AmendmentKind.EDIT: self._edit,
            AmendmentKind.LINK: self._edit,
        }

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Do it and say what became of it."""
        if not isinstance(parcel, AmendedParcel):
            return Refused(content=False)
        try:
            return await self._acts[parcel.kind](parcel)
        except TelegramBadRequest as refusal:
            return _refused(parcel.kind, refusal.message) or verdict_of(refusal)
        except Exception as error:  # whatever went wrong must not end the sender
            return verdict_of(error)

    async def _delete(self, parcel: AmendedParcel) -> Verdict:
        await self._bot.delete_messages(parcel.chat, list(parcel.messages), request_timeout=CALL_TIMEOUT_SECONDS)
        return Sent()

    async def _edit(self, parcel: AmendedParcel) -> Verdict:
        try:
            content = await self._source.content(parcel.mailing, parcel.variant)
        except Exception as error:
            event(Event.TEXT_UNREAD, kind=error)
            return Later(NETWORK_PAUSE_SECONDS)
        if content is None:
            return Refused(content=True)
        for call in edit_calls(content, chat=parcel.chat, messages=parcel.messages):
            try:
                await self._bot(call, request_timeout=CALL_TIMEOUT_SECONDS)
            except TelegramBadRequest as refusal:
                if UNCHANGED not in refusal.message:
                    raise
        return Sent()


def _refused(kind: AmendmentKind, words: str) -> Verdict | None:
    """Return what a refusal says of this one message; None when it says something else."""
    if kind is AmendmentKind.DELETE or any(phrase in words for phrase in GONE_FROM_CHAT):
        return Refused(content=False)  # too old, or not there any more
    return None
