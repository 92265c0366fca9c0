"""Methods that send the content of other messages without saying where it comes from."""

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World
from bot.demo.methods.media import MEDIA_KINDS, RECORDED
from bot.demo.methods.send import Sending, caption

MAX_COPIED_MESSAGES = 100
_NOT_COPIED = frozenset({
    *("message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup", "external_reply", "quote"),
    *("message_thread_id", "is_topic_message", "forward_origin", "via_bot", "sender_chat", "author_signature"),
    *("media_group_id", "has_protected_content"),
})  # fmt: skip
_CAPTION = frozenset({"caption", "caption_entities"})


@dataclass(frozen=True)
class Copying:
    """copyMessage and copyMessages.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {"copyMessage": self.copy, "copyMessages": self.copy_many}

    def copy(self, values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """Send the content of another message, maybe with another caption; returns only the new message's id."""
        chat = self.world.chat(values.get("chat_id"))
        original = self.world.chat(values.get("from_chat_id")).log.get(values["message_id"])
        if original is None:
            raise bad_request("message to copy not found")
        content = _content(original)
        if content is None:
            raise bad_request("message can't be copied")
        if "caption" in values and "text" not in content:
            content = {**_without_caption(content), **caption(values)}
        if content.keys() & RECORDED:
            chat.admit_recordings()
        return {"message_id": Sending(self.world).place(chat, content, values)["message_id"]}

    def copy_many(self, values: JsonObject, _files: Mapping[str, Upload]) -> list[JsonObject]:
        """Send the content of 1 to 100 messages in their order, albums as albums; returns the new messages' ids.

        Messages that are not there or cannot be copied are left out. Refuses (400) when none is left.
        """
        chat = self.world.chat(values.get("chat_id"))
        log = self.world.chat(values.get("from_chat_id")).log
        message_ids: list[int] = values["message_ids"]
        _check_ids(message_ids)
        originals = [log[message_id] for message_id in message_ids if message_id in log]
        copied = [(original, content) for original in originals if (content := _content(original)) is not None]
        if not copied:
            raise bad_request("there are no messages to copy")
        groups = Counter(original.get("media_group_id") for original, _ in copied)
        albums = {group: secrets.token_hex(8) for group, count in groups.items() if group and count > 1}
        kept = [
            {**(_without_caption(content) if values.get("remove_caption") else content), **_album(original, albums)}
            for original, content in copied
        ]
        sent = [Sending(self.world).place(chat, content, values) for content in kept]
        return [{"message_id": message["message_id"]} for message in sent]


def _check_ids(message_ids: list[int]) -> None:
    if not message_ids:
        raise bad_request("message identifiers are not specified")
    if len(message_ids) > MAX_COPIED_MESSAGES:
        raise bad_request("too many message identifiers specified")
    if any(message_id <= 0 for message_id in message_ids):
        raise bad_request("invalid message identifier specified")
    if any(earlier >= later for earlier, later in pairwise(message_ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")


def _content(original: JsonObject) -> JsonObject | None:
    """What a copy has of a message; None for one that cannot be copied, as those that Telegram writes itself."""
    content = {name: value for name, value in original.items() if name not in _NOT_COPIED}
    return content if content.keys() & MEDIA_KINDS or "text" in content else None


def _without_caption(content: JsonObject) -> JsonObject:
    return {name: value for name, value in content.items() if name not in _CAPTION}


def _album(original: JsonObject, albums: Mapping[str, str]) -> JsonObject:
    """The id of the new album; a message that stays alone of its album is in none."""
    group = str(original.get("media_group_id", ""))
    return {"media_group_id": albums[group]} if group in albums else {}
