"""The only place that knows how Telegram says no: a parcel goes in, a verdict comes out."""

import json
from collections import OrderedDict
from typing import Any, Protocol

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import ReplyParameters
from aiohttp import ClientConnectorError, ClientOSError, ConnectionTimeoutError, ServerDisconnectedError

from bot.core.content import Content, Variant
from bot.core.events import Event, event
from bot.core.mailings.outbox import (
    Gone,
    Later,
    Migrated,
    NotFound,
    Parcel,
    Partly,
    Refused,
    Sent,
    Slower,
    Unknown,
    Verdict,
    may_migrate,
)
from bot.core.retry_after import bounded
from bot.delivery.paid_courier import unpaid
from bot.delivery.transport import Prepared, Transport
from bot.messages import calls

CALL_TIMEOUT_SECONDS = 8
"""Seconds one call may take; then it is unknown whether the message arrived (R6)."""

MAX_PREPARED_MESSAGES = 64
"""How many prepared messages are kept: a few mailings, each in at most four variants, loud or silent."""

ABOUT_THE_PERSON = ("blocked by the user", "user is deactivated", "can't initiate conversation", "bot was kicked")
"""Words of a 403 that say what the recipient did; any other 403 may be anybody's trouble and removes nobody (R17)."""

NO_CHAT = ("chat not found", "user not found", "PEER_ID_INVALID")
RECIPIENT = (
    "VOICE_MESSAGES_FORBIDDEN",
    "USER_IS_BLOCKED",
    "not enough rights",
    "have no rights",
    "CHAT_WRITE_FORBIDDEN",
    "group chat was upgraded",
    "group chat was deactivated",
)

SERVER_PAUSE_SECONDS = 3.0
NETWORK_PAUSE_SECONDS = 2.0
AUTHORITY_PAUSE_SECONDS = 60.0


NEVER_LEFT = (ClientConnectorError, ConnectionTimeoutError)
"""No connection came about, so nothing can have arrived."""

CUT = (ClientOSError, ServerDisconnectedError)
"""The connection broke before any answer: cheap to try again, unlike a time-out, and mostly nothing has arrived."""

VERDICTS: dict[type[Exception], Verdict] = {
    TelegramUnauthorizedError: Later(AUTHORITY_PAUSE_SECONDS, shared=True),
    TelegramNotFound: Later(AUTHORITY_PAUSE_SECONDS, shared=True),
    TelegramEntityTooLarge: Refused(content=True),
    TelegramServerError: Later(SERVER_PAUSE_SECONDS, maybe=True),
}
"""Answers whose kind says everything."""


class ContentSource(Protocol):
    """Where the texts of mailings are read."""

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        """Return one text of a mailing."""
        ...


class Courier:
    """Delivers one parcel at a time; never raises for anything Telegram or the network does."""

    def __init__(self, transport: Transport, source: ContentSource, *, paid: bool = False) -> None:
        """Keep the transport and where texts come from; ``paid`` messages cost Stars and know no usual limit."""
        self._transport = transport
        self._source = source
        self._paid = paid
        self._prepared: OrderedDict[tuple[int, Variant, bool, int], tuple[Prepared, ...]] = OrderedDict()

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Send it and say what became of it."""
        try:
            messages = await self._messages(parcel)
        except Exception as error:
            event(Event.TEXT_UNREAD, kind=error)
            return Later(NETWORK_PAUSE_SECONDS)
        if not messages:
            return Refused(content=True)
        if parcel.part >= len(messages):
            return Sent()  # the content has fewer parts now
        try:
            message = answering(messages[parcel.part], parcel.reply_to)
            numbers = await self._transport.send(message, parcel.chat, CALL_TIMEOUT_SECONDS)
        except Exception as error:  # it may have left: whatever went wrong then must not end the sender
            return (self._paid and unpaid(error)) or _believed(verdict_of(error), parcel.chat)
        return Sent(numbers) if parcel.part == len(messages) - 1 else Partly(numbers)

    async def _messages(self, parcel: Parcel) -> tuple[Prepared, ...]:
        key = (parcel.mailing, parcel.variant, parcel.silent, parcel.texts)
        if key not in self._prepared:
            content = await self._source.content(parcel.mailing, parcel.variant)
            if content is None:
                return ()
            parts = calls(content, silent=parcel.silent, paid=self._paid)
            self._prepared[key] = tuple(map(Prepared, parts))
            if len(self._prepared) > MAX_PREPARED_MESSAGES:
                self._prepared.popitem(last=False)
        return self._prepared[key]


def answering(message: Prepared, to: int | None) -> Prepared:
    """Return the message as an answer to another one of its chat; where that is gone, it is sent all the same."""
    if to is None:
        return message
    reply = ReplyParameters(message_id=to, allow_sending_without_reply=True)
    return Prepared(message.method.model_copy(update={"reply_parameters": reply}))


def verdict_of(error: Exception) -> Verdict:
    """Translate what aiogram raised. What may have arrived is Unknown; what cannot have is Later, Gone or Refused."""
    if isinstance(error, TelegramRetryAfter):
        return Slower(bounded(error.retry_after))
    if isinstance(error, TelegramMigrateToChat):
        return Migrated(error.migrate_to_chat_id)
    if isinstance(error, TelegramBadRequest | TelegramForbiddenError):
        return _bad_request(error.message) if isinstance(error, TelegramBadRequest) else _forbidden(error.message)
    if isinstance(error, ClientDecodeError):
        return _undecoded(error.data)
    for kind, verdict in VERDICTS.items():
        if isinstance(error, kind):
            return verdict
    return _broken(error)


def _believed(verdict: Verdict, chat: int) -> Verdict:
    """Refuse a move that cannot be, so that a chat said to move again and again is not followed for ever."""
    impossible = isinstance(verdict, Migrated) and not may_migrate(chat, verdict.to)
    return Refused(content=False) if impossible else verdict


def _broken(error: Exception) -> Verdict:
    """Say what a connection's end means: aiogram wraps aiohttp's errors, the prepared call does not."""
    for seen in (error, error.__cause__):
        if isinstance(seen, NEVER_LEFT):
            return Later(NETWORK_PAUSE_SECONDS)
        if isinstance(seen, CUT):
            return Later(NETWORK_PAUSE_SECONDS, maybe=True)
    event(Event.NO_ANSWER, kind=error)
    return Unknown()


def _bad_request(words: str) -> Verdict:
    if any(phrase in words for phrase in NO_CHAT):
        return NotFound()
    return Refused(content=not any(phrase in words for phrase in RECIPIENT))


def _forbidden(words: str) -> Verdict:
    if any(phrase in words for phrase in ABOUT_THE_PERSON):
        return Gone()
    event(Event.FORBIDDEN)
    return Refused(content=False)


def _undecoded(data: Any) -> Verdict:
    """Take ``200 + ok:true`` as delivered even if the rest cannot be understood (R5)."""
    try:
        body = json.loads(data) if isinstance(data, str | bytes) else data
    except ValueError:
        page = isinstance(data, str) and data.lstrip().startswith("<")
        return VERDICTS[TelegramServerError] if page else Unknown()  # a proxy's page says as much as a server's error
    return Sent() if isinstance(body, dict) and body.get("ok") is True else Unknown()
