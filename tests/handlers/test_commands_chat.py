"""B17, B15: every command works in any case, with trailing punctuation, and with the bot's @name."""

from collections.abc import Iterator

import pytest
from aiogram import Router
from aiogram.filters import Command

from bot.handlers import profile
from bot.handlers.locked_mode import locked_routers
from bot.handlers.routers import all_routers
from bot.handlers.ui.commands import TypedCommand
from tests.chat import Chatter, town

SHAPES = [str.upper, str.capitalize, "{}.".format, "{}!".format, "{}?!".format, "{}…".format, "{}@{{me}}".format]


def filters_of(routers: list[Router]) -> Iterator[object]:
    """Every filter of every message handler."""
    for root in routers:
        for router in root.chain_tail:
            for handler in router.message.handlers:
                yield from (each.callback for each in handler.filters or ())


@pytest.mark.parametrize("routers", [all_routers, locked_routers])
def test_b17_every_command_goes_through_the_one_filter(routers: object) -> None:
    assert callable(routers)
    filters = list(filters_of(routers()))
    assert [each for each in filters if isinstance(each, TypedCommand)]
    assert [each for each in filters if isinstance(each, Command)] == []


def typed(shape: object, command: str, username: str) -> str:
    """One way to type a command."""
    assert callable(shape)
    return "/" + str(shape(command)).format(me=username)


async def answer(chatter: Chatter, text: str) -> str:
    """What the bot says to it."""
    await chatter.sends(text)
    return chatter.text


@pytest.mark.parametrize("shape", SHAPES)
async def test_b17_b15_it_does_the_same_however_it_is_typed(shape: object) -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        username = t.app.dispatcher["presentation"].username
        for command in profile.ADMINS:
            plain = await answer(admin, f"/{command}")
            await admin.sends("/cancel")
            assert await answer(admin, typed(shape, command, username)) == plain, command
            await admin.sends("/cancel")


async def test_b15_a_subscriber_leaves_with_a_full_stop() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/stop.")
        assert t.query("SELECT * FROM subscriber") == []


async def test_b17_a_capital_letter_cancels_what_is_open() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends("/Broadcast")
        admin.sees("Новая рассылка")
        await admin.sends("/Cancel")
        admin.sees("Черновик рассылки удалён")
