"""Deletes messages the bot has sent; what Telegram says of it becomes a number of seconds."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter

from bot.core.retry_after import bounded

CALL_TIMEOUT_SECONDS = 8
"""Seconds one call may take (R6)."""

TROUBLE_PAUSE_SECONDS = 60.0
"""Seconds until deleting is tried again when Telegram, or the way to it, is in trouble."""


class Deletions:
    """core.mailings.same_reminders.Deletes."""

    def __init__(self, bot: Bot) -> None:
        """Keep the bot."""
        self._bot = bot

    async def __call__(self, chat: int, messages: Sequence[int]) -> float:
        """Delete; return after how many seconds to try again, 0 when they are gone or Telegram will not delete them."""
        if not messages:
            return 0.0
        try:
            await self._bot.delete_messages(chat, list(messages), request_timeout=CALL_TIMEOUT_SECONDS)
        except TelegramRetryAfter as refusal:
            return bounded(refusal.retry_after)
        except (TelegramBadRequest, TelegramForbiddenError):
            return 0.0  # too old, deleted already, or the person is gone: it does no harm where it is
        except Exception:  # a pause, whatever it was: deleting matters less than anything else that is sent
            return TROUBLE_PAUSE_SECONDS
        return 0.0
