"""What the bot has set about itself: names, descriptions, command lists and menu buttons."""

from typing import Any

from bot.demo.calls import JsonObject

Scope = tuple[str, int | None, int | None]
DEFAULT_SCOPE: Scope = ("default", None, None)


class Profile:
    """What the bot has set, by language code ("" stands for every other language).

    `commands`: lists by scope and language. `buttons`: menu buttons by chat id (None: every other chat).
    """

    def __init__(self) -> None:
        self.texts: dict[str, dict[str, str]] = {"name": {}, "description": {}, "short_description": {}}
        self.commands: dict[tuple[Scope, str], list[JsonObject]] = {}
        self.buttons: dict[int | None, JsonObject] = {}

    def text(self, kind: str, language: str) -> str:
        """A "name", "description" or "short_description" in a language, else the one for all languages, else ""."""
        texts = self.texts[kind]
        return texts.get(language) or texts.get("", "")

    def menu(self, scopes: list[Scope], language: str) -> list[JsonObject]:
        """The first command list that is set: by scope in the given order, then the language before all languages."""
        for scope in scopes:
            for code in (language, ""):
                found = self.commands.get((scope, code))
                if found is not None:
                    return found
        return []

    def describe(self, first_name: str) -> dict[str, Any]:
        """Everything that is set, as JSON. Texts are by language code; `name` always has one for all languages."""
        texts = {kind: dict(by_language) for kind, by_language in self.texts.items()}
        texts["name"].setdefault("", first_name)
        return {
            **texts,
            "commands": [
                {"scope": scope[0], "chat_id": scope[1], "user_id": scope[2], "language_code": code, "commands": menu}
                for (scope, code), menu in self.commands.items()
            ],
            "menu_buttons": [{"chat_id": chat, "menu_button": button} for chat, button in self.buttons.items()],
        }
