"""What a request to the webhook must be before its update is looked at: whose it is, how large, how deep."""

import asyncio
import hmac
import json
from typing import Any

from aiohttp import ClientError, web

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
MAX_BODY_BYTES = 1024 * 1024
"""An update is far smaller: 4,096 characters of text, and what belongs to them."""

MAX_DEPTH = 100
"""Levels of JSON. A message in a message in an update has some twelve."""

WRONG_SECRET = 403


class Refused(Exception):
    """The request brings no update; ``status`` is the answer's."""

    def __init__(self, status: int) -> None:
        """Keep the status."""
        super().__init__()
        self.status = status

    @property
    def secret(self) -> bool:
        """Whether it is refused for its secret."""
        return self.status == WRONG_SECRET


def check_sender(request: web.BaseRequest, path: str, secret: bytes) -> None:
    """Raise Refused for another path or method, and for a secret that is missing, wrong or there twice.

    The secret is compared as bytes, in a time that says nothing about it: a header may hold any bytes. Where a request
    comes from is not asked, since a proxy's headers about it can be written by anybody.
    """
    if request.raw_path != path:
        raise Refused(404)
    if request.method != "POST":
        raise Refused(405)
    told = [value for name, value in request.raw_headers if name.lower() == SECRET_HEADER]
    if not hmac.compare_digest(told[0] if len(told) == 1 else b"", secret):
        raise Refused(WRONG_SECRET)


async def read_update(request: web.BaseRequest, seconds: float) -> Any:
    """Return the JSON of the body; raises Refused when it is too large, too slow, too deep, or no JSON."""
    body = await _body(request, seconds)
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400) from None
    if deeper_than(raw, MAX_DEPTH):
        raise Refused(400)
    return raw


async def _body(request: web.BaseRequest, seconds: float) -> bytes:
    if (request.content_length or 0) > MAX_BODY_BYTES:
        raise Refused(413)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise Refused(413)
    except TimeoutError:
        raise Refused(408) from None
    except (ClientError, web.RequestPayloadError, ConnectionError):
        raise Refused(400) from None
    return bytes(body)


def deeper_than(value: Any, levels: int) -> bool:
    """Return whether lists and objects lie in each other deeper than so many levels."""
    level = [value]
    for _ in range(levels):
        level = [child for each in level for child in _children(each)]
        if not level:
            return False
    return True


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
