"""What the bot says of itself in Telegram's menus, and that nothing there stops a start."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    GetMyCommands,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommandScopeChat

from bot.core.profile_record import Audience, ProfileRecord
from bot.core.tickets.group import LawyersGroup
from bot.handlers import own_profile
from bot.handlers.admin.access import Admins
from bot.handlers.own_profile import OwnProfile
from bot.handlers.profile import desk, introduction
from tests.handlers.drawn import catalogues
from tests.handlers.made import Wire, bot_on
from tests.waiting import until

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


class Kept:
    """A store in memory."""

    def __init__(self) -> None:
        self.rows: dict[Audience, Mapping[str, str]] = {}

    async def load(self, audience: Audience) -> Mapping[str, str]:
        return self.rows.get(audience, {})

    async def keep(self, audience: Audience, prints: Mapping[str, str]) -> None:
        self.rows[audience] = prints


def presented(wire: Wire, store: Kept | None = None) -> OwnProfile:
    """The bot that presents itself."""
    return OwnProfile(bot_on(wire), catalogues(), ADMINS, LawyersGroup(), ProfileRecord(store or Kept(), "42:TEST"))


class Answering(Wire):
    """A wire whose look at the commands finds those that were told."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 (the name is aiogram's)
        taken = await super().make_request(bot, method, timeout)
        told = (call for call in introduction(catalogues()) if isinstance(call, SetMyCommands))
        return next(told).commands if isinstance(method, GetMyCommands) else taken


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
    await presented(wire).introduce(asyncio.Event())

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
    await presented(wire).introduce(asyncio.Event())
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
    await presented(wire).introduce(asyncio.Event())

    assert isinstance(wire.calls[-1], SetMyDescription)
    assert len(wire.calls) == 3


async def test_a_rejected_token_is_not_hidden() -> None:
    wire = Wire(lambda method: TelegramUnauthorizedError(method, "Unauthorized"))
    with pytest.raises(TelegramUnauthorizedError):
        await presented(wire).introduce(asyncio.Event())


async def test_a_stop_ends_it() -> None:
    stop = asyncio.Event()
    wire = Wire(lambda method: stop.set())
    await presented(wire).introduce(stop)

    assert len(wire.calls) == 1


async def test_what_was_not_answered_is_tried_an_hour_later_and_a_full_disk_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """R6, R14: the whole of it is tried again, and only what is missing is called."""
    monkeypatch.setattr(own_profile, "RETRY_SECONDS", 0.01)
    trouble = [
        TelegramNetworkError(SetMyDescription(), "gone"),
        ClientDecodeError("Failed to decode object", ValueError(), "<html>502</html>"),
        ValueError("a proxy's answer"),
    ]
    wire = Answering(lambda method: trouble.pop() if isinstance(method, SetMyDescription) and trouble else None)
    profile, stop = presented(wire), asyncio.Event()
    running = asyncio.ensure_future(profile.run(stop))
    await until(lambda: len(wire.calls) >= len(every_call()) + 3)
    stop.set()
    await running
    assert len([call for call in wire.calls if isinstance(call, SetChatMenuButton)]) <= 2
    said = [record.getMessage().split()[0] for record in caplog.records if record.name == "bot.handlers"]
    assert said == ["introduction_failed", "introduction_ended_early", "introduction_ended_early"]


async def test_a_look_that_is_not_answered_waits_too() -> None:
    store = Kept()
    assert await presented(Wire(), store).introduce(asyncio.Event())
    wire = Wire(lambda method: TelegramNetworkError(method, "gone"))
    stop = asyncio.Event()
    running = asyncio.ensure_future(presented(wire, store).run(stop))
    await until(lambda: bool(wire.calls))
    stop.set()
    await running
    assert [type(call) for call in wire.calls] == [GetMyCommands]
