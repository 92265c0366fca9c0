"""aiogram's HTTP session that tells what time it is in Telegram: the Date header of each answer, as soon as it comes.

A session middleware of aiogram sees no header, and a refusal has one too: so aiohttp's own signal is used.
"""

from collections.abc import Callable
from datetime import datetime
from types import SimpleNamespace

from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import ClientSession, TraceConfig, TraceRequestEndParams
from aiohttp.hdrs import DATE

from bot.core.telegram_time import parse_date_header


def ignore(_date: datetime) -> None:
    """Take a date before anybody asks for dates."""


class DatedSession(AiohttpSession):
    """``on_date`` is given each date once."""

    on_date: Callable[[datetime], None] = staticmethod(ignore)
    _last = ""

    async def create_session(self) -> ClientSession:
        """Return aiogram's client, listened to."""
        client = await super().create_session()
        if not client.trace_configs:
            tracing = TraceConfig()
            tracing.on_request_end.append(self._answered)
            tracing.freeze()
            client.trace_configs.append(tracing)
        return client

    async def _answered(self, _client: ClientSession, _context: SimpleNamespace, end: TraceRequestEndParams) -> None:
        header = end.response.headers.get(DATE, "")
        if header == self._last:
            return
        self._last = header
        date = parse_date_header(header)
        if date is not None:
            self.on_date(date)
