"""Sends the pre-encoded body of a message; only ``chat_id`` differs.

aiogram builds a form and parses a message for every call; in a mailing only the chat differs. Over HTTP the body is
encoded once and only the numbers of messages are read from the answer; over any other session (the tests' in-process
Telegram) the call goes through aiogram. Refusals are aiogram's own exceptions either way.
"""

import json
from typing import Any, Protocol
from urllib.parse import urlencode

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.types import Message
from aiohttp import ClientTimeout

from bot.messages import Call

OK = 200
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Prepared:
    """A message whose chat is still open; ``body`` is kept by the transport that encodes it."""

    def __init__(self, method: Call) -> None:
        """Take the call; its ``chat_id`` does not matter."""
        self.method = method
        self.body: bytes | None = None

    def to(self, chat: int) -> Call:
        """Return the call for a chat."""
        return self.method.model_copy(update={"chat_id": chat})


class Transport(Protocol):
    """Hands one prepared message to Telegram."""

    async def send(self, message: Prepared, chat: int, seconds: int) -> tuple[int, ...]:
        """Return the messages' numbers (none when Telegram took it but its answer has none).

        Raises aiogram's and aiohttp's exceptions, TimeoutError after so many seconds.
        """
        ...


class BotTransport:
    """Through aiogram's own call."""

    def __init__(self, bot: Bot) -> None:
        """Keep the bot."""
        self._bot = bot

    async def send(self, message: Prepared, chat: int, seconds: int) -> tuple[int, ...]:
        """Send it as any handler would."""
        return numbers_of(await self._bot(message.to(chat), request_timeout=seconds))


class HttpTransport:
    """The prepared body over aiogram's HTTP session."""

    def __init__(self, bot: Bot, session: AiohttpSession) -> None:
        """Keep the bot and its session."""
        self._bot = bot
        self._session = session

    async def send(self, message: Prepared, chat: int, seconds: int) -> tuple[int, ...]:
        """Post the body with the chat put in."""
        client = await self._session.create_session()
        if message.body is None:
            message.body = self.encoded(message)
        body = b"chat_id=%d&%b" % (chat, message.body)
        limit = ClientTimeout(total=seconds, sock_connect=seconds / 2)
        url = self._session.api.api_url(self._bot.token, message.method.__api_method__)
        async with client.post(url, data=body, headers=FORM, timeout=limit) as response:
            text = await response.text()
        if response.status == OK:
            try:
                return _numbers_in(json.loads(text)["result"])
            except (ValueError, LookupError, TypeError):
                pass  # aiogram says what is wrong with it
        self._session.check_response(self._bot, message.method, response.status, text)
        return ()

    def encoded(self, message: Prepared) -> bytes:
        """Return the form of a message without its chat."""
        prepared = {
            name: self._session.prepare_value(value, bot=self._bot, files={})
            for name, value in message.method.model_dump(warnings=False).items()
            if name != "chat_id"
        }
        return urlencode({name: value for name, value in prepared.items() if value}).encode()


def numbers_of(result: Message | list[Message]) -> tuple[int, ...]:
    """Return the numbers of what was sent: one message, or the messages of an album."""
    return tuple(message.message_id for message in (result if isinstance(result, list) else [result]))


def _numbers_in(result: Any) -> tuple[int, ...]:
    """Return the same of an answer as it came; raises what a strange one raises."""
    numbers = [message["message_id"] for message in (result if isinstance(result, list) else [result])]
    return tuple(number for number in numbers if isinstance(number, int))


def transport_of(bot: Bot) -> Transport:
    """Return the cheapest transport this bot's session allows."""
    return HttpTransport(bot, bot.session) if isinstance(bot.session, AiohttpSession) else BotTransport(bot)
