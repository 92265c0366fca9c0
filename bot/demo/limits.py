"""How fast the bot may speak. Telegram publishes the numbers but not the algorithm, so several are offered."""

import math
from collections import deque
from dataclasses import dataclass
from typing import Literal

PENALTY_SECONDS = 3.0
WINDOW_SECONDS = 1.0

Model = Literal["bucket", "window", "penalty", "off"]


@dataclass(frozen=True)
class Limits:
    """Rates are messages a second; `latency` and `after` are (from, to) seconds around the effect.

    `paid_counts`: what is paid for never waits for the others, but they do for it (Telegram does not say).
    """

    per_second: float = 30
    paid_per_second: float = 1000
    paid_counts: bool = False
    per_chat_per_second: float = 1
    per_chat_burst: int = 20
    model: Model = "window"
    latency: tuple[float, float] = (0, 0)
    after: tuple[float, float] = (0, 0)


class Bucket:
    """`rate` tokens a second, at most `burst` saved up."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until one message fits; 0 when it fits now."""
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._at) * self._rate)
        self._at = now
        return 0.0 if self._tokens >= 1 - 1e-9 else (1 - self._tokens) / self._rate

    def take(self, _now: float) -> None:
        self._tokens -= 1


class Window:
    """At most `rate` messages in any second that ends now."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._taken: deque[float] = deque()

    def wait(self, now: float) -> float:
        while self._taken and self._taken[0] <= now - WINDOW_SECONDS:
            self._taken.popleft()
        if len(self._taken) < self._rate:
            return 0.0
        return self._taken[0] + WINDOW_SECONDS - now

    def take(self, now: float) -> None:
        self._taken.append(now)


class Penalty(Window):
    """A window that, once exceeded, refuses everything for three seconds."""

    def __init__(self, rate: float) -> None:
        super().__init__(rate)
        self._until = -math.inf

    def wait(self, now: float) -> float:
        if now < self._until:
            return self._until - now
        if super().wait(now):
            self._until = now + PENALTY_SECONDS
            return PENALTY_SECONDS
        return 0.0


class Gate:
    """Decides whether one message more may pass, for the bot as a whole and for its chat."""

    def __init__(self, limits: Limits, now: float) -> None:
        self._limits = limits
        self._chats: dict[int | None, Bucket] = {}
        self._bot = self._paid = None
        if limits.model != "off":
            self._bot = _limit(limits.model, limits.per_second, now)
            self._paid = _limit(limits.model, limits.paid_per_second, now)

    def admit(self, chat_id: int | None, now: float, *, paid: bool = False) -> int | None:
        """None when the message passes; else `retry_after` in whole seconds, at least 1.

        What is paid for has a limit of its own, and takes nothing of the others'.
        """
        limit = self._paid if paid else self._bot
        if limit is None:
            return None
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = Bucket(self._limits.per_chat_per_second, self._limits.per_chat_burst, now)
            self._chats[chat_id] = chat
        wait = chat.wait(now) or limit.wait(now)
        if wait:
            return max(1, math.ceil(wait - 1e-9))
        chat.take(now)
        limit.take(now)
        if paid and self._bot is not None and self._limits.paid_counts:
            self._bot.take(now)
        return None


def _limit(model: Model, rate: float, now: float) -> Bucket | Window:
    if model == "bucket":
        return Bucket(rate, rate, now)
    return Penalty(rate) if model == "penalty" else Window(rate)
