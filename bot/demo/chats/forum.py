"""The topics of a group. Telegram's names: a forum is a supergroup with topics, General the place outside of them."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.calls import JsonObject, bad_request
from bot.demo.chats.answered import bare, reply_from_elsewhere
from bot.demo.chats.chat import Chat
from bot.demo.chats.updates import Updates

THREAD_NOT_FOUND = "message thread not found"
DEFAULT_ICON_COLOR = 7322096
_THREAD_FIELDS = ("message_thread_id", "is_topic_message")


@dataclass
class Topic:
    """One topic. `id`: of its first message, which tells of its creation. `icon`: id of a custom emoji, or ""."""

    id: int
    name: str
    icon_color: int = DEFAULT_ICON_COLOR
    icon: str = ""
    closed: bool = False
    by_bot: bool = False


class Forum(Chat, ABC):
    """A chat whose messages may stand in topics. `topics`: those that exist, by id.

    `deleted_topic_refusal`: Telegram's wording for a message to a deleted topic. A server that has the topic in its
    memory still says "TOPIC_DELETED".
    """

    def __init__(self, updates: Updates, now: Callable[[], float], bot: JsonObject, json: JsonObject) -> None:
        super().__init__(updates, now, bot, json)
        self.topics: dict[int, Topic] = {}
        self.deleted_topics: set[int] = set()
        self.deleted_topic_refusal = THREAD_NOT_FOUND

    @property
    def is_forum(self) -> bool:
        """Whether the group has topics."""
        return bool(self.json.get("is_forum"))

    def topic(self, thread_id: int) -> Topic:
        """The topic with this id. Refuses (400) an unknown and a deleted one."""
        found = self.topics.get(thread_id)
        if found is None:
            raise bad_request(self.deleted_topic_refusal if thread_id in self.deleted_topics else THREAD_NOT_FOUND)
        return found

    def where(self, thread_id: int | None, replied: JsonObject | None) -> JsonObject:
        """The thread's fields of a new message, and what it replies to; a topic's first message when to nothing there.

        Without `thread_id` a reply goes where the message stands that it replies to. A reply in a supergroup has a
        thread's id outside of topics too: that of the first message replied to. Source: tdlib/telegram-bot-api,
        `get_same_chat_reply_to_message_id`, and issues 356 and 447.
        """
        topic = None if thread_id is None else self.topic(thread_id)
        if topic is None and replied is not None:
            topic = self.topics.get(self._topic_of(replied))
        if topic is None:
            return self._outside_of_topics(replied)
        fields: JsonObject = {"message_thread_id": topic.id, "is_topic_message": True}
        first = bare(self.log[topic.id])
        if replied is not None and self._topic_of(replied) != topic.id:
            return {**fields, "reply_to_message": first, "external_reply": reply_from_elsewhere(replied)}
        return {**fields, "reply_to_message": first if replied is None else bare(replied)}

    def in_topic(self, thread_id: int) -> list[JsonObject]:
        """The messages of a topic, oldest first; the first one tells of its creation."""
        return [message for message in self.messages if self._topic_of(message) == thread_id]

    def starts_topic(self, by: JsonObject, name: str, icon_color: int = DEFAULT_ICON_COLOR, icon: str = "") -> Topic:
        """Make a topic. `by`: the User object of whoever does it; so in the other methods."""
        if not self.is_forum:
            raise ValueError("only a forum has topics")
        topic = Topic(self.next_id, name, icon_color, icon, by_bot=by["id"] == self.bot_id)
        created: JsonObject = {"name": name, "icon_color": icon_color}
        self.topics[topic.id] = topic
        fields = {"message_thread_id": topic.id, "is_topic_message": True}
        self.announce(by, {**fields, "forum_topic_created": {**created, **_icon(icon)}})
        return topic

    def edits_topic(self, by: JsonObject, thread_id: int, name: str | None = None, icon: str | None = None) -> None:
        """Give a topic another name or icon. Refuses (400) what changes nothing."""
        topic = self.topic(thread_id)
        name = None if name == topic.name else name
        icon = None if icon == topic.icon else icon
        if name is None and icon is None:
            raise bad_request("TOPIC_NOT_MODIFIED")
        edited: JsonObject = {} if name is None else {"name": name}
        topic.name = topic.name if name is None else name
        if icon is not None:
            topic.icon, edited = icon, {**edited, "icon_custom_emoji_id": icon}
        self.announce(by, {**self.where(thread_id, None), "forum_topic_edited": edited})

    def closes_topic(self, by: JsonObject, thread_id: int, *, closed: bool = True) -> None:
        """Close a topic, or with `closed` false open it again. Refuses (400) what changes nothing."""
        topic = self.topic(thread_id)
        if topic.closed == closed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.closed = closed
        said = "forum_topic_closed" if closed else "forum_topic_reopened"
        self.announce(by, {**self.where(thread_id, None), said: {}})

    def deletes_topic(self, thread_id: int) -> None:
        """Delete a topic with all its messages. Telegram sends the bot no update about it."""
        topic = self.topic(thread_id)
        gone = [message["message_id"] for message in self.in_topic(topic.id)]
        del self.topics[topic.id]
        self.deleted_topics.add(topic.id)
        self.remove(gone)
        self.tell({"type": "topics"})

    def opens_forum(self) -> None:
        """Switch topics on. What was written before stands in General; the bot gets no update."""
        if self.json["type"] != "supergroup":
            raise ValueError("only a supergroup becomes a forum")
        self.json = {**self.json, "is_forum": True}
        self.skip_first_id()
        self.tell({"type": "topics"})

    def shuts_forum(self) -> None:
        """Switch topics off. They are gone, their messages stay; the bot gets no update."""
        self.json = {name: value for name, value in self.json.items() if name != "is_forum"}
        self.topics.clear()
        for number, message in self.log.items():
            self.log[number] = {name: value for name, value in message.items() if name not in _THREAD_FIELDS}
        self.tell({"type": "topics"})

    @abstractmethod
    def announce(self, by: JsonObject, content: JsonObject) -> JsonObject:
        """Add a service message and tell the bot. Returns it."""

    def _outside_of_topics(self, replied: JsonObject | None) -> JsonObject:
        if replied is None:
            return {}
        first = replied.get("message_thread_id", replied["message_id"])
        thread = {"message_thread_id": first} if self.json["type"] == "supergroup" else {}
        return {**thread, "reply_to_message": bare(replied)}

    def _topic_of(self, message: JsonObject) -> int:
        """The id of the message's topic; 0 in General."""
        return int(message["message_thread_id"]) if message.get("is_topic_message") else 0


def _icon(icon: str) -> JsonObject:
    return {"icon_custom_emoji_id": icon} if icon else {}
