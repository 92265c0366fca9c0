"""The least HTTP that a Bot API needs, so that the processor's time goes to what is measured."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

Reply = Callable[[int, bytes], None]
Call = Callable[[str, bytes, Reply], None]

END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
HEAD = b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


class BotApiProtocol(asyncio.Protocol):
    """One kept-alive connection. Requests have a Content-Length, and each is answered before the next one comes."""

    def __init__(self, call: Call) -> None:
        """Take what is called with each request: the method in lower case, the body, and what sends the answer."""
        self._call = call
        self._read = bytearray()
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport for the answers."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Collect bytes and pass on every complete request."""
        self._read += data
        while (end := self._read.find(END)) >= 0:
            head = bytes(self._read[:end])
            found = LENGTH.search(head)
            whole = end + len(END) + (int(found[1]) if found else 0)
            if len(self._read) < whole:
                return
            body = bytes(self._read[end + len(END) : whole])
            del self._read[:whole]
            method = head.split(b" ", 2)[1].rsplit(b"/", 1)[-1].decode().lower()
            self._call(method, body, self._reply)

    def _reply(self, status: int, body: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(HEAD % (status, len(body)) + body)


def ok(result: Any) -> bytes:
    """Return the body of an answer with this result."""
    return json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()


def too_many(seconds: int) -> bytes:
    """Return the body of a 429; `retry_after` is in seconds."""
    words = f"Too Many Requests: retry after {seconds}"
    return json.dumps(
        {"ok": False, "error_code": 429, "description": words, "parameters": {"retry_after": seconds}}
    ).encode()
