"""A user of Telegram: what a person can do (write, tap, block) and what this person sees."""

import re
import secrets
from functools import partial
from typing import Any

from bot.demo.calls import JsonObject, Upload, bad_request, forbidden
from bot.demo.chats.chat import Chat
from bot.demo.chats.file_objects import file_content, photo_size
from bot.demo.chats.group import Group
from bot.demo.chats.manner import Manner
from bot.demo.chats.profile import DEFAULT_SCOPE
from bot.demo.chats.world import World
from bot.demo.text.autolinks import find_links, merge_entities

START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Person(Chat):
    """A user and, at the same time, the private chat of this user with the bot: both have the same id.

    `started`: the person has written to the bot. `toasts`: answers to taps. `offers`: answers to inline queries.
    `forbids_recordings`: nobody may send this person voice or video messages.
    """

    def __init__(self, world: World, user_id: int, first_name: str, language_code: str | None) -> None:
        json = {"id": user_id, "type": "private", "first_name": first_name}
        super().__init__(world.updates, world.now, world.bot, json)
        self.world = world
        self.first_name = first_name
        self.language_code = language_code
        self.started = False
        self.blocked = False
        self.deactivated = False
        self.forbids_recordings = False
        self.toasts: list[JsonObject] = []
        self.offers: list[JsonObject] = []

    @property
    def user(self) -> JsonObject:
        """The person as the Bot API's User object."""
        user: JsonObject = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return {**user, "language_code": self.language_code} if self.language_code else user

    def sends(self, text: str, *, entities: list[JsonObject] | None = None, **fields: Any) -> JsonObject:
        """Write to the bot, or into a group. Returns the message; its update is queued.

        `entities`: offsets and lengths in UTF-16 units; links are found besides. `fields`: those of `Manner`, and more
        fields of the message.
        """
        text = text.strip()
        content: JsonObject = {"text": text} if text else {}
        found = merge_entities(entities or [], find_links(text))
        if found:
            content["entities"] = found
        manner = Manner.taken_from(fields)
        return self._speaks({**content, **fields}, manner)

    def starts(self, payload: str = "") -> JsonObject:
        """Press START, maybe behind a link with a payload. Returns the message.

        Raises ValueError for a payload that Telegram refuses (core.telegram.org/bots/features#deep-linking).
        """
        if payload and not START_PAYLOAD.fullmatch(payload):
            raise ValueError("a payload is 1-64 of A-Z a-z 0-9 _ -")
        return self.sends(f"/start {payload}".strip())

    def sends_photo(self, content: bytes = b"\xff\xd8\xff", *, caption: str | None = None, **fields: Any) -> JsonObject:
        """Send a photo. Returns the message, as the other `sends_…` do; `fields` as in `sends`."""
        stored = self.world.files.store("photo", Upload("photo.jpg", content, "image/jpeg"))
        return self._sends_media({"photo": [photo_size(stored)]}, caption, fields)

    def sends_album(
        self, *photos: bytes, caption: str | None = None, kind: str = "photo", **fields: Any
    ) -> list[JsonObject]:
        """Send photos, or files of another kind, as one album; the caption stands under the first. Returns them all."""
        album = {"media_group_id": str(secrets.randbelow(10**17)), **fields}
        send = self.sends_photo if kind == "photo" else partial(self.sends_file, kind)
        return [send(content, caption=None if number else caption, **album) for number, content in enumerate(photos)]

    def sends_document(
        self, name: str = "letter.pdf", content: bytes = b"%PDF-", *, caption: str | None = None, **fields: Any
    ) -> JsonObject:
        stored = self.world.files.store("document", Upload(name, content))
        document = {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_name": name,
            "mime_type": stored.mime,
            "file_size": len(content),
        }
        return self._sends_media({"document": document}, caption, fields)

    def sends_file(
        self, kind: str, content: bytes = b"x", name: str = "file", *, caption: str | None = None, **fields: Any
    ) -> JsonObject:
        """Send a video, animation, audio, voice, video_note or sticker."""
        stored = self.world.files.store(kind, Upload(name, content))
        return self._sends_media(file_content(kind, stored), caption, fields)

    def sends_voice(self, content: bytes = b"OggS", *, caption: str | None = None, **fields: Any) -> JsonObject:
        return self.sends_file("voice", content, "voice.ogg", caption=caption, **fields)

    def sends_sticker(self, emoji: str = "👍", **fields: Any) -> JsonObject:
        stored = self.world.files.store("sticker", Upload("sticker.webp", b"RIFF", "image/webp"))
        content = file_content("sticker", stored)
        content["sticker"]["emoji"] = emoji
        return self._sends_media(content, None, fields)

    def sends_contact(self, phone: str = "+10000000000", **fields: Any) -> JsonObject:
        contact = {"phone_number": phone, "first_name": self.first_name, "user_id": self.id}
        return self._sends_media({"contact": contact}, None, fields)

    def sends_location(self, latitude: float = 40.7, longitude: float = -74.0, **fields: Any) -> JsonObject:
        return self._sends_media({"location": {"latitude": latitude, "longitude": longitude}}, None, fields)

    def edits(self, message_id: int, text: str, *, group: Group | None = None) -> JsonObject:
        """Change the text of an own message, or its caption, and return it; the bot gets an `edited_message` update."""
        chat: Chat = group or self
        old = chat.log[message_id]
        words, marks = ("text", "entities") if "text" in old else ("caption", "caption_entities")
        message = {**old, words: text.strip(), "edit_date": int(self.world.now())}
        message.pop(marks, None)
        if found := find_links(message[words]):
            message[marks] = found
        chat.replace(message)
        if group is None or group.delivers(message):
            self.world.updates.add("edited_message", message)
        return message

    def reacts(self, message_id: int, emoji: str | None, *, group: Group | None = None) -> None:
        """Put an emoji under a message, or with None take it away.

        A bot that is an administrator gets an update, if it has asked for this kind.
        """
        chat: Chat = group or self
        before = chat.reactions.by(self.id, message_id)
        chat.react(self.id, message_id, _reactions(emoji))
        if group is not None and group.bot_rights is not None:
            change = {"old_reaction": _reactions(before), "new_reaction": _reactions(emoji), "user": self.user}
            at = {"chat": chat.json, "message_id": message_id, "date": int(self.world.now())}
            self.world.updates.add("message_reaction", {**at, **change})

    def deletes(self, *message_ids: int, group: Group | None = None) -> None:
        """Remove messages for everybody in the chat. Telegram sends the bot no update about it."""
        (group or self).remove(message_ids)

    def taps(self, message_id: int, data: str, *, group: Group | None = None) -> str:
        """Tap a button with this callback data. Returns the query's id.

        The button need not exist, because a changed app can send any data.
        """
        chat: Chat = group or self
        query_id = self.world.queries.open(partial(self._sees_toast, group))
        gone = {"chat": chat.json, "message_id": message_id, "date": 0}
        query = {
            "id": query_id,
            "from": self.user,
            "message": chat.log.get(message_id, gone),
            "chat_instance": str(chat.id * 7919),
            "data": data,
        }
        self.world.updates.add("callback_query", query)
        return query_id

    def press(self, label: str, message_id: int | None = None, *, group: Group | None = None) -> str:
        """Tap the newest inline button whose text contains the label. Returns the query's id.

        `message_id`: look in this message only. Raises LookupError with the visible labels when there is none.
        """
        chat: Chat = group or self
        messages = chat.messages if message_id is None else [chat.log[message_id]]
        visible: list[str] = []
        for message in reversed(messages):
            for button in buttons(message):
                visible.append(button["text"])
                if label in button["text"] and "callback_data" in button:
                    return self.taps(message["message_id"], button["callback_data"], group=group)
        raise LookupError(f"no button {label!r}; visible: {visible}")

    def asks_inline(self, query: str, offset: str = "") -> str:
        """Type an inline query behind the bot's name. Returns the query's id; the answer is added to `offers`."""
        query_id = self.world.queries.open(self._sees_offer)
        asked = {"id": query_id, "from": self.user, "query": query, "offset": offset, "chat_type": "private"}
        self.world.updates.add("inline_query", asked)
        return query_id

    def chooses(
        self, query_id: str, result_id: str, *, reply_to: int | None = None, group: Group | None = None
    ) -> JsonObject:
        """Send an offered result into a chat and return the message. Raises LookupError when none such was offered."""
        for offer in self.offers:
            if offer["inline_query_id"] == query_id and result_id in offer["contents"]:
                content = {"via_bot": self.world.bot, **offer["contents"][result_id]}
                return self._speaks(content, Manner(group=group, reply_to=reply_to))
        raise LookupError(f"no result {result_id!r} of the query {query_id!r}")

    def blocks(self) -> None:
        """Block the bot: it gets an update, and every later message to this person is refused (403)."""
        if not self.blocked:
            self.blocked = True
            self.tell_membership(self.user, self.bot_as("member"), self.bot_as("kicked"))

    def unblocks(self) -> None:
        """Unblock the bot: it gets an update. Without effect when the bot is not blocked."""
        if self.blocked:
            self.blocked = False
            self.tell_membership(self.user, self.bot_as("kicked"), self.bot_as("member"))

    def deactivate(self) -> None:
        """Delete the account. The bot gets no update; its next message is refused (403)."""
        self.deactivated = True

    def commands(self) -> list[JsonObject]:
        """The bot's commands in this person's menu: chat scope before private chats before the default."""
        scopes = [("chat", self.id, None), ("all_private_chats", None, None), DEFAULT_SCOPE]
        return self.world.profile.menu(scopes, self.language_code or "")

    def admit_bot(self) -> None:
        """Raise Telegram's refusal (403) for a deleted account, a blocked bot, or a person who never wrote to it."""
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")

    def admit_recordings(self) -> None:
        """Raise Telegram's refusal (400) when the person's settings forbid voice and video messages."""
        if self.forbids_recordings:
            raise bad_request("VOICE_MESSAGES_FORBIDDEN")

    def _sends_media(self, media: JsonObject, caption: str | None, fields: JsonObject) -> JsonObject:
        manner = Manner.taken_from(fields)
        if caption:
            media["caption"] = caption.strip()
            if found := find_links(media["caption"]):
                media["caption_entities"] = found
        return self._speaks({**media, **fields}, manner)

    def _speaks(self, content: JsonObject, manner: Manner) -> JsonObject:
        group = manner.group
        chat: Chat = group or self
        placed = manner.placed(chat, self.user)
        sender, more = manner.sender(self.user)
        if group is None:
            self.unblocks()
            self.started = True
        else:
            group.joins(self.user)
        message = chat.place(sender, {**content, **placed, **more})
        if group is None or group.delivers(message):
            self.world.updates.add("message", message)
        return message

    def _sees_toast(self, group: Group | None, answer: JsonObject) -> None:
        self.toasts.append(answer)
        toast = {
            "type": "toast",
            "text": answer["text"],
            "alert": answer["show_alert"],
            "callback_query_id": answer["callback_query_id"],
        }
        if group is not None:
            group.events.append(toast)
        self.tell(toast)

    def _sees_offer(self, answer: JsonObject) -> None:
        self.offers.append(answer)
        self.tell({"type": "offer", "inline_query_id": answer["inline_query_id"], "results": answer["results"]})


def buttons(message: JsonObject) -> list[JsonObject]:
    """The inline buttons of a message, row after row; without a keyboard none."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _reactions(emoji: str | None) -> list[JsonObject]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
