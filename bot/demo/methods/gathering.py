"""Methods about a group and what happens in it: its members, and reactions to messages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.chat import Chat
from bot.demo.chats.group import SERVICE_FIELDS, Group
from bot.demo.chats.world import World


@dataclass(frozen=True)
class Gathering:
    """getChatMember, getChatAdministrators, getChatMemberCount, leaveChat, setMessageReaction.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {
            "getChatMember": self.member,
            "getChatAdministrators": self.administrators,
            "getChatMemberCount": self.count,
            "leaveChat": self.leave,
            "setMessageReaction": self.react,
        }

    def member(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """The bot or a person as a ChatMember object. In a private chat both are members."""
        chat = self._chat(values)
        if isinstance(chat, Group):
            return chat.member(values["user_id"])
        if values["user_id"] == self.world.bot_id:
            return chat.bot_as("member")
        raise bad_request("member not found")

    def administrators(self, values: JsonObject, _files: Mapping[str, Upload]) -> list[JsonObject]:
        """The owner, the people who are administrators, and the bot if it is one, as ChatMember objects."""
        return self._group(values, "there are no administrators in the private chat").administrators()

    def count(self, values: JsonObject, _files: Mapping[str, Upload]) -> int:
        """How many members the chat has, the bot among them."""
        chat = self._chat(values)
        return len(chat.people) + 1 if isinstance(chat, Group) else 2

    def leave(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Let the bot leave a group."""
        group = self._group(values, "chat member status can't be changed in private chats")
        group.removes_bot(self.world.bot, "left")
        return True

    def react(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Replace the bot's reaction to a message, of an album to its first message."""
        chat = self._chat(values)
        message = chat.log.get(values["message_id"])
        if message is None:
            raise bad_request("message to react not found")
        if message.keys() & SERVICE_FIELDS:
            raise bad_request("REACTION_INVALID")
        chat.react(self.world.bot_id, _first_of_album(chat, message), values.get("reaction", []))
        return True

    def _chat(self, values: JsonObject) -> Chat:
        chat = self.world.chat(values.get("chat_id"))
        chat.admit_bot()
        return chat

    def _group(self, values: JsonObject, refusal: str) -> Group:
        chat = self._chat(values)
        if not isinstance(chat, Group):
            raise bad_request(refusal)
        return chat


def _first_of_album(chat: Chat, message: JsonObject) -> int:
    album = message.get("media_group_id")
    together = [each for each in chat.messages if album and each.get("media_group_id") == album]
    return int((together or [message])[0]["message_id"])
