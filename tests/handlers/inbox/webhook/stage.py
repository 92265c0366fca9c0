"""An inbox with a webhook over the pretended Telegram, which delivers over real sockets; time passes when told."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

from aiogram import Bot
from aiohttp import ClientSession

from bot.core.health.vitals import vitals_by
from bot.core.listening import Listen
from bot.demo.chats.person import Person
from bot.demo.doors.webhook import Deliverer, delivering
from bot.demo.telegram import Telegram
from bot.handlers.inbox import InboxLimits, InboxNotices, SettleBeforeAnswer, Webhook, WebhookInbox
from bot.handlers.inbox.webhook_registration import Listening
from tests.handlers.inbox.stage import CALM, Book, Feed, Seen, Wire
from tests.handlers.inbox.virtual_clock import VirtualClock, really_until

URL = "https://bot.example.org/telegram"
SECRET = "s3cret_of_the_webhook-42"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
HERE = Listen("127.0.0.1", 0)


class Ear:
    """Counts what the registration says of being reached."""

    def __init__(self) -> None:
        self.asked = self.heard = 0

    def asks(self) -> None:
        self.asked += 1

    def listened(self) -> None:
        self.heard += 1


class HookStage:
    """One program with a webhook; ``again`` is the next one over the same Telegram."""

    def __init__(
        self,
        feed: Feed | None = None,
        *,
        seen: Iterable[int] = (),
        limits: InboxLimits = CALM,
        secret: str = SECRET,
        listens: Listening | None = None,
        clock: VirtualClock | None = None,
        before: "HookStage | None" = None,
    ) -> None:
        self.clock: VirtualClock = before.clock if before else clock or VirtualClock()
        self.telegram: Telegram = before.telegram if before else _telegram(self.clock)
        self.wire = Wire(self.telegram, self.clock)
        self.wire.middleware.register(SettleBeforeAnswer())
        self.bot = Bot("42:demo", session=self.wire)
        self.book = Book()
        self.seen = Seen(seen)
        self.vitals = vitals_by(self.clock)
        self.ear = Ear()
        self.told: list[int] = []
        self.inbox = WebhookInbox(
            Webhook(URL, secret, HERE),
            *(self.bot, feed or self.book, self.seen, self.clock),
            listens=listens or self.ear,
            limits=limits,
            notices=InboxNotices(self._told),
            vitals=self.vitals,
        )

    def again(self, **options: Any) -> "HookStage":
        return HookStage(before=self, **options)

    def person(self, number: int = 1) -> Person:
        return self.telegram.person(number, f"Person {number}")

    def calls(self, method: str) -> int:
        """How often the bot called a method."""
        return sum(entry.method == method for entry in self.telegram.ledger.entries)

    @property
    def waiting(self) -> list[int]:
        """Ids Telegram would deliver again."""
        return [update["update_id"] for update in self.telegram.world.updates.pending]

    @asynccontextmanager
    async def running(self, *, set_up: bool = True) -> AsyncIterator[asyncio.Event]:
        """Run the inbox until the end of the block; kill it when the test fails."""
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(self.inbox.run(stop))
            if set_up:
                await really_until(lambda: self.telegram.world.webhook and self.inbox.port)
            else:
                await really_until(lambda: self.inbox.port)
            try:
                yield stop
            except BaseException:
                task.cancel()
                raise
            stop.set()

    @asynccontextmanager
    async def delivered(self) -> AsyncIterator[Deliverer]:
        """Run it, and let Telegram deliver."""
        async with self.running(), delivering(self.telegram.world, self.address) as deliverer:
            yield deliverer

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.inbox.port}"

    async def _told(self, _bot: Bot, chat: Any) -> None:
        self.told.append(chat.id)


def _telegram(clock: VirtualClock) -> Telegram:
    return Telegram(now=clock.monotonic, sleep=clock.sleep)


async def post(stage: HookStage, body: bytes, *, path: str = "/telegram", secret: str | None = SECRET) -> int:
    """Send a body as Telegram would; return the status of the answer, whose body is empty."""
    async with ClientSession() as session:
        headers = {} if secret is None else {HEADER: secret}
        async with session.post(stage.address + path, data=BytesIO(body), headers=headers) as answer:
            assert await answer.read() == b""
            return answer.status
