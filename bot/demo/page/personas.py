"""Who the visitor can be, and the two chats in which each of them sits: the private one with the bot, and a group."""

from dataclasses import dataclass
from typing import Any

from bot.demo.calls import JsonObject
from bot.demo.chats.chat import Chat
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person


@dataclass(frozen=True)
class Persona:
    """A person the visitor can act as; `role` is "admin", "reader" or "lawyer", `key` names the persona in addresses.

    `group`: the one this person sits in; None is the group of everybody. A lawyer is at home in the group, where the
    bot is an administrator: the page shows it first and counts its messages.
    """

    key: str
    person: Person
    note: str
    role: str
    group: Group | None = None

    @property
    def home(self) -> Chat:
        """The chat that the page shows first."""
        return self.group if self.role == "lawyer" and self.group else self.person

    def describe(self) -> dict[str, Any]:
        """The persona as JSON for the page's list of people."""
        return {
            "id": self.key,
            "name": self.person.first_name,
            "note": self.note,
            "role": self.role,
            "language": self.language,
            "home": "chat" if self.home is self.person else "group",
        }

    @property
    def language(self) -> str:
        """The language code of the person's app, "ru" when it has none."""
        return self.person.language_code or "ru"


@dataclass(frozen=True)
class Seat:
    """A persona in one chat: in the group, or without one in the private chat with the bot."""

    persona: Persona
    group: Group | None = None

    @property
    def person(self) -> Person:
        """The person who sits here."""
        return self.persona.person

    @property
    def chat(self) -> Chat:
        """The chat that is seen from here."""
        return self.group or self.persona.person

    def commands(self) -> list[JsonObject]:
        """The bot's commands as the menu of this chat lists them for this person."""
        return self.group.commands(self.persona.language) if self.group else self.person.commands()

    def describe(self) -> dict[str, Any]:
        """What the person can do here: write, press START, unblock or add the bot; `group` is None in private.

        `topics`: those of a forum by id, None in a group without topics.
        """
        group = self.group and {
            "title": self.group.title,
            "member": self.group.bot_is_member,
            "topics": topics_of(self.group),
        }
        return {
            "you": self.person.id,
            "started": self.group is not None or self.person.started,
            "blocked": self.group is None and self.person.blocked,
            "group": group,
        }


def topics_of(group: Group) -> dict[int, JsonObject] | None:
    """The topics of a forum by id, as `name` and `closed`; None in a group without topics."""
    if not group.is_forum:
        return None
    return {number: {"name": topic.name, "closed": topic.closed} for number, topic in group.topics.items()}
