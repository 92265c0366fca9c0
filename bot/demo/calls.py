"""The values of one call: its parameters and uploads, its caller and the caller's timeout, and a refusal.

Other modules of the demo import this one; it imports none of them.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file as it arrived: its name, its bytes, and the MIME type the sender named (None when it named none)."""

    name: str
    content: bytes
    mime: str | None = None


class Caller:
    """Whoever waits for the answer to one call. It gives up after `timeout` seconds of the stand-in's clock."""

    def __init__(self, timeout: float = math.inf) -> None:
        self._left = timeout

    @property
    def gone(self) -> bool:
        """Whether the caller has given up."""
        return self._left <= 0

    async def wait(self, seconds: float, sleep: Callable[[float], Awaitable[None]]) -> None:
        """Sleep `seconds` on the caller's account. Raises TimeoutError when its timeout ends first."""
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
"""A caller without a timeout. It has no state, so one object serves all calls."""


@dataclass(slots=True)
class Call:
    """One call. `arrived`: seconds on the stand-in's clock. `polls`: it is getUpdates. `chat_id`: None without one."""

    method: str
    params: Mapping[str, Any]
    files: Mapping[str, Upload]
    caller: Caller
    chat_id: int | None
    polls: bool
    arrived: float


class Refusal(Exception):
    """Telegram's refusal of a call.

    `code` is the HTTP status and the `error_code`, `description` Telegram's wording. `parameters` become the field of
    that name: `retry_after` (seconds) or `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(text: str) -> Refusal:
    """A refusal with 400; `text` is Telegram's wording behind "Bad Request: "."""
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    """A refusal with 403; `text` is Telegram's wording behind "Forbidden: "."""
    return Refusal(403, f"Forbidden: {text}")


def moved(to: int) -> Refusal:
    """The refusal for a new message to a group that became the supergroup `to`.

    Source: tdlib/telegram-bot-api, `check_chat_access`.
    """
    return Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=to)


def too_many(retry_after: int) -> Refusal:
    """A refusal with 429; `retry_after` is in seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


Handler = Callable[[JsonObject, Mapping[str, Upload]], Any]
