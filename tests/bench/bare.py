"""aiogram's own call, as a person would write it: paced workers, or the documentation's loop. Nothing is recorded."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter

from tests.bench.plan import TEXT, TOKEN, recipients
from tests.bench.start import START

WORKERS = 150


def connect(url: str) -> Bot:
    """A bot over the pretended Telegram."""
    return Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(url), limit=1_000))


async def insist(bot: Bot, chat: int) -> None:
    """Send, and wait as long and as often as Telegram says."""
    while True:
        try:
            await bot.send_message(chat, TEXT)
            return
        except TelegramRetryAfter as refusal:
            await asyncio.sleep(refusal.retry_after)


async def ready(bot: Bot) -> None:
    """Meet Telegram, which opens the session, and wait for the others."""
    await bot.me()
    await START.begin()


async def loop(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """The loop of the documentation: send, sleep a twentieth of a second."""
    bot, clock, sent = connect(url), asyncio.get_running_loop(), 0
    await ready(bot)
    until = clock.time() + plan["seconds"]
    for chat in recipients(plan["count"]):
        if clock.time() >= until:
            break
        await insist(bot, chat)
        sent += 1
        await asyncio.sleep(0.05)
    await bot.session.close()
    return {"sent": sent}


async def workers(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Workers that pace themselves; a rate of 0 is as fast as it goes."""
    bot = connect(url)
    await ready(bot)
    found = await crew(bot, plan["count"], plan["rate"], plan["seconds"])
    await bot.session.close()
    return found


async def crew(bot: Bot, count: int, rate: float, seconds: float) -> dict[str, Any]:
    """Let workers send until all is sent or the time is over; errors are counted and passed over."""
    clock, todo = asyncio.get_running_loop(), iter(recipients(count))
    gap = 1 / rate if rate else 0
    next_at, until = clock.time(), clock.time() + seconds
    told = {"sent": 0, "failed": 0, "gone": 0}

    async def worker() -> None:
        nonlocal next_at
        for chat in todo:
            next_at = max(clock.time(), next_at) + gap
            await asyncio.sleep(max(0, next_at - gap - clock.time()))
            if clock.time() >= until:
                return
            told[await tried(bot, chat)] += 1

    await asyncio.gather(*(worker() for _ in range(WORKERS)))
    return dict(told)


async def tried(bot: Bot, chat: int) -> str:
    """Return what became of one message."""
    try:
        await insist(bot, chat)
    except TelegramForbiddenError:
        return "gone"
    except Exception:  # what a log line in such a loop comes to: nobody looks at it again
        return "failed"
    return "sent"
