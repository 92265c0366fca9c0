"""Methods that set and return what the bot shows of itself: commands, names, descriptions, menu buttons."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.person import Person
from bot.demo.chats.profile import DEFAULT_SCOPE, Scope
from bot.demo.chats.world import World
from bot.demo.text.utf16 import units

MAX_COMMANDS = 100
MAX_COMMAND_UNITS = 32
MAX_COMMAND_DESCRIPTION_UNITS = 256
_COMMAND = re.compile(r"[a-z0-9_]+\Z")
_NUMBER = re.compile(r"-?[0-9]{1,19}\Z")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?\Z")
_TEXTS = {"name": ("Name", 64), "description": ("Description", 512), "short_description": ("ShortDescription", 120)}


@dataclass(frozen=True)
class Presenting:
    """set/get/delete MyCommands, set/get MyName, MyDescription, MyShortDescription and ChatMenuButton.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        handlers: dict[str, Handler] = {
            "setMyCommands": self.set_commands,
            "getMyCommands": self.get_commands,
            "deleteMyCommands": self.delete_commands,
            "setChatMenuButton": self.set_button,
            "getChatMenuButton": self.get_button,
        }
        for kind, (suffix, most) in _TEXTS.items():
            handlers[f"setMy{suffix}"] = partial(self._set_text, kind, most)
            handlers[f"getMy{suffix}"] = partial(self._get_text, kind)
        return handlers

    def set_commands(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Set the commands of a scope and language; an empty list removes them."""
        place = self._scope(values.get("scope")), _language(values)
        commands = [_command(command) for command in values["commands"]]
        if len(commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        if commands:
            self.world.profile.commands[place] = commands
        else:
            self.world.profile.commands.pop(place, None)
        self._menus_changed()
        return True

    def get_commands(self, values: JsonObject, _files: Mapping[str, Upload]) -> list[JsonObject]:
        """The commands of exactly this scope and language."""
        place = self._scope(values.get("scope")), _language(values)
        return self.world.profile.commands.get(place, [])

    def delete_commands(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Remove the commands of a scope and language."""
        place = self._scope(values.get("scope")), _language(values)
        self.world.profile.commands.pop(place, None)
        self._menus_changed()
        return True

    def set_button(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Set the menu button of a chat, or of all others without a chat."""
        button = values.get("menu_button", {"type": "default"})
        self.world.profile.buttons[self._chat(values.get("chat_id"))] = button
        self._menus_changed()
        return True

    def get_button(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """The menu button of a chat, else the one for all chats."""
        buttons = self.world.profile.buttons
        own = buttons.get(self._chat(values.get("chat_id")))
        return own or buttons.get(None) or {"type": "commands"}

    def _set_text(self, kind: str, most: int, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        text = str(values.get(kind, "")).strip()
        if units(text) > most:
            raise bad_request(f"BOT_{kind.upper()}_TOO_LONG")
        texts, language = self.world.profile.texts[kind], _language(values)
        if text:
            texts[language] = text
        else:
            texts.pop(language, None)
        return True

    def _get_text(self, kind: str, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        fallback = str(self.world.bot["first_name"]) if kind == "name" else ""
        return {kind: self.world.profile.text(kind, _language(values)) or fallback}

    def _scope(self, scope: JsonObject | None) -> Scope:
        if scope is None:
            return DEFAULT_SCOPE
        if "chat_id" in scope:
            return scope["type"], self._chat(scope["chat_id"]), scope.get("user_id")
        return scope["type"], None, None

    def _chat(self, chat_id: object) -> int | None:
        """The id of a chat the bot knows. Refuses (400) an unknown one, also a person who never wrote to the bot."""
        if chat_id is None:
            return None
        written = isinstance(chat_id, str) and _NUMBER.match(chat_id)
        chat = self.world.chat(int(str(chat_id)) if written else chat_id)
        if isinstance(chat, Person) and not chat.started:
            raise bad_request("chat not found")
        return chat.id

    def _menus_changed(self) -> None:
        for chat in self.world.chats.values():
            chat.tell({"type": "commands"})


def _language(values: JsonObject) -> str:
    code = str(values.get("language_code", ""))
    if not _LANGUAGE.match(code):
        raise bad_request("invalid language code specified")
    return code


def _command(command: JsonObject) -> JsonObject:
    name = str(command["command"]).strip().removeprefix("/")
    description = str(command["description"]).strip()
    for what, text, most in (
        ("command", name, MAX_COMMAND_UNITS),
        ("command description", description, MAX_COMMAND_DESCRIPTION_UNITS),
    ):
        if not text:
            raise bad_request(f"{what} must be non-empty")
        if units(text) > most:
            raise bad_request(f"{what} length must not exceed {most}")
    if not _COMMAND.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
