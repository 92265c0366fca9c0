"""The inbox's own calls to Telegram: they never raise, and what came of them goes into the vitals."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.clock import Clock
from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.core.retry_after import bounded
from bot.handlers.inbox.backoff import EXTRA_WAIT_SECONDS, MAX_WAIT_SECONDS
from bot.handlers.inbox.waiting import cancelled_from_outside

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""Kinds of updates that have a handler; an edited message is no order, of which an admin is told, and no question."""

AWAY_SECONDS = 60.0
"""Telegram is away when nothing was answered for so long."""


class GetUpdatesRaw(TelegramMethod[list[Any]]):
    """Telegram's getUpdates (core.telegram.org/bots/api#getupdates), its result unparsed."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int = 0
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES


class Calls:
    """Makes a call and returns its answer, or the error as a value."""

    def __init__(self, bot: Bot, clock: Clock, vitals: Vitals) -> None:
        """Tell the vitals that the inbox goes on, and when Telegram does not answer."""
        self._bot = bot
        self._clock = clock
        self._vitals = vitals
        self._failing_since: float | None = None

    async def __call__(self, method: TelegramMethod[TelegramType], seconds: int) -> TelegramType | Exception:
        """Call, and wait for so many seconds at most."""
        answer = await self._answer(method, seconds)
        self._vitals.pulse.beat(Part.INBOX, rests=longest_wait(answer))
        self._note(answer)
        return answer

    async def _answer(self, method: TelegramMethod[TelegramType], seconds: int) -> TelegramType | Exception:
        try:
            answer: TelegramType | None = await self._bot(method, request_timeout=seconds)
        except Exception as error:
            return error
        except asyncio.CancelledError as error:
            if cancelled_from_outside(error):
                raise
            return ConnectionAbortedError()
        return ValueError("empty answer") if answer is None else answer

    def _note(self, answer: object) -> None:
        if not isinstance(answer, Exception) or refused_by_telegram(answer):
            self._failing_since = None
            self._vitals.troubles.note(Trouble.TELEGRAM, wrong=False)
            return
        now = self._clock.monotonic()
        self._failing_since = now if self._failing_since is None else self._failing_since
        if now - self._failing_since > AWAY_SECONDS:
            self._vitals.troubles.note(Trouble.TELEGRAM, wrong=True)


def longest_wait(answer: object) -> float:
    """Return for how many seconds the inbox may wait on purpose after this answer."""
    if not isinstance(answer, Exception):
        return 0.0
    told = bounded(answer.retry_after) + EXTRA_WAIT_SECONDS if isinstance(answer, TelegramRetryAfter) else 0.0
    return max(MAX_WAIT_SECONDS, told)


def refused_by_telegram(error: Exception) -> bool:
    """Return whether an error is an answer of Telegram's own, not of the way there."""
    return isinstance(error, TelegramAPIError) and not isinstance(error, TelegramNetworkError | TelegramServerError)
