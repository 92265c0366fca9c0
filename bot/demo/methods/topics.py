"""Methods for the topics of a forum."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.forum import DEFAULT_ICON_COLOR, Topic
from bot.demo.chats.group import Group
from bot.demo.chats.world import World

MAX_NAME_CHARACTERS = 128
ICON_COLORS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})


@dataclass(frozen=True)
class ManagingTopics:
    """createForumTopic, editForumTopic, closeForumTopic, reopenForumTopic, deleteForumTopic.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal. The
    bot needs `can_manage_topics`, or to have made the topic itself; to delete one, `can_delete_messages`.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {
            "createForumTopic": self.create,
            "editForumTopic": self.edit,
            "closeForumTopic": self.close,
            "reopenForumTopic": self.reopen,
            "deleteForumTopic": self.delete,
        }

    def create(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Make a topic; its name has 1 to 128 characters. Returns it as a ForumTopic object."""
        group = self._forum(values)
        name = str(values["name"]).strip()
        _check_name(name)
        color = values.get("icon_color") or DEFAULT_ICON_COLOR
        if color not in ICON_COLORS:
            raise bad_request("TOPIC_ICON_COLOR_INVALID")
        if not group.bot_may("can_manage_topics"):
            raise bad_request("not enough rights to create a topic")
        icon = str(values.get("icon_custom_emoji_id", ""))
        topic = group.starts_topic(self.world.bot, name, color, icon)
        created = {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}
        return {**created, "icon_custom_emoji_id": icon} if icon else created

    def edit(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Give a topic another name or icon; without either nothing happens."""
        group, topic = self._manageable(values, "not enough rights to edit the topic")
        name, icon = str(values.get("name", "")).strip() or None, values.get("icon_custom_emoji_id")
        if name is not None:
            _check_name(name)
        if name is not None or icon is not None:
            group.edits_topic(self.world.bot, topic.id, name, icon)
        return True

    def close(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Close an open topic."""
        group, topic = self._manageable(values, "not enough rights to close or open the topic")
        group.closes_topic(self.world.bot, topic.id)
        return True

    def reopen(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Open a closed topic."""
        group, topic = self._manageable(values, "not enough rights to close or open the topic")
        group.closes_topic(self.world.bot, topic.id, closed=False)
        return True

    def delete(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Delete a topic with all its messages."""
        group, topic = self._topic(values)
        if not group.bot_may("can_delete_messages"):
            raise bad_request("not enough rights to delete the topic")
        group.deletes_topic(topic.id)
        return True

    def _forum(self, values: JsonObject) -> Group:
        chat = self.world.chat(values.get("chat_id"))
        chat.check_moved()
        chat.admit_bot()
        if not isinstance(chat, Group) or not chat.is_forum:
            raise bad_request("the chat is not a forum")
        return chat

    def _topic(self, values: JsonObject) -> tuple[Group, Topic]:
        group, thread_id = self._forum(values), values["message_thread_id"]
        if thread_id <= 0:
            raise bad_request("invalid message thread identifier specified")
        if thread_id in group.deleted_topics or thread_id not in group.topics:
            raise bad_request("TOPIC_ID_INVALID")
        return group, group.topics[thread_id]

    def _manageable(self, values: JsonObject, refusal: str) -> tuple[Group, Topic]:
        group, topic = self._topic(values)
        if not group.bot_may("can_manage_topics") and not (topic.by_bot and group.bot_rights is not None):
            raise bad_request(refusal)
        return group, topic


def _check_name(name: str) -> None:
    if not name:
        raise bad_request("title must be non-empty")
    if len(name) > MAX_NAME_CHARACTERS:
        raise bad_request("TOPIC_TITLE_INVALID")
