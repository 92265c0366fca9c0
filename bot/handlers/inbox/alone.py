"""Whether another instance asks Telegram for updates: listened for by one that has lost its turn, before it answers."""

import asyncio

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramConflictError

from bot.core.clock import Clock
from bot.handlers.inbox.calls import GetUpdatesRaw
from bot.handlers.inbox.waiting import pause

LISTEN_SECONDS = 5
"""Longer than another poller rests after ours has ended its call."""

BETWEEN_SECONDS = 1.0
"""Updates that wait are handed out at once, to us too: they stay unconfirmed, and come again."""


async def nobody_else_polls(bot: Bot, clock: Clock, ended: asyncio.Event) -> bool:
    """Return whether nobody did for LISTEN_SECONDS. Of two pollers Telegram refuses one, in turn."""
    begun = clock.monotonic()
    while (left := LISTEN_SECONDS - (clock.monotonic() - begun)) > 0 and not ended.is_set():
        try:
            await bot(GetUpdatesRaw(timeout=int(left) + 1), request_timeout=2 * LISTEN_SECONDS)
        except TelegramConflictError:
            return False
        except TelegramAPIError:
            pass
        await pause(clock, BETWEEN_SECONDS, ended)
    return not ended.is_set()
