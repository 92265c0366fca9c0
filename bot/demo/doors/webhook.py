"""Delivers updates to a webhook over HTTP, as Telegram does, but to an address of this machine.

What is known of Telegram's way stands in the source of the public Bot API server (tdlib/telegram-bot-api,
WebhookActor.cpp), and is done here:

- Twice `max_connections` updates stand ready; the next ones wait until some of these are delivered.
- Of one chat one update is under way at a time, in order; taps, inline queries and messages are queues of their own.
- Anything but 2xx, and a connection that breaks, is tried again: at once, then after 2, 4, 8 … 60 to 120 seconds, or
  after Retry-After. An update is dropped when it is a day old.
- After 23 hours of nothing but 410 the webhook is removed; the updates stay.
- Until a first success, and ten seconds after the last one, there is one connection only.
- The answer's body may hold a method; that is not done here.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from bot.demo.calls import JsonObject
from bot.demo.chats.webhook import Webhook
from bot.demo.chats.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the name of a header)
ANSWER_SECONDS = 60
QUIET_SECONDS = 10
MAX_RETRY_AFTER_SECONDS = 3600
MAX_RESEND_SECONDS = 60
_STATUS_GONE = 410
_SUCCESS = range(200, 300)
_OTHER_QUEUES = ("callback_query", "inline_query", "my_chat_member")


@dataclass
class _Attempts:
    """How an update's delivery went so far. `at`: when it may be tried (again)."""

    at: float
    failures: int = 0
    delay: float = 1

    def failed(self, now: float, retry_after: float) -> None:
        if retry_after == 0 and self.failures:
            self.delay = min(MAX_RESEND_SECONDS * (1 + secrets.randbelow(100) / 100), self.delay * 2)
            retry_after = self.delay
        self.failures += 1
        self.at = now + retry_after


@dataclass
class Delivered:
    """Counts answers by status; 0: no answer."""

    statuses: dict[int, int] = field(default_factory=dict)
    most_under_way: int = 0

    def count(self, status: int) -> None:
        """Count one."""
        self.statuses[status] = self.statuses.get(status, 0) + 1


class Deliverer:
    """Delivers while it runs. `to` is the address in the place of the webhook's own, without the path.

    `loses_answer` is asked when an update was answered: True, and the answer does not arrive.
    """

    def __init__(self, world: World, to: str) -> None:
        self.to = to
        self.delivered = Delivered()
        self.loses_answer: Callable[[JsonObject], bool] = _never
        self._world = world
        self._webhook: Webhook | None = None
        self._attempts: dict[int, _Attempts] = {}
        self._under_way: dict[object, asyncio.Task[None]] = {}
        self._success = float("-inf")
        self._turn = asyncio.Event()

    async def run(self) -> None:
        """Deliver until cancelled."""
        connector = TCPConnector(limit=0)
        timeout = ClientTimeout(total=ANSWER_SECONDS)
        async with ClientSession(connector=connector, timeout=timeout) as session, asyncio.TaskGroup() as group:
            with self._world.updates.told(self._turn.set):
                while True:
                    self._turn.clear()
                    self._begin(group, session)
                    await self._next_turn()

    def _begin(self, group: asyncio.TaskGroup, session: ClientSession) -> None:
        webhook = self._world.webhook
        if webhook is not self._webhook:
            # What an older webhook answers counts no more: its updates are delivered again.
            self._webhook, self._attempts, self._under_way = webhook, {}, {}
        if webhook is None:
            return
        for queue, update in self._ready(webhook):
            task = group.create_task(self._deliver(session, webhook, queue, update))
            self._under_way[queue] = task
        self.delivered.most_under_way = max(self.delivered.most_under_way, len(self._under_way))

    def _ready(self, webhook: Webhook) -> Iterator[tuple[object, JsonObject]]:
        """Updates to send now: the first of each queue among those loaded, as long as there are connections."""
        now, fronts = self._world.now(), set(self._under_way)
        most = webhook.max_connections if now - self._success <= QUIET_SECONDS else 1
        for update in self._world.updates.first(webhook.most_loaded):
            if len(self._under_way) >= most:
                return
            queue = _queue_of(update)
            if queue in fronts:
                continue
            fronts.add(queue)
            if self._attempts.setdefault(update["update_id"], _Attempts(now)).at <= now:
                yield queue, update

    async def _next_turn(self) -> None:
        """Wait for an update, an answer or another webhook, or until something may be tried again."""
        now = self._world.now()
        later = [each.at - now for each in self._attempts.values() if each.at > now]
        if not later:
            await self._turn.wait()
            return
        async with asyncio.TaskGroup() as group:
            alarm = group.create_task(self._alarm(min(later)))
            await self._turn.wait()
            alarm.cancel()

    async def _alarm(self, seconds: float) -> None:
        await self._world.sleep(seconds)
        self._turn.set()

    async def _deliver(self, session: ClientSession, webhook: Webhook, queue: object, update: JsonObject) -> None:
        status, retry_after, reason = await self._asked(session, webhook, update)
        self.delivered.count(status)
        if webhook is self._world.webhook and webhook is self._webhook:
            self._under_way.pop(queue, None)
            if status in _SUCCESS:
                self._done(webhook, update)
            else:
                self._failed(webhook, update, retry_after, reason, gone=status == _STATUS_GONE)
        self._turn.set()

    async def _asked(self, session: ClientSession, webhook: Webhook, update: JsonObject) -> tuple[int, float, str]:
        """Send one update. Returns the status (0 without an answer), Retry-After in seconds, Telegram's wording."""
        path = "/" + webhook.url.partition("://")[2].partition("/")[2]
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with session.post(self.to + path, json=update, headers=headers, allow_redirects=False) as answer:
                await answer.read()
                if self.loses_answer(update):
                    return 0, 0, "Connection reset by peer"
                reason = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                return answer.status, _seconds(answer.headers.get("Retry-After", "")), reason
        except TimeoutError:
            return 0, 0, "Read timeout expired"
        except (ClientError, OSError):
            return 0, 0, "Connection refused"

    def _done(self, webhook: Webhook, update: JsonObject) -> None:
        self._success, webhook.first_gone = self._world.now(), None
        self._attempts.pop(update["update_id"], None)
        self._world.updates.delivered(update)

    def _failed(self, webhook: Webhook, update: JsonObject, retry_after: float, reason: str, *, gone: bool) -> None:
        self._attempts[update["update_id"]].failed(self._world.now(), retry_after)
        if webhook.failed(self._world.now(), reason, gone=gone):
            self._world.webhook = None


def _queue_of(update: JsonObject) -> object:
    """Which updates wait for each other: those of one kind of one chat."""
    for kind in _OTHER_QUEUES:
        if kind in update:
            return kind, _id_of(update[kind], "from")
    body = next((value for name, value in update.items() if name != "update_id"), None)
    return _id_of(body, "chat") or update["update_id"]


def _id_of(body: object, place: str) -> object:
    inner = body.get(place) if isinstance(body, dict) else None
    return inner.get("id") if isinstance(inner, dict) else None


def _never(_update: JsonObject) -> bool:
    """Every answer arrives."""
    return False


def _seconds(header: str) -> float:
    return min(int(header), MAX_RETRY_AFTER_SECONDS) if header.isdecimal() else 0


@asynccontextmanager
async def delivering(world: World, to: str) -> AsyncIterator[Deliverer]:
    """Deliver until the end of the block."""
    deliverer = Deliverer(world, to)
    task = asyncio.ensure_future(deliverer.run())
    try:
        yield deliverer
    finally:
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
