"""Methods that answer a tap, show an action, or return data about chats, files and the bot itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.chats.world import World
from bot.demo.text.utf16 import MAX_ANSWER_UNITS, units

_CHAT_ACTIONS = frozenset({
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
})  # fmt: skip
_NO_GIFTS_ACCEPTED = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


@dataclass(frozen=True)
class Talking:
    """answerCallbackQuery, sendChatAction, getChat, getMe, getFile, logOut, close.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {
            "answerCallbackQuery": self.answer,
            "sendChatAction": self.act,
            "getChat": self.chat,
            "getMe": self.me,
            "getFile": self.file,
            "logOut": self.done,
            "close": self.done,
        }

    def answer(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Answer a tap, once, with at most 200 UTF-16 units of text."""
        text = str(values.get("text", "")).strip()
        if units(text) > MAX_ANSWER_UNITS:
            raise bad_request("MESSAGE_TOO_LONG")
        query_id = values["callback_query_id"]
        tell = self.world.queries.close(query_id)
        tell({"callback_query_id": query_id, "text": text, "show_alert": bool(values.get("show_alert"))})
        return True

    def act(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Show what the bot is doing ("typing", …); an unknown action is refused."""
        chat = self.world.chat(values.get("chat_id"))
        if values["action"] not in _CHAT_ACTIONS:
            raise bad_request("wrong parameter action in request")
        chat.check_moved()
        chat.admit_bot()
        chat.tell({"type": "action", "action": values["action"]})
        return True

    def chat(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """A chat as a ChatFullInfo object."""
        chat = self.world.chat(values.get("chat_id"))
        if isinstance(chat, Person) and not chat.started:
            raise bad_request("chat not found")
        if isinstance(chat, Group):
            chat.admit_bot()
        allowed = chat.reactions.allowed
        shown = {} if allowed is None else {"available_reactions": [_emoji(each) for each in allowed]}
        return {
            **chat.json,
            **shown,
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": _NO_GIFTS_ACCEPTED,
        }

    def me(self, _values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """The bot as a User object."""
        yes = dict.fromkeys(("can_join_groups", "supports_inline_queries"), True)
        return {**self.world.bot, **yes, "can_read_all_group_messages": False}

    def file(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """A file as a File object; its size in bytes."""
        stored = self.world.files.find(values["file_id"])
        if stored is None:
            raise bad_request("invalid file_id")
        size = len(stored.upload.content)
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": size,
            "file_path": stored.path,
        }

    def done(self, _values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Succeed without an effect."""
        return True


def _emoji(reaction: str) -> JsonObject:
    return {"type": "emoji", "emoji": reaction}
