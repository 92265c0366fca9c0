"""What may not end the bot at its start, and what must be done there."""

import asyncio
from typing import Any, cast

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError

from bot.core.tickets.group import LawyersGroup
from bot.handlers.admin.access import Admins
from bot.handlers.profile import introduce
from bot.texts import Texts, read_catalogues
from tests.chat import town


async def test_a_gateway_that_answers_html() -> None:
    """R6, R14: a 502 page in answer to a menu is a ClientDecodeError, which ends the whole bot."""

    async def bot(_: Any) -> None:
        raise ClientDecodeError("Failed to decode object", ValueError(), "<html>502</html>")

    await introduce(cast(Bot, bot), Texts(read_catalogues()), Admins(frozenset()), asyncio.Event(), LawyersGroup())


async def test_what_is_past_its_life_goes_at_the_start() -> None:
    """R9: the hourly tick first beats after an hour; a bot that restarts more often never forgets anything."""
    async with town() as t:
        t.query("INSERT INTO draft VALUES (1, 'move', 'time', 1, 5)")
        await t.app.prepare()
        assert t.query("SELECT * FROM draft") == []
