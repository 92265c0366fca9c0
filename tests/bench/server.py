"""A Telegram that does little but count: the limits of bot/demo, latency, and people who tap.

The whole stand-in looks at every call as Telegram would, which costs more than sending it; here the machine's two cores
are left to what is measured. Where faults matter (F5), the whole stand-in serves.
"""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from bot.demo.limits import Gate, Limits
from tests.bench.crowd import Crowd
from tests.bench.http_server import BotApiProtocol, Reply, ok, too_many
from tests.bench.plan import TEXT

CHAT = re.compile(rb"(?:^|&)chat_id=(-?\d+)")
COUNTED = ("sendmessage", "editmessagetext")
BOT = {"id": 42, "is_bot": True, "first_name": "bot", "username": "bench_bot"}
Schedule = list[tuple[float, Any, float]]
OK, SLOWER = 200, 429


class LightTelegram:
    """``limits``: (seconds after the first message, model, rate), one after the other."""

    def __init__(
        self,
        served: Callable[[], None],
        limits: Schedule | None = None,
        latency: tuple[float, float] | None = None,
        after: tuple[float, float] = (0, 0),
        taps: dict[str, Any] | None = None,
    ) -> None:
        """Take the options of a run."""
        self.sent: list[tuple[float, int]] = []
        self.refused_at: list[float] = []
        self.refused: Counter[str] = Counter()
        self.crowd = Crowd(served=served, **(taps or {"rounds": [], "people": 1}))
        self._limits = limits or [(0, "off", 1)]
        self._latency, self._after = latency, after
        self._current: Gate
        self._began = 0.0
        self._message = ok({"message_id": 7, "date": 1_790_000_000, "chat": {"id": 1, "type": "private"}, "text": TEXT})
        self._dice = random.Random(1)  # noqa: S311 -- the same jitter for everybody

    def call(self, method: str, body: bytes, reply: Reply) -> None:
        """Decide a call: now, or as late as the latency says."""
        if method == "getupdates":
            self.crowd.poll(body, reply)
        elif self._latency is None:
            reply(*self._decide(method, body))
        else:
            loop = asyncio.get_running_loop()
            loop.call_later(self._dice.uniform(*self._latency), self._decide_late, method, body, reply)

    def tally(self) -> dict[str, Any]:
        """Return what was counted; moments are seconds after the first message."""
        crowd = self.crowd
        return {
            "at": [moment - self._began for moment, _ in self.sent],
            "chats": [chat for _, chat in self.sent],
            "refused_at": [moment - self._began for moment in self.refused_at],
            "refused": dict(self.refused),
            "waits": crowd.waits,
            "answered_at": crowd.answered_at,
            "unanswered": crowd.unanswered,
            "round_cpu": crowd.cpu,
            "round_seconds": crowd.took,
            "began": self._began,
        }

    def _decide_late(self, method: str, body: bytes, reply: Reply) -> None:
        status, answer = self._decide(method, body)
        asyncio.get_running_loop().call_later(self._dice.uniform(*self._after), reply, status, answer)

    def _decide(self, method: str, body: bytes) -> tuple[int, bytes]:
        if method not in COUNTED:
            return OK, ok(BOT if method == "getme" else True)
        now = time.monotonic()
        found = CHAT.search(body)
        chat = int(found[1]) if found else None
        wait = self._gate(now).admit(chat, now)
        reply = chat in self.crowd.asked
        if wait is not None:
            self.refused["reply" if reply else method] += 1
            self.refused_at.append(now)
        elif not reply:
            self.sent.append((now, chat or 0))
        self.crowd.answered(chat, now, refused=wait is not None)
        return (OK, self._message) if wait is None else (SLOWER, too_many(wait))

    def _gate(self, now: float) -> Gate:
        self._began = self._began or now
        while self._limits and now >= self._began + self._limits[0][0]:
            _, model, rate = self._limits.pop(0)
            self._current = Gate(Limits(per_second=rate, model=model, per_chat_burst=1_000_000), now)
        return self._current


async def open_light(served: Callable[[], None], options: dict[str, Any]) -> tuple[int, LightTelegram]:
    """Serve on a loopback port of its own; return the port too."""
    telegram = LightTelegram(served, **options)
    server = await asyncio.get_running_loop().create_server(
        lambda: BotApiProtocol(telegram.call), "127.0.0.1", 0, backlog=2_000
    )
    return int(server.sockets[0].getsockname()[1]), telegram
