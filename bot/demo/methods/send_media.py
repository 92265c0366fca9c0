"""Methods that send a file of a kind other than a photo or a document."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload
from bot.demo.chats.world import World
from bot.demo.methods.media import timed_content
from bot.demo.methods.send import Sending, caption

API_NAMES = {
    "sendVideo": "video",
    "sendAnimation": "animation",
    "sendAudio": "audio",
    "sendVoice": "voice",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}
_WITHOUT_CAPTION = frozenset({"video_note", "sticker"})
_RECORDED = frozenset({"voice", "video_note"})
"""What a person can forbid others to send. Source: core.telegram.org/api/privacy, voice and video messages."""


@dataclass(frozen=True)
class SendingMedia:
    """sendVideo, sendAnimation, sendAudio, sendVoice, sendVideoNote, sendSticker."""

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {name: self._of(kind) for name, kind in API_NAMES.items()}

    def _of(self, kind: str) -> Handler:
        def send(values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
            return self._send(kind, values, files)

        return send

    def _send(self, kind: str, values: JsonObject, files: Mapping[str, Upload]) -> JsonObject:
        chat = self.world.chat(values.get("chat_id"))
        content = timed_content(self.world.files, kind, str(values[kind]), files)
        words = {} if kind in _WITHOUT_CAPTION else caption(values)
        if kind in _RECORDED:
            chat.admit_recordings()
        return Sending(self.world).place(chat, {**content, **words}, values)
