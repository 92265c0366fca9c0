"""Commands by scope and language, names, descriptions, menu buttons; over HTTP and in process."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonDefault,
)

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.methods.test_send import refusal


def menu(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=name.upper()) for name in names]


def seen(person: Person) -> list[str]:
    return [command["command"] for command in person.commands()]


async def test_a_person_sees_the_nearest_menu(bot: Bot, anna: Person) -> None:
    chat, private = BotCommandScopeChat(chat_id=7), BotCommandScopeAllPrivateChats()
    assert seen(anna) == []
    await bot.set_my_commands(menu("default"))
    assert seen(anna) == ["default"]
    await bot.set_my_commands(menu("default_ru"), language_code="ru")
    assert seen(anna) == ["default_ru"]
    await bot.set_my_commands(menu("private"), scope=private)
    assert seen(anna) == ["private"]
    await bot.set_my_commands(menu("private_ru"), scope=private, language_code="ru")
    assert seen(anna) == ["private_ru"]
    await bot.set_my_commands(menu("chat"), scope=chat)
    assert seen(anna) == ["chat"]
    await bot.set_my_commands(menu("chat_ru"), scope=chat, language_code="ru")
    assert seen(anna) == ["chat_ru"]
    await bot.delete_my_commands(scope=chat, language_code="ru")
    await bot.delete_my_commands(scope=chat)
    assert seen(anna) == ["private_ru"]


async def test_other_languages_see_other_menus(bot: Bot, telegram: Telegram) -> None:
    await bot.set_my_commands(menu("all"))
    await bot.set_my_commands(menu("uk"), language_code="uk")
    assert seen(telegram.person(8, "Оля", "uk")) == ["uk"]
    assert seen(telegram.person(9, "John", "en")) == ["all"]
    assert seen(telegram.person(10, "Nobody", None)) == ["all"]


async def test_commands_are_read_back_exactly(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand(command="/faq", description=" Вопросы ")], language_code="ru")
    found = await bot.get_my_commands(language_code="ru")
    assert [(command.command, command.description) for command in found] == [("faq", "Вопросы")]
    assert await bot.get_my_commands() == []
    assert await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats(), language_code="ru") == []
    await bot.set_my_commands([], language_code="ru")
    assert await bot.get_my_commands(language_code="ru") == []


@pytest.mark.parametrize(
    ("commands", "complaint"),
    [
        ([BotCommand(command="a-b", description="x")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="FAQ", description="x")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="a" * 33, description="x")], "command length must not exceed 32"),
        ([BotCommand(command="/", description="x")], "command must be non-empty"),
        ([BotCommand(command="я", description="x")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="a", description=" ")], "command description must be non-empty"),
        ([BotCommand(command="a", description="x" * 257)], "command description length must not exceed 256"),
        (menu(*(f"c{number}" for number in range(101))), "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_refused_commands(bot: Bot, commands: list[BotCommand], complaint: str) -> None:
    assert await refusal(bot.set_my_commands(commands)) == f"Bad Request: {complaint}"


async def test_limits_of_commands(bot: Bot) -> None:
    longest = [BotCommand(command="a" * 32, description="😀" * 128)]
    assert await bot.set_my_commands(longest + menu(*(f"c{number}" for number in range(99)))) is True
    assert len(await bot.get_my_commands()) == 100


async def test_the_menu_of_somebody_who_never_started(bot: Bot, telegram: Telegram) -> None:
    telegram.person(8, "Admin")
    for chat_id in (8, 99):
        scope = BotCommandScopeChat(chat_id=chat_id)
        assert await refusal(bot.set_my_commands(menu("a"), scope=scope)) == "Bad Request: chat not found"
        button = bot.set_chat_menu_button(chat_id=chat_id, menu_button=MenuButtonCommands())
        assert await refusal(button) == "Bad Request: chat not found"


async def test_chats_of_scopes_may_be_written_as_text(telegram: Telegram, anna: Person) -> None:
    for chat, status in (('"7"', 200), ('"-7"', 400), ('"@name"', 400), ('"²"', 400)):
        scope = f'{{"type": "chat", "chat_id": {chat}}}'
        commands = '[{"command": "a", "description": "b"}]'
        reply = await telegram.call("setMyCommands", {"commands": commands, "scope": scope})
        assert reply.status == status
    assert seen(anna) == ["a"]


async def test_languages_are_two_letters(bot: Bot) -> None:
    found = await refusal(bot.set_my_commands(menu("a"), language_code="rus"))
    assert found == "Bad Request: invalid language code specified"


async def test_names_and_descriptions(bot: Bot, telegram: Telegram) -> None:
    assert (await bot.get_my_name()).name == "Seminar demo"
    await bot.set_my_name("Семинары", language_code="ru")
    await bot.set_my_description("D")
    await bot.set_my_short_description("S")
    assert (await bot.get_my_name(language_code="ru")).name == "Семинары"
    assert (await bot.get_my_name(language_code="en")).name == "Seminar demo"
    assert (await bot.get_my_description(language_code="ru")).description == "D"
    assert (await bot.get_my_short_description()).short_description == "S"
    assert telegram.describe()["name"] == {"": "Seminar demo", "ru": "Семинары"}
    assert telegram.describe()["description"] == {"": "D"}
    await bot.set_my_description()
    assert (await bot.get_my_description()).description == ""


@pytest.mark.parametrize(("kind", "most"), [("name", 64), ("description", 512), ("short_description", 120)])
async def test_longest_texts(telegram: Telegram, kind: str, most: int) -> None:
    method = "setMy" + kind.title().replace("_", "")
    assert (await telegram.call(method, {kind: "я" * most})).status == 200
    assert (await telegram.call(method, {kind: "я" * (most + 1)})).status == 400


async def test_menu_buttons(bot: Bot, telegram: Telegram, anna: Person) -> None:
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    assert isinstance(await bot.get_chat_menu_button(chat_id=7), MenuButtonDefault)
    await bot.set_chat_menu_button(chat_id=7, menu_button=MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(chat_id=7), MenuButtonCommands)
    await bot.set_chat_menu_button(chat_id=7)
    assert isinstance(await bot.get_chat_menu_button(chat_id=7), MenuButtonDefault)
    assert {button["chat_id"] for button in telegram.describe()["menu_buttons"]} == {None, 7}


async def test_people_are_told_of_new_menus(bot: Bot, telegram: Telegram, anna: Person) -> None:
    events: list[dict[str, Any]] = []
    anna.listen(events.append)
    await bot.set_my_commands(menu("a"), scope=BotCommandScopeDefault())
    await bot.delete_my_commands()
    assert events == [{"type": "commands"}] * 2
    await bot.set_my_commands(menu("b"), scope=BotCommandScopeChat(chat_id=7), language_code="ru")
    assert telegram.describe()["commands"] == [
        {
            "scope": "chat",
            "chat_id": 7,
            "user_id": None,
            "language_code": "ru",
            "commands": [{"command": "b", "description": "B"}],
        }
    ]
