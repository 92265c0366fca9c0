"""Where and how a person writes: into which chat and topic, in reply to what, in whose name."""

from dataclasses import dataclass, fields
from typing import Any

from bot.demo.calls import JsonObject
from bot.demo.chats.answered import quote_of, reply_from_elsewhere
from bot.demo.chats.chat import Chat
from bot.demo.chats.group import Group
from bot.demo.chats.members import ANONYMOUS_ADMIN


@dataclass(frozen=True)
class Manner:
    """What the methods `sends…` take beside the content.

    `group`: None is the private chat with the bot. `topic`: the id of a topic of the group; a reply without one goes to
    the topic of the message it replies to. `reply_to`: the id of a message of the same chat; one that is not there is
    ignored. `quote`: the part of that message that is quoted. `external_reply_to`: a message of another chat, as it
    stands there. `anonymous`: in the name of the group.
    """

    group: Group | None = None
    topic: int | None = None
    reply_to: int | None = None
    quote: str | None = None
    external_reply_to: JsonObject | None = None
    anonymous: bool = False

    @classmethod
    def taken_from(cls, values: dict[str, Any]) -> "Manner":
        """Take what belongs here out of the values."""
        return cls(**{field.name: values.pop(field.name) for field in fields(cls) if field.name in values})

    def placed(self, chat: Chat, user: JsonObject) -> JsonObject:
        """The fields of a message to this chat that say where it stands.

        Raises LookupError for a topic that is not there, ValueError for one that is closed to this person.
        """
        replied = None if self.reply_to is None else chat.log.get(self.reply_to)
        if self.group is not None:
            self._check_topic(self.group, replied, user)
        placed = chat.where(self.topic, replied)
        if self.external_reply_to is not None:
            placed = {**placed, "external_reply": reply_from_elsewhere(self.external_reply_to)}
        if self.quote is not None:
            placed["quote"] = quote_of(self.quote, self.external_reply_to or replied or {})
        return placed

    def sender(self, user: JsonObject) -> tuple[JsonObject, JsonObject]:
        """Who the message is from: a User object, and more fields."""
        if self.anonymous and self.group is not None:
            return ANONYMOUS_ADMIN, {"sender_chat": self.group.json}
        return user, {}

    def _check_topic(self, group: Group, replied: JsonObject | None, user: JsonObject) -> None:
        number = self.topic if self.topic is not None else (replied or {}).get("message_thread_id")
        topic = group.topics.get(number) if number is not None else None
        if self.topic is not None and topic is None:
            raise LookupError(f"no topic {self.topic}")
        allowed = self.anonymous or user["id"] == group.owner or "can_manage_topics" in group.admins.get(user["id"], ())
        if topic is not None and topic.closed and not allowed:
            raise ValueError("Telegram lets only administrators write into a closed topic")
