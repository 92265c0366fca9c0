"""Methods that add a message to a chat."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.chat import Chat
from bot.demo.chats.world import World
from bot.demo.methods.formatting import formatted
from bot.demo.methods.keyboards import echoed_markup
from bot.demo.methods.media import document_content, photo_content
from bot.demo.methods.placing import placed
from bot.demo.text.utf16 import MAX_CAPTION_UNITS, MAX_TEXT_UNITS, units

MAX_DATE_AHEAD_SECONDS = 3 * 366 * 24 * 3600


@dataclass(frozen=True)
class Sending:
    """sendMessage, sendDocument, sendPhoto.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {
            "sendMessage": self.send_message,
            "sendDocument": self.send_document,
            "sendPhoto": self.send_photo,
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

    def place(self, chat: Chat, content: JsonObject, values: JsonObject) -> JsonObject:
        """Add a message with this content to a chat, with what the call asks for beside it. Returns it."""
        chat.check_moved()
        chat.admit_bot()
        check_moments(content, self.world.now())
        extras = placed(self.world, chat, values)
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
