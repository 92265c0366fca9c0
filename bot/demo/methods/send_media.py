"""Methods that send a file of a kind other than a photo or a document."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World
from bot.demo.methods.media import RECORDED, content_of, timed_content
from bot.demo.methods.send import Sending, caption

API_NAMES = {
    "sendVideo": "video",
    "sendAnimation": "animation",
    "sendAudio": "audio",
    "sendVoice": "voice",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}
MIN_ALBUM_FILES, MAX_ALBUM_FILES = 2, 10
_TOGETHER = (frozenset({"photo", "video"}), frozenset({"document"}), frozenset({"audio"}))
_WITHOUT_CAPTION = frozenset({"video_note", "sticker"})


@dataclass(frozen=True)
class SendingMedia:
    """sendVideo, sendAnimation, sendAudio, sendVoice, sendVideoNote, sendSticker, sendMediaGroup."""

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {name: self._of(kind) for name, kind in API_NAMES.items()} | {"sendMediaGroup": self.send_album}

    def send_album(self, values: JsonObject, files: Mapping[str, Upload]) -> list[JsonObject]:
        """Send 2 to 10 files as an album: pictures and videos, or documents alone, or audio alone."""
        chat = self.world.chat(values.get("chat_id"))
        media: list[JsonObject] = values["media"]
        kinds = {str(item["type"]) for item in media}
        if not MIN_ALBUM_FILES <= len(media) <= MAX_ALBUM_FILES:
            raise bad_request("group send failed" if media else "there are no messages to send")
        if not any(kinds <= together for together in _TOGETHER):
            raise bad_request("can't mix different types of media in an album")
        contents = [self._item(item, files) for item in media]
        album = {"media_group_id": secrets.token_hex(8)}
        return [Sending(self.world).place(chat, {**content, **album}, values | item) for content, item in contents]

    def _item(self, item: JsonObject, files: Mapping[str, Upload]) -> tuple[JsonObject, JsonObject]:
        kind, value = str(item["type"]), str(item["media"])
        shown = {name: item.get(name) for name in ("has_spoiler", "show_caption_above_media")}
        return {**content_of(self.world.files, kind, value, files), **caption(item)}, shown

    def _of(self, kind: str) -> Handler:
        def send(values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
            return self._send(kind, values, files)

        return send

    def _send(self, kind: str, values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
        chat = self.world.chat(values.get("chat_id"))
        content = timed_content(self.world.files, kind, str(values[kind]), files)
        words = {} if kind in _WITHOUT_CAPTION else caption(values)
        if kind in RECORDED:
            chat.admit_recordings()
        return Sending(self.world).place(chat, {**content, **words}, values)
