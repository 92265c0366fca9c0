"""Telegram's objects for tests that need no dispatcher."""

from collections.abc import AsyncGenerator, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.enums import ChatType
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, Chat, Message, PhotoSize, User

CHAT = 4_200_000_017
NOON = datetime(2026, 12, 5, 12, tzinfo=UTC)


def person(language_code: str | None = "en") -> User:
    """Somebody with a telling name, which must appear nowhere."""
    return User(id=CHAT, is_bot=False, first_name="Canary-Name", language_code=language_code)


def message(text: str | None = None, *, photo: bool = False, album: str | None = None) -> Message:
    """A private message."""
    pictures = [PhotoSize(file_id="f", file_unique_id="u", width=1, height=1)] if photo else None
    return Message(
        message_id=5,
        date=NOON,
        chat=Chat(id=CHAT, type=ChatType.PRIVATE),
        from_user=person(),
        text=text,
        photo=pictures,
        media_group_id=album,
    )


def tap(data: str | None, language_code: str | None = "en") -> CallbackQuery:
    """A button under a message of the bot."""
    return CallbackQuery(
        id="9", from_user=person(language_code), chat_instance="c", data=data, message=message("screen")
    )


class Wire(BaseSession):
    """A session that keeps every call; ``refuse`` may raise what Telegram would answer."""

    def __init__(self, refuse: Callable[[TelegramMethod[Any]], Exception | None] = lambda _method: None) -> None:
        super().__init__()
        self.calls: list[TelegramMethod[Any]] = []
        self._refuse = refuse

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 (the name is aiogram's)
        self.calls.append(method)
        refusal = self._refuse(method)
        if refusal is not None:
            raise refusal
        return True

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 (the name is aiogram's)
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        for _ in (url,):
            raise AssertionError("nothing may be downloaded")
        yield b""


def bot_on(wire: Wire) -> Bot:
    """A bot that speaks into that session."""
    return Bot("42:TEST", session=wire)
