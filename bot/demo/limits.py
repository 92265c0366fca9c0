"""How many messages the bot may send. Telegram publishes the numbers but not the algorithm, so several are offered."""

import math
from collections import deque
from dataclasses import dataclass
from typing import Literal

PENALTY_SECONDS = 3.0
WINDOW_SECONDS = 1.0
GROUP_WINDOW_SECONDS = 60.0

Model = Literal["bucket", "window", "penalty", "off"]


@dataclass(frozen=True)
class Limits:
    """Rates are messages a second. `latency` and `after` are (least, most) seconds before and after the effect.

    `per_chat_burst`: messages one chat takes at once after a rest. `per_group_per_minute`: messages one group takes in
    a minute (core.telegram.org/bots/faq), 0 for no such limit. `model`: the algorithm for the bot as a whole.
    `paid_counts`: paid messages use up the ordinary rate too (Telegram does not say whether they do).
    """

    per_second: float = 30
    paid_per_second: float = 1000
    paid_counts: bool = False
    per_chat_per_second: float = 1
    per_chat_burst: int = 20
    per_group_per_minute: int = 20
    model: Model = "window"
    latency: tuple[float, float] = (0, 0)
    after: tuple[float, float] = (0, 0)


class Bucket:
    """A token bucket: `rate` tokens a second, at most `burst` of them saved. `now` is in seconds."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def wait(self, now: float, messages: int = 1) -> float:
        """Seconds until so many messages may pass, an album as a whole; 0 when they may now."""
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._at) * self._rate)
        self._at = now
        needed = min(messages, self._burst)
        return 0.0 if self._tokens >= needed - 1e-9 else (needed - self._tokens) / self._rate

    def take(self, _now: float, messages: int = 1) -> None:
        """Count so many messages."""
        self._tokens -= messages


class Window:
    """A sliding window: at most `rate` messages in the last `seconds`."""

    def __init__(self, rate: float, seconds: float = WINDOW_SECONDS) -> None:
        self._rate = rate
        self._seconds = seconds
        self._taken: deque[float] = deque()

    def wait(self, now: float, messages: int = 1) -> float:
        """Seconds until so many messages may pass, an album as a whole; 0 when they may now."""
        while self._taken and self._taken[0] <= now - self._seconds:
            self._taken.popleft()
        above = len(self._taken) + min(messages, math.floor(self._rate)) - math.ceil(self._rate)
        if above <= 0:
            return 0.0
        return self._taken[above - 1] + self._seconds - now

    def take(self, now: float, messages: int = 1) -> None:
        """Count so many messages at `now` (seconds)."""
        self._taken.extend([now] * messages)


class Penalty(Window):
    """A window that refuses everything for `PENALTY_SECONDS` once it was exceeded."""

    def __init__(self, rate: float) -> None:
        super().__init__(rate)
        self._until = -math.inf

    def wait(self, now: float, messages: int = 1) -> float:
        """Seconds until so many messages may pass; 0 when they may now. An attempt too soon starts the penalty."""
        if now < self._until:
            return self._until - now
        if super().wait(now, messages):
            self._until = now + PENALTY_SECONDS
            return PENALTY_SECONDS
        return 0.0


class Gate:
    """Decides whether one more message may pass, by the limit of the bot and by that of the chat."""

    def __init__(self, limits: Limits, now: float) -> None:
        self._limits = limits
        self._chats: dict[int | None, Bucket] = {}
        self._groups: dict[int, Window] = {}
        self._bot = self._paid = None
        if limits.model != "off":
            self._bot = _limit(limits.model, limits.per_second, now)
            self._paid = _limit(limits.model, limits.paid_per_second, now)

    def admit(self, chat_id: int | None, now: float, *, paid: bool = False, messages: int = 1) -> int | None:
        """None when the message, or the album of so many, passes, else `retry_after` in whole seconds, at least 1.

        Paid messages have a limit of their own and use nothing of the ordinary one, unless `Limits.paid_counts`.
        """
        limit = self._paid if paid else self._bot
        if limit is None:
            return None
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = Bucket(self._limits.per_chat_per_second, self._limits.per_chat_burst, now)
            self._chats[chat_id] = chat
        group = self._group(chat_id)
        wait = chat.wait(now, messages) or (group.wait(now, messages) if group else 0) or limit.wait(now, messages)
        if wait:
            return max(1, math.ceil(wait - 1e-9))
        chat.take(now, messages)
        if group:
            group.take(now, messages)
        limit.take(now, messages)
        if paid and self._bot is not None and self._limits.paid_counts:
            self._bot.take(now, messages)
        return None

    def forget(self) -> None:
        """Know no chat any more."""
        self._chats.clear()
        self._groups.clear()

    def _group(self, chat_id: int | None) -> Window | None:
        """The limit of a group; None for a private chat, whose id is positive."""
        most = self._limits.per_group_per_minute
        if chat_id is None or chat_id >= 0 or not most:
            return None
        return self._groups.setdefault(chat_id, Window(most, GROUP_WINDOW_SECONDS))


def _limit(model: Model, rate: float, now: float) -> Bucket | Window:
    if model == "bucket":
        return Bucket(rate, rate, now)
    return Penalty(rate) if model == "penalty" else Window(rate)
