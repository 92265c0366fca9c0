"""What the bot says of itself in Telegram's menus, and that nothing there stops a start."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommandScopeChat

from bot.core.tickets.group import LawyersGroup
from bot.handlers.admin.access import Admins
from bot.handlers.profile import desk, introduce, introduce_to, introduction
from tests.handlers.drawn import catalogues
from tests.handlers.made import Wire, bot_on

ADMINS = Admins(frozenset({11, 12}))
RUSSIAN_CODES = {"ru", "uk", "be", "kk", "ky", "uz", "tg", "hy", "az", "ka", "ro"}
CODES = {None, "en"} | RUSSIAN_CODES
DESK = {"admin", "broadcast", "stats", "questions", "pause", "reload", "seminar"}
COMMANDS = {
    "start",
    "faq",
    "seminars",
    "subscribe",
    "unsubscribe",
    "stop",
    "settings",
    "privacy",
    "delete",
    "clear",
    "language",
    "help",
    "cancel",
    "news",
    "deadlines",
    "file",
    "verify",
}


def made(kind: type[TelegramMethod[bool]]) -> list[Any]:
    """All calls of a kind in the introduction."""
    return [method for method in every_call() if isinstance(method, kind)]


def every_call() -> list[Any]:
    """What is called when nothing is refused."""
    desks = [call for admin in sorted(ADMINS.ids) for call in desk(catalogues(), admin)]
    return [*introduction(catalogues()), *desks]


def test_everybody_gets_the_commands_in_every_language() -> None:
    menus = [method for method in made(SetMyCommands) if method.scope is None]

    assert {menu.language_code for menu in menus} == CODES
    assert len(menus) == len(CODES)
    for menu in menus:
        assert {command.command for command in menu.commands} == COMMANDS
        faq = next(command.description for command in menu.commands if command.command == "faq")
        russian = menu.language_code in RUSSIAN_CODES
        assert faq == ("Вопросы и ответы" if russian else "Questions and answers")


def test_no_two_commands_have_the_same_line() -> None:
    """People could not tell /stop from /unsubscribe, nor any other two."""
    for menu in made(SetMyCommands):
        lines = [command.description for command in menu.commands]
        assert len(set(lines)) == len(lines)


def test_admins_get_theirs_too() -> None:
    menus = [method for method in made(SetMyCommands) if method.scope is not None]

    assert all(isinstance(menu.scope, BotCommandScopeChat) for menu in menus)
    assert {(menu.scope.chat_id, menu.language_code) for menu in menus} == {
        (admin, code) for admin in ADMINS.ids for code in CODES
    }
    for menu in menus:
        assert {command.command for command in menu.commands} == COMMANDS | DESK


def test_descriptions_fit_and_say_what_this_is_not() -> None:
    for kind, field, longest in (
        (SetMyDescription, "description", 512),
        (SetMyShortDescription, "short_description", 120),
    ):
        methods = made(kind)
        assert {method.language_code for method in methods} == CODES
        for method in methods:
            text = getattr(method, field)
            assert 0 < len(text) <= longest
            russian = method.language_code in RUSSIAN_CODES
            assert ("юридическая консультация" if russian else "egal advice") in text
            assert "<" not in text


def test_the_menu_button_shows_commands_and_the_name_stays() -> None:
    (button,) = made(SetChatMenuButton)

    assert button.menu_button.type == "commands"
    assert made(SetMyName) == []


Refusal = Callable[[TelegramMethod[Any]], Exception]


@pytest.mark.parametrize(
    "refusal",
    [
        lambda method: TelegramBadRequest(method, "Bad Request: chat not found"),
        lambda method: TelegramForbiddenError(method, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_an_admin_who_has_not_pressed_start_stops_nothing(
    refusal: Refusal, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(method: TelegramMethod[Any]) -> Exception | None:
        scope = method.scope if isinstance(method, SetMyCommands) else None
        return refusal(method) if isinstance(scope, BotCommandScopeChat) and scope.chat_id == 11 else None

    wire = Wire(refuse)
    await introduce(bot_on(wire), catalogues(), ADMINS, asyncio.Event(), LawyersGroup())

    refused = next(desk(catalogues(), 11))
    assert wire.calls == [*introduction(catalogues()), refused, *desk(catalogues(), 12)]
    assert "chat not found" not in caplog.text
    assert "was blocked by the user" not in caplog.text
    said = [record.getMessage() for record in caplog.records if record.name == "bot.handlers"]
    assert said == [
        "admin_not_reachable: one of ADMIN_IDS has not pressed Start in the chat with the bot, or has blocked it"
    ]


async def test_another_refusal_is_no_matter_of_start(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="bot")
    wire = Wire(lambda method: TelegramBadRequest(method, "Bad Request: BOT_COMMAND_INVALID"))
    await introduce(bot_on(wire), catalogues(), ADMINS, asyncio.Event(), LawyersGroup())
    said = [record.getMessage() for record in caplog.records if record.name == "bot.handlers"]
    assert said == ["introduction_refused kind=TelegramBadRequest"] * 3


@pytest.mark.parametrize(
    "trouble",
    [
        lambda method: TelegramRetryAfter(method, "Too Many Requests", retry_after=30),
        lambda method: TelegramNetworkError(method, "gone"),
        lambda method: TelegramServerError(method, "Bad Gateway"),
    ],
)
async def test_a_busy_or_absent_telegram_ends_it_early(trouble: Refusal) -> None:
    wire = Wire(lambda method: trouble(method) if isinstance(method, SetMyDescription) else None)
    await introduce(bot_on(wire), catalogues(), ADMINS, asyncio.Event(), LawyersGroup())

    assert isinstance(wire.calls[-1], SetMyDescription)
    assert len(wire.calls) == 3


async def test_a_rejected_token_is_not_hidden() -> None:
    wire = Wire(lambda method: TelegramUnauthorizedError(method, "Unauthorized"))
    with pytest.raises(TelegramUnauthorizedError):
        await introduce(bot_on(wire), catalogues(), ADMINS, asyncio.Event(), LawyersGroup())


async def test_a_stop_ends_it() -> None:
    stop = asyncio.Event()
    wire = Wire(lambda method: stop.set())
    await introduce(bot_on(wire), catalogues(), ADMINS, stop, LawyersGroup())

    assert len(wire.calls) == 1


async def test_an_admin_who_presses_start_gets_the_desk() -> None:
    wire = Wire()
    await introduce_to(bot_on(wire), catalogues(), 12)

    assert wire.calls == list(desk(catalogues(), 12))
