"""Methods that change or delete messages of a chat."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.chat import Chat
from bot.demo.chats.person import Person
from bot.demo.chats.world import World
from bot.demo.methods.keyboards import echoed_markup
from bot.demo.methods.send import check_length, check_moments, message_text

DELETABLE_WITHIN_SECONDS = 48 * 3600
DICE_DELETABLE_AFTER_SECONDS = 24 * 3600
"""A dice in a private chat can be deleted only after a day. Source: core.telegram.org/bots/api#deletemessage."""

MAX_DELETED_MESSAGES = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_CONTENT_FIELDS = ("text", "entities", "reply_markup", "link_preview_options")
_FILE_FIELDS = (
    *("caption", "caption_entities", "photo", "video", "animation", "audio", "document", "voice"),
    *("has_media_spoiler", "show_caption_above_media"),
)


@dataclass(frozen=True)
class Editing:
    """editMessageText, editMessageReplyMarkup, deleteMessage, deleteMessages.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {
            "editMessageText": self.edit_text,
            "editMessageReplyMarkup": self.edit_markup,
            "deleteMessage": self.delete,
            "deleteMessages": self.delete_many,
        }

    def edit_text(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Replace the text, the entities and the keyboard of an own message."""
        if "text" not in values:
            raise bad_request("message text is empty")
        content = message_text(values)
        chat, message = self.own(values)
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")
        check_length(content, "MESSAGE_TOO_LONG")
        check_moments(content, self.world.now())
        if markup := echoed_markup(values.get("reply_markup")):
            content["reply_markup"] = markup
        kept = {name: value for name, value in message.items() if name not in _CONTENT_FIELDS}
        return self.replace(chat, message, {**kept, **content})

    def edit_markup(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Replace the keyboard of an own message."""
        chat, message = self.own(values)
        changed = {name: value for name, value in message.items() if name != "reply_markup"}
        if markup := echoed_markup(values.get("reply_markup")):
            changed["reply_markup"] = markup
        return self.replace(chat, message, changed)

    def delete(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Delete one message; refuse an unknown one."""
        chat = self.world.chat(values.get("chat_id"))
        if values["message_id"] not in chat.log:
            raise bad_request("message to delete not found")
        self._check_deletable(chat, values["message_id"])
        chat.remove([values["message_id"]])
        return True

    def delete_many(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Delete 1 to 100 messages; unknown ones are skipped."""
        chat = self.world.chat(values.get("chat_id"))
        message_ids: list[int] = values["message_ids"]
        if not message_ids:
            raise bad_request("message identifiers are not specified")
        if len(message_ids) > MAX_DELETED_MESSAGES:
            raise bad_request("too many message identifiers specified")
        if any(message_id <= 0 for message_id in message_ids):
            raise bad_request("invalid message identifier specified")
        known = [message_id for message_id in message_ids if message_id in chat.log]
        for message_id in known:
            self._check_deletable(chat, message_id)
        chat.remove(known)
        return True

    def own(self, values: JsonObject) -> tuple[Chat, JsonObject]:
        """The chat and the message that is to be edited. Refuses (400) one that is not the bot's, or is not there."""
        chat = self.world.chat(values.get("chat_id"))
        if "message_id" not in values:
            raise bad_request("message identifier is not specified")
        chat.admit_bot()
        message = chat.log.get(values["message_id"])
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != self.world.bot_id:
            raise bad_request("message can't be edited")
        return chat, message

    def replace(self, chat: Chat, old: JsonObject, new: JsonObject) -> JsonObject:
        """Put the new content in the place of the old one. Refuses (400) the same content."""
        if all(old.get(name) == new.get(name) for name in (*_CONTENT_FIELDS, *_FILE_FIELDS)):
            raise bad_request(NOT_MODIFIED)
        message = {**new, "edit_date": int(self.world.now())}
        chat.replace(message)
        return message

    def _check_deletable(self, chat: Chat, message_id: int) -> None:
        message = chat.log[message_id]
        if not chat.may_delete(message):
            raise bad_request("message can't be deleted")
        age = self.world.now() - message["date"]
        if "dice" in message and isinstance(chat, Person) and age < DICE_DELETABLE_AFTER_SECONDS:
            raise bad_request("message can't be deleted for everyone")
        if age > DELETABLE_WITHIN_SECONDS:
            raise bad_request("message can't be deleted for everyone")
