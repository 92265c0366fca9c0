"""Methods that add a message to a chat."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.chat import Chat
from bot.demo.chats.world import World
from bot.demo.methods.formatting import formatted
from bot.demo.methods.keyboards import echoed_markup
from bot.demo.methods.media import MEDIA_KINDS, document_content, photo_content
from bot.demo.text.utf16 import MAX_CAPTION_UNITS, MAX_TEXT_UNITS, units

MAX_DATE_AHEAD_SECONDS = 3 * 366 * 24 * 3600
_SERVICE_FIELDS = frozenset({"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup"})
_FIELDS_NOT_COPIED = _SERVICE_FIELDS | {
    "forward_origin",
    "via_bot",
    "sender_chat",
    "author_signature",
    "media_group_id",
}


@dataclass(frozen=True)
class Sending:
    """sendMessage, sendDocument, sendPhoto, copyMessage.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {
            "sendMessage": self.send_message,
            "sendDocument": self.send_document,
            "sendPhoto": self.send_photo,
            "copyMessage": self.copy_message,
        }

    def send_message(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Send a text of at most 4096 UTF-16 units, counted after parsing."""
        content = message_text(values)
        chat = self.world.chat(values.get("chat_id"))
        check_length(content, "message is too long")
        return self.place(chat, content, values)

    def send_document(self, values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
        """Send a document with an optional caption."""
        chat = self.world.chat(values.get("chat_id"))
        media = document_content(self.world.files, str(values["document"]), files)
        return self.place(chat, {"document": media, **caption(values)}, values)

    def send_photo(self, values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
        """Send a photo with an optional caption."""
        chat = self.world.chat(values.get("chat_id"))
        media = photo_content(self.world.files, str(values["photo"]), files)
        return self.place(chat, {"photo": media, **caption(values)}, values)

    def copy_message(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Send the content of another message; returns only the new message's id."""
        chat = self.world.chat(values.get("chat_id"))
        source = self.world.chat(values.get("from_chat_id"))
        original = source.log.get(values["message_id"])
        if original is None:
            raise bad_request("message to copy not found")
        content = {name: value for name, value in original.items() if name not in _FIELDS_NOT_COPIED}
        if not content.keys() & MEDIA_KINDS and "text" not in content:
            raise bad_request("message can't be copied")
        if "caption" in values and "text" not in content:
            content.pop("caption", None)
            content.pop("caption_entities", None)
            content |= caption(values)
        return {"message_id": self.place(chat, content, values)["message_id"]}

    def place(self, chat: Chat, content: JsonObject, values: JsonObject) -> JsonObject:
        """Add a message with this content to a chat, with what the call asks for beside it. Returns it."""
        chat.check_moved()
        chat.admit_bot()
        check_moments(content, self.world.now())
        extras: JsonObject = {}
        if answered := _answered(chat, values.get("reply_parameters")):
            extras["reply_to_message"] = answered
        if markup := echoed_markup(values.get("reply_markup")):
            extras["reply_markup"] = markup
        if values.get("protect_content"):
            extras["has_protected_content"] = True
        if content.keys() & {"photo", "video", "animation"}:
            shown = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}
            extras |= {field: True for name, field in shown.items() if values.get(name)}
        return chat.place(self.world.bot, {**extras, **content})


def message_text(values: JsonObject) -> JsonObject:
    """Text, entities and link preview for sendMessage and editMessageText. Refuses (400) an empty text.

    The length is not checked here, because the two methods refuse a long text in different words (`check_length`).
    """
    text, entities = formatted(values["text"], values.get("parse_mode"), values.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    content: JsonObject = {"text": text}
    if entities:
        content["entities"] = entities
    if values.get("link_preview_options"):
        content["link_preview_options"] = values["link_preview_options"]
    return content


def check_length(content: JsonObject, too_long: str) -> None:
    """Refuse (400) a text above 4096 UTF-16 units; `too_long` is Telegram's wording."""
    if units(content["text"]) > MAX_TEXT_UNITS:
        raise bad_request(too_long)


def check_moments(content: JsonObject, now: float) -> None:
    """Refuse (400) a date entity more than about three years ahead of `now` (seconds since 1970).

    Source: seen in tdlib/telegram-bot-api issue 852.
    """
    for entity in (*content.get("entities", ()), *content.get("caption_entities", ())):
        if entity["type"] == "date_time" and entity.get("unix_time", 0) > now + MAX_DATE_AHEAD_SECONDS:
            raise bad_request("ENTITY_DATE_INVALID")


def caption(values: JsonObject) -> JsonObject:
    """Caption and its entities; {} without one. Refuses (400) one above 1024 UTF-16 units."""
    if not values.get("caption"):
        return {}
    text, entities = formatted(values["caption"], values.get("parse_mode"), values.get("caption_entities"))
    if units(text) > MAX_CAPTION_UNITS:
        raise bad_request("message caption is too long")
    content: JsonObject = {"caption": text} if text else {}
    return {**content, "caption_entities": entities} if entities else content


def _answered(chat: Chat, reply: dict[str, Any] | None) -> JsonObject | None:
    """The message this one replies to, without the message that one replied to. Refuses (400) an unknown one."""
    if reply is None or "message_id" not in reply:
        return None
    found = chat.log.get(reply["message_id"])
    if found is None:
        if reply.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return {name: value for name, value in found.items() if name != "reply_to_message"}
