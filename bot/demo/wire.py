"""What goes through a door: uploads in, JSON replies out, and the one way to refuse a call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file as it arrived: its name, its bytes, the type the sender claimed (may be absent)."""

    name: str
    content: bytes
    mime: str | None = None


@dataclass(frozen=True)
class Reply:
    """An HTTP status and the JSON body that belongs to it."""

    status: int
    body: JsonObject


class Refusal(Exception):
    """A call that Telegram would refuse; `description` is Telegram's wording."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def reply(self) -> Reply:
        body: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return Reply(self.code, body)


def bad_request(text: str) -> Refusal:
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    return Refusal(403, f"Forbidden: {text}")


def too_many(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


Handler = Callable[[JsonObject, Mapping[str, Upload]], Any]
