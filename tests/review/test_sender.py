"""What may not end the sender, and what it may not send."""

import asyncio
import selectors
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

import pytest
import sqlcipher3
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.core.clock import SystemClock
from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Outbox, Outcome, Parcel, Sent, Verdict
from bot.delivery import courier
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.sender import Delivers, Sender
from bot.delivery.transport import Transport, transport_of


@dataclass
class Box:
    """An outbox of so many parcels."""

    left: list[Parcel]
    settled: list[Outcome] = field(default_factory=list)

    async def claim(self, _: datetime, limit: int, __: int = 0) -> Sequence[Parcel]:
        """Hand them out once."""
        out, self.left = self.left[:limit], self.left[limit:]
        return out

    async def record(self, outcomes: Sequence[Outcome], _: datetime) -> None:
        """Keep the verdicts."""
        self.settled += outcomes


@dataclass
class Words:
    """Where texts come from; ``fault`` is raised instead."""

    fault: Exception | None = None

    async def content(self, _: int, __: Variant) -> Content:
        """Return a text."""
        if self.fault:
            raise self.fault
        return Content("x")


@dataclass
class Answers:
    """A courier that always says the same."""

    verdict: Verdict
    takes: float = 0
    asked: int = 0

    async def deliver(self, _: Parcel) -> Verdict:
        """Count and say it."""
        self.asked += 1
        await asyncio.sleep(self.takes)
        return self.verdict


def parcels(count: int) -> list[Parcel]:
    """As many people, one message each."""
    first = Parcel(1, 0, Variant(Locale.RU), Lane.BROADCAST, silent=False, attempts=1, maybe=False)
    return [replace(first, chat=number + 1) for number in range(count)]


def sender(box: Box, by: Delivers, pace: Pace | None = None) -> Sender:
    """A sender over the box."""
    return Sender(cast(Outbox, box), by, pace or Pace(30, SystemClock()), SystemClock())


async def started(made: Sender, seconds: float) -> asyncio.Future[None]:
    """Run it so long, then tell it to stop."""
    stop = asyncio.Event()
    running = asyncio.ensure_future(made.run(stop))
    await asyncio.sleep(seconds)
    stop.set()
    return running


def bot_at(port: int) -> Bot:
    """A bot whose Telegram listens there."""
    return Bot("42:TEST", AiohttpSession(api=TelegramAPIServer.from_base(f"http://127.0.0.1:{port}")))


async def test_a_text_that_cannot_be_read_now() -> None:
    """R7: a disk that fails while a text is read ends the sender, and with it the whole bot."""
    by = Courier(cast(Transport, None), Words(sqlcipher3.OperationalError("disk I/O error")))
    await (await started(sender(Box(parcels(1)), by), 0.2))


async def test_an_answer_that_is_no_text() -> None:
    """R5, R6: ``200`` with bytes that are no UTF-8 ends the sender (a UnicodeDecodeError is no AiogramError)."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n\xff")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    bot = bot_at(server.sockets[0].getsockname()[1])
    try:
        await Courier(transport_of(bot), Words()).deliver(parcels(1)[0])
    finally:
        await bot.session.close()
        server.close()


async def test_a_connection_that_never_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """R2: with Telegram out of reach (packets dropped) nothing can have arrived; two such time-outs lose a person."""
    monkeypatch.setattr(courier, "CALL_TIMEOUT_SECONDS", 1)
    deaf = socket.create_server(("127.0.0.1", 0), backlog=0)
    fill = [socket.socket() for _ in range(4)]
    for one in fill:
        one.setblocking(False)
        one.connect_ex(deaf.getsockname())
    bot = bot_at(deaf.getsockname()[1])
    verdict = await Courier(transport_of(bot), Words()).deliver(parcels(1)[0])
    await bot.session.close()
    for one in (deaf, *fill):
        one.close()
    assert isinstance(verdict, Later)


async def test_a_stop_during_a_hold() -> None:
    """R14: what has not left yet is handed back at once, not waited for (a 429 may last minutes)."""
    pace = Pace(30, SystemClock())
    made = sender(Box(parcels(1)), Answers(Sent()), pace)
    pace.free_slots = lambda: 1  # type: ignore[method-assign]  # the claim came just before the 429
    pace.hold(60)
    running = await started(made, 0.2)
    done, _ = await asyncio.wait([running], timeout=2)
    running.cancel()
    assert done


class Turns(selectors.DefaultSelector):
    """Counts how often the loop looks for something to do."""

    turns = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Count and look."""
        self.turns += 1
        return super().select(timeout)


def test_no_hot_circle_while_all_hang() -> None:
    """R6: with every worker busy the sender looks for room 700 times a second."""

    async def busy() -> None:
        await (await started(sender(Box(parcels(99)), Answers(Sent(), takes=1.5)), 1.4))

    selector = Turns()
    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selector)) as runner:
        runner.run(busy())
    assert selector.turns < 200
