"""Ways to send one text to many people, each as a person would write it, in a process of its own."""

import asyncio
import json
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter

from bot.core.clock import SystemClock
from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings import Audience
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.paced import PacedRequests
from bot.delivery.sender import Sender
from bot.delivery.wire import wire_of
from bot.storage.compositions import CompositionRows
from bot.storage.database import Database, open_database
from bot.storage.outbox import OutboxRows
from bot.storage.queueing import Recipients, write_texts
from tests.bench.server import FIRST, PEOPLE, TOKEN

TEXT = "Семинар о разрешении на работу начнётся завтра. " * 4
AUTHOR = 9001
WORKERS = 100
UNLIMITED = 20_000
"""Messages a second that no contender reaches."""

OPEN = "SELECT 1 FROM mailing WHERE state = 'queued'"


def connect(url: str) -> Bot:
    """A bot over the pretended Telegram."""
    return Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(url), limit=1_000))


def recipients(count: int) -> list[int]:
    """Chats to send to; the same people again when there are more messages than people."""
    return [FIRST + number % PEOPLE for number in range(count)]


async def insist(bot: Bot, chat: int) -> None:
    """Send, and wait as long and as often as Telegram says."""
    while True:
        try:
            await bot.send_message(chat, TEXT)
            return
        except TelegramRetryAfter as refusal:
            await asyncio.sleep(refusal.retry_after)


async def docs_loop(url: str, count: int, rate: float) -> None:
    """The loop of the documentation: send, sleep a twentieth of a second."""
    bot = connect(url)
    for chat in recipients(count):
        await insist(bot, chat)
        await asyncio.sleep(0.05)
    await bot.session.close()


async def bare(url: str, count: int, rate: float) -> None:
    """aiogram's bare call from workers that pace themselves at the limit and record nothing."""
    bot, todo = connect(url), iter(recipients(count))
    clock, gap = SystemClock(), 1 / rate if rate else 0
    next_at = clock.monotonic()

    async def worker() -> None:
        nonlocal next_at
        for chat in todo:
            next_at = max(clock.monotonic(), next_at) + gap
            await asyncio.sleep(max(0, next_at - gap - clock.monotonic()))
            await insist(bot, chat)

    await asyncio.gather(*(worker() for _ in range(WORKERS)))
    await bot.session.close()


async def ours(url: str, count: int, rate: float) -> None:
    """Claim, deliver, settle, every message with its durable record."""
    clock, bot = SystemClock(), connect(url)
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(Path(folder) / "bot.db", None, clock)
        await queue(database, count)
        pace = Pace(rate or UNLIMITED, clock)
        bot.session.middleware(PacedRequests(pace))
        outbox = OutboxRows(database, clock)
        sender, stop = Sender(outbox, Courier(wire_of(bot), outbox), pace, clock), asyncio.Event()
        running = asyncio.ensure_future(sender.run(stop))
        while await database.rows(OPEN):  # noqa: ASYNC110 -- the storage has no event for it
            await asyncio.sleep(0.1)
        stop.set()
        sender.wake()
        await running
        await database.close()
    await bot.session.close()


async def queue(database: Database, count: int) -> None:
    """Queue a broadcast, several times to the same people when there are more messages than people."""
    clock = SystemClock()
    people = [(FIRST + number, "ru", "2026-11-24", "2026-11-24") for number in range(min(count, PEOPLE))]
    async with database.writing() as tx:
        columns = "chat, language, joined, active, reminders, recordings, news, silent, discreet"
        await tx.many(f"INSERT INTO subscriber ({columns}) VALUES (?, ?, ?, ?, 1, 1, 1, 0, 0)", people)  # noqa: S608 -- constants
    rows = CompositionRows(database)
    for _ in range(max(1, count // PEOPLE)):
        mailing = await rows.begin(AUTHOR, clock.now())
        contents: Contents = {Variant(Locale.RU): Content(TEXT, "[]")}
        async with database.writing() as tx:
            await write_texts(tx, mailing, contents)
        await rows.confirm(mailing, AUTHOR, "", Audience.ALL, clock.now(), 1)
        await Recipients(database).fill(clock.now())


CONTENDERS: dict[str, Callable[[str, int, float], Awaitable[None]]] = {
    "ours": ours,
    "aiogram, workers": bare,
    "documentation's loop": docs_loop,
}


async def run(name: str, url: str, count: int, rate: float) -> None:
    """Run one and print what it cost this process."""
    before, started = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    await CONTENDERS[name](url, count, rate)
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"cpu": cpu, "seconds": time.monotonic() - started, "rss": after.ru_maxrss}))


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
