"""Asking the channel's feed once: its own address and no other, bounded in time and size (S7, R6)."""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp

from bot.core.videos.feed import Trouble
from bot.core.videos.videos import FeedEntry
from bot.youtube.atom import read_atom

LIMIT_SECONDS = 10.0
"""Seconds a whole answer may take, from the name's address to its last byte."""

LIMIT_BYTES = 1024 * 1024
"""A feed of 15 videos has some 100 KB; what is larger is none."""

HEADERS = {"Accept": "application/atom+xml, application/xml, text/xml", "Accept-Encoding": "identity"}
"""Nothing packed: a small answer must not unfold into a large one."""


@dataclass(frozen=True)
class FeedReader:
    """Reads the feed at ``address``; no redirects, cookies or proxies of the environment."""

    address: str
    limit_seconds: float = LIMIT_SECONDS

    async def __call__(self) -> tuple[FeedEntry, ...] | Trouble:
        """Return the videos, or why there are none to be had. Raises nothing."""
        try:
            async with asyncio.timeout(self.limit_seconds):
                body = await self._fetched()
        except TimeoutError:
            return Trouble.SILENCE
        except (aiohttp.ClientError, OSError, ValueError):
            return Trouble.NETWORK
        return body if isinstance(body, Trouble) else await asyncio.to_thread(read_atom, body)

    async def _fetched(self) -> bytes | Trouble:
        jar = aiohttp.DummyCookieJar()
        async with aiohttp.ClientSession(cookie_jar=jar, auto_decompress=False, headers=HEADERS) as session:
            session._retry_connection = False  # noqa: SLF001 -- a cut connection is a second request unasked otherwise
            async with session.get(self.address, allow_redirects=False) as answer:
                return await _body(answer)


async def _body(answer: aiohttp.ClientResponse) -> bytes | Trouble:
    if answer.status != HTTPStatus.OK or answer.headers.get("Content-Encoding", "identity") != "identity":
        return Trouble.STATUS
    body = bytearray()
    async for part in answer.content.iter_chunked(LIMIT_BYTES // 16):
        body += part
        if len(body) > LIMIT_BYTES:
            return Trouble.LARGE
    return bytes(body)
