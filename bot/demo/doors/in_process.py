"""The Bot API in process: an aiogram session that calls the stand-in directly, without sockets."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from datetime import UTC, datetime
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from aiohttp import ClientError, ClientResponseError, RequestInfo
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from bot.demo.calls import Caller, Refusal, Upload
from bot.demo.doors.in_process_faults import spoilt_answer
from bot.demo.replies import reply_of
from bot.demo.telegram import Telegram


class InProcessSession(BaseSession):
    """An aiogram session that prepares calls and checks answers as aiogram's HTTP session does.

    Its timeout (seconds) counts on the stand-in's clock for latency and faults, and on the real clock as well.
    Raises what aiogram's HTTP session raises: TelegramNetworkError for a timeout or a broken connection, and the errors
    of `check_response`.
    """

    def __init__(self, telegram: Telegram, **options: Any) -> None:
        """`on_date` gets the moment of each answer, as the Date header of an HTTP answer tells it."""
        super().__init__(**options)
        self._telegram = telegram
        self.on_date: Callable[[datetime], None] = _ignore

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 (the name is aiogram's)
    ) -> TelegramType:
        files: dict[str, InputFile] = {}
        params: dict[str, Any] = {}
        for name, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:
                params[name] = prepared
        uploads = {name: await _upload(bot, name, file) for name, file in files.items()}
        seconds = self.timeout if timeout is None else timeout
        try:
            async with asyncio.timeout(seconds):
                status, text = await self._ask(bot.token, method.__api_method__, params, uploads, Caller(seconds))
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            raise TelegramNetworkError(method=method, message=f"{type(error).__name__}: {error}") from error
        answer = self.check_response(bot=bot, method=method, status_code=status, content=text)
        return cast(TelegramType, answer.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 (the name is aiogram's)
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        path = url.partition(f"/file/bot{self._telegram.token}/")[2]
        stored = self._telegram.world.files.at(path)
        if stored is None:
            raise _not_found(url)
        for start in range(0, len(stored.upload.content), chunk_size):
            yield stored.upload.content[start : start + chunk_size]

    async def _ask(
        self, token: str, method: str, params: dict[str, Any], files: dict[str, Upload], caller: Caller
    ) -> tuple[int, str]:
        # A socket would let other tasks run here; without that, a loop of calls would hold the event loop.
        await asyncio.sleep(0)
        if token != self._telegram.token:
            reply = reply_of(Refusal(401, "Unauthorized"))
        else:
            reply = await self._telegram.call(method, params, files, caller)
        if reply.fault:
            body = await spoilt_answer(self._telegram, reply, caller)
            self._tell_date()
            return body.status, body.content.decode()
        self._tell_date()
        return reply.status, json.dumps(reply.body, ensure_ascii=False)

    def _tell_date(self) -> None:
        self.on_date(datetime.fromtimestamp(int(self._telegram.world.now()), UTC))


def _ignore(_date: datetime) -> None:
    """Nobody asks for dates."""


async def _upload(bot: Bot, name: str, file: InputFile) -> Upload:
    content = b"".join([chunk async for chunk in file.read(bot)])
    return Upload(file.filename or name, content)


def _not_found(url: str) -> ClientResponseError:
    request = RequestInfo(URL(url), "GET", CIMultiDictProxy(CIMultiDict()), URL(url))
    return ClientResponseError(request, (), status=404, message="Not Found")
