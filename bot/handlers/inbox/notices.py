"""What the inbox itself tells a person: a dropped update and a handler that ran out of time give no answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import Chat

Tell = Callable[[Bot, Chat], Awaitable[None]]


async def say_nothing(_bot: Bot, _chat: Chat) -> None:
    """Send nothing."""


@dataclass(frozen=True)
class InboxNotices:
    """``flood`` is told once when updates of a chat are dropped, ``late`` when a handler's time ran out."""

    flood: Tell = say_nothing
    late: Tell = say_nothing
