"""The pace as a middleware of aiogram's session, so that no call can go around it."""

from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.health.counts import Counts, RefusedCall
from bot.core.mailings.mailings import Lane
from bot.core.retry_after import bounded
from bot.core.updates import current
from bot.delivery.pace import Pace

COSTLY = ("Send", "Edit", "Copy", "Forward")
FREE = frozenset({"SendChatAction"})

MAX_REPLY_WAIT_SECONDS = 8
"""The longest wait, in seconds, that Telegram may ask of a reply before the person is told to try later."""

already_paced: ContextVar[bool] = ContextVar("already_paced", default=False)
"""Set by the sender, which waits for its turn before it takes the last look at a row, and holds by the verdict."""


def costs(method: TelegramMethod[Any]) -> bool:
    """Return whether Telegram counts the call against the bot's limit (sends, copies and edits; answers are free)."""
    name = type(method).__name__
    return name.startswith(COSTLY) and name not in FREE


class PacedRequests(BaseRequestMiddleware):
    """Makes every costly call wait for its turn; holds everybody when Telegram says so (429)."""

    def __init__(self, pace: Pace, counts: Counts | None = None) -> None:
        """Keep the one pace, and where refusals are counted."""
        self._pace = pace
        self._counts = counts or Counts()

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Wait, call, and hold; a reply is tried once more after a short hold."""
        if already_paced.get():
            return await make_request(bot, method)
        try:
            return await self._call(make_request, bot, method)
        except TelegramRetryAfter as refusal:
            if not costs(method):
                raise  # menus and descriptions have limits of their own, which say nothing about messages
            seconds = bounded(refusal.retry_after)
            self._pace.refused(_chat(method), seconds)
            if seconds > MAX_REPLY_WAIT_SECONDS:
                raise
        return await self._call(make_request, bot, method)

    async def _call(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        try:
            return await self._in_turn(make_request, bot, method)
        except TelegramRetryAfter:
            self._counts.refusals[RefusedCall.REPLY if costs(method) else RefusedCall.OTHER] += 1
            raise

    async def _in_turn(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if not costs(method):
            return await make_request(bot, method)
        async with self._pace.call(_lane(), _chat(method), _messages(method)) as call:
            response = await make_request(bot, method)
            call.answered = True
            return response


def _lane() -> Lane:
    """Return where an answer stands: one to what waited out a downtime lets those go first who ask now."""
    incoming = current.get()
    return Lane.LAWYER if incoming is not None and incoming.waited else Lane.REPLY


def _chat(method: TelegramMethod[Any]) -> int | None:
    chat = getattr(method, "chat_id", None)
    return chat if isinstance(chat, int) else None


def _messages(method: TelegramMethod[Any]) -> int:
    """Return how many messages a call sends: an album is as many as it has files."""
    return len(method.media) if isinstance(method, SendMediaGroup) else 1
