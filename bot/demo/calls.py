"""What goes through a door: uploads in, JSON replies out, and the one way to refuse a call."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file as it arrived: its name, its bytes, the type the sender claimed (may be absent)."""

    name: str
    content: bytes
    mime: str | None = None


class Caller:
    """The caller's end of one call: it waits so many seconds of the stand-in's clock, then it gives up."""

    def __init__(self, timeout: float = math.inf) -> None:
        self._left = timeout

    @property
    def gone(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._left <= 0

    async def wait(self, seconds: float, sleep: Callable[[float], Awaitable[None]]) -> None:
        """Let the caller wait; TimeoutError when that is longer than it will."""
        within, self._left = self._left, self._left - seconds
        await sleep(min(seconds, within))
        if self.gone:
            raise TimeoutError

    async def leaves(self, sleep: Callable[[float], Awaitable[None]]) -> None:
        """Return when the caller has given up."""
        if math.isinf(self._left):
            await asyncio.Event().wait()
        await sleep(self._left)
        self._left = 0


WAITS_FOREVER = Caller()
"""A caller that waits for ever: it has no state, so one serves all."""


@dataclass(slots=True)
class Call:
    """What somebody asks, and since when."""

    method: str
    params: Mapping[str, Any]
    files: Mapping[str, Upload]
    caller: Caller
    chat_id: int | None
    polls: bool
    arrived: float


class Refusal(Exception):
    """A call that Telegram would refuse; `description` is Telegram's wording."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(text: str) -> Refusal:
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    return Refusal(403, f"Forbidden: {text}")


def moved(to: int) -> Refusal:
    """Nothing new is written under a group's old number (tdlib/telegram-bot-api, `check_chat_access`)."""
    return Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=to)


def too_many(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


Handler = Callable[[JsonObject, Mapping[str, Upload]], Any]
