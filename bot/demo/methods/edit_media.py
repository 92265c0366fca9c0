"""Methods that change the file or the caption of a message."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World
from bot.demo.methods.edit import Editing
from bot.demo.methods.keyboards import echoed_markup
from bot.demo.methods.media import document_content, photo_content, timed_content
from bot.demo.methods.send import caption

EDITABLE = frozenset({"photo", "video", "animation", "audio", "document"})
"""Kinds that can become one another. Source: core.telegram.org/bots/api#editmessagemedia."""

_CAPTIONED = EDITABLE | {"voice"}
_WORDS = ("caption", "caption_entities", "reply_markup", "show_caption_above_media")


@dataclass(frozen=True)
class EditingMedia:
    """editMessageCaption and editMessageMedia, with a file_id or an upload."""

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {"editMessageCaption": self.edit_caption, "editMessageMedia": self.edit_media}

    def edit_caption(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Replace the caption and the keyboard of an own message with a file."""
        chat, message = Editing(self.world).own(values)
        if not message.keys() & _CAPTIONED:
            raise bad_request("there is no caption in the message to edit")
        kept = {name: value for name, value in message.items() if name not in _WORDS}
        return Editing(self.world).replace(chat, message, {**kept, **caption(values), **_extras(values)})

    def edit_media(self, values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
        """Replace the file, its caption and the keyboard of an own message."""
        chat, message = Editing(self.world).own(values)
        media: JsonObject = values["media"]
        if not message.keys() & EDITABLE or media["type"] not in EDITABLE:
            raise bad_request("message can't be edited")
        kept = {name: value for name, value in message.items() if name not in (*_WORDS, *EDITABLE, "has_media_spoiler")}
        spoiler = {"has_media_spoiler": True} if media.get("has_spoiler") else {}
        content = {**self._content(media, files), **caption(media), **_extras({**media, **values})}
        return Editing(self.world).replace(chat, message, {**kept, **spoiler, **content})

    def _content(self, media: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
        kind, value = media["type"], str(media["media"])
        if kind == "photo":
            return {"photo": photo_content(self.world.files, value, files)}
        if kind == "document":
            return {"document": document_content(self.world.files, value, files)}
        return timed_content(self.world.files, kind, value, files)


def _extras(values: JsonObject) -> JsonObject:
    markup = echoed_markup(values.get("reply_markup"))
    above: JsonObject = {"show_caption_above_media": True} if values.get("show_caption_above_media") else {}
    return {**above, "reply_markup": markup} if markup else above
