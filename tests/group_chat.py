"""A group for tests that read as chats: what stands in it, and the lawyers who write there.

async with town(prepare=lawyers_group, lawyer_chat_id=LAWYERS) as t:
    group = t.group()
    vera = group.lawyer("Вера")
    await vera.replies("Клён-417", "Подайте форму I-589.")
    assert group.reactions("I-589") == ["👍"]
"""

from collections.abc import Awaitable, Callable, Collection
from functools import partial
from typing import Any

from bot.demo.calls import JsonObject
from bot.demo.chats.group import Group
from bot.demo.chats.members import ADMIN_RIGHTS
from bot.demo.chats.person import Person, buttons
from bot.demo.telegram import Telegram

LAWYERS = -1001000000777
"""The group's id where a test names no other, for ``town(lawyer_chat_id=LAWYERS)``."""

TITLE = "Юристы"
FIRST_LAWYER = 7001
OWNER = {"id": 7000, "is_bot": False, "first_name": "Хозяйка"}

Settle = Callable[[], Awaitable[None]]
Which = JsonObject | int | str
"""A message: itself, its id, or words that stand in the newest one with them."""


def lawyers_group(
    telegram: Telegram,
    number: int = LAWYERS,
    *,
    basic: bool = False,
    forum: bool = False,
    rights: Collection[str] | None = ADMIN_RIGHTS,
) -> Group:
    """The group with its owner, and the bot with these rights; with None it is an ordinary member."""
    group = telegram.group(number, TITLE, basic=basic, forum=forum)
    if group.owner is None:
        group.joins(OWNER, owner=True)
        group.bot_rights = None if rights is None else frozenset(rights)
    return group


def words_of(message: JsonObject) -> str:
    """What a message says: its text or its caption."""
    return str(message.get("text") or message.get("caption") or "")


class GroupChat:
    """Looks at a group, and lets its owner act. ``group`` is the pretended Telegram's."""

    def __init__(self, telegram: Telegram, group: Group, settle: Settle) -> None:
        """Belong to a town, whose ``settle`` lets the bot do what is to be done."""
        self.telegram = telegram
        self.group = group
        self.settle = settle
        self._ids = iter(range(FIRST_LAWYER, FIRST_LAWYER + 900))

    @property
    def id(self) -> int:
        """The group's chat."""
        return self.group.id

    def lawyer(self, name: str = "Вера", *, admin: bool = False, language: str = "ru") -> "Lawyer":
        """Let somebody new join."""
        return self.welcomes(self.telegram.person(next(self._ids), name, language), admin=admin)

    def welcomes(self, person: Person, *, admin: bool = False) -> "Lawyer":
        """Let somebody join who is there already, as an administrator if asked."""
        self.group.joins(person.user, ADMIN_RIGHTS if admin else None)
        return Lawyer(self, person)

    async def lets(self, change: Callable[[], object]) -> None:
        """Change something about the group, and let the bot notice: ``await group.lets(group.group.shuts_forum)``."""
        change()
        await self.settle()

    @property
    def messages(self) -> list[JsonObject]:
        """Every message that stands in the group, oldest first."""
        return self.group.messages

    @property
    def from_bot(self) -> list[JsonObject]:
        """Every message of the bot that stands there; what Telegram says of topics is not among them."""
        return [each for each in self.messages if each["from"]["id"] == self.group.bot_id and _is_said(each)]

    @property
    def last(self) -> JsonObject:
        """The newest message of the bot."""
        return self.from_bot[-1]

    def find(self, which: Which) -> JsonObject:
        """The message meant. Fails with what stands there when no message has the words."""
        if isinstance(which, dict):
            return which
        if isinstance(which, int):
            return self.group.log[which]
        for message in reversed(self.messages):
            if which in words_of(message):
                return message
        raise AssertionError(f"{which!r} is not in:\n" + "\n".join(map(words_of, self.messages)))

    def sees(self, *texts: str, topic: int | None = None) -> None:
        """Find the texts in one message or another of the group, of one topic if asked, or on its buttons."""
        shown = self._shown(topic)
        for text in texts:
            assert text in shown, f"{text!r} is not in:\n{shown}"

    def sees_not(self, *texts: str, topic: int | None = None) -> None:
        """Find none of the texts there."""
        shown = self._shown(topic)
        for text in texts:
            assert text not in shown, f"{text!r} is in:\n{shown}"

    def got(self, text: str) -> int:
        """Count the bot's messages that contain the text."""
        return sum(text in words_of(message) for message in self.from_bot)

    def answers_to(self, which: Which) -> list[JsonObject]:
        """The messages that reply to this one, oldest first."""
        number = self.find(which)["message_id"]
        return [each for each in self.messages if each.get("reply_to_message", {}).get("message_id") == number]

    def reactions(self, which: Which) -> list[str]:
        """The emoji under a message."""
        return list(self.group.reactions.of(self.find(which)["message_id"]).values())

    @property
    def topics(self) -> dict[int, str]:
        """The names of the topics, by id; closed ones too."""
        return {number: topic.name for number, topic in self.group.topics.items()}

    def labels(self, which: Which) -> list[str]:
        """The buttons under a message."""
        return [str(button["text"]) for button in buttons(self.find(which))]

    def _shown(self, topic: int | None) -> str:
        messages = self.messages if topic is None else self.group.in_topic(topic)
        return "\n".join(
            [words_of(each) for each in messages] + [b["text"] for each in messages for b in buttons(each)]
        )


class Lawyer:
    """A member of a group. What is sent returns the message's id when the bot has done what was to be done."""

    def __init__(self, chat: GroupChat, person: Person) -> None:
        """Sit in a group."""
        self.chat = chat
        self.person = person

    @property
    def toasts(self) -> list[str]:
        """What was flashed in answer to taps."""
        return [str(toast.get("text") or "") for toast in self.person.toasts]

    async def says(self, text: str, **fields: Any) -> int:
        """Write into the group; ``fields`` as in ``Manner``."""
        return await self._sent(self.person.sends(text, group=self.chat.group, **fields))

    async def replies(self, to: Which, text: str, **fields: Any) -> int:
        """Write in reply to a message."""
        return await self._sent(self.person.sends(text, **self._replying(to), **fields))

    async def replies_with(self, to: Which, kind: str, *, caption: str | None = None, **fields: Any) -> int:
        """Send a file in reply: "photo", "document", or a kind of ``Person.sends_file``, as "voice"."""
        made: dict[str, Callable[..., JsonObject]] = {
            "photo": self.person.sends_photo,
            "document": self.person.sends_document,
        }
        send = made.get(kind, partial(self.person.sends_file, kind))
        return await self._sent(send(caption=caption, **self._replying(to), **fields))

    async def replies_with_album(self, to: Which, photos: int = 3, *, caption: str | None = None) -> list[int]:
        """Send photos in reply, as one album."""
        pictures = [b"\xff\xd8\xff" + bytes([number]) for number in range(photos)]
        sent = self.person.sends_album(*pictures, caption=caption, **self._replying(to))
        await self.chat.settle()
        return [int(message["message_id"]) for message in sent]

    async def edits(self, which: Which, text: str) -> None:
        """Change an own message."""
        self.person.edits(self.chat.find(which)["message_id"], text, group=self.chat.group)
        await self.chat.settle()

    async def deletes(self, which: Which) -> None:
        """Delete a message; the bot is told nothing."""
        self.person.deletes(self.chat.find(which)["message_id"], group=self.chat.group)
        await self.chat.settle()

    async def reacts(self, which: Which, emoji: str | None) -> None:
        """Put an emoji under a message, or take it away."""
        self.person.reacts(self.chat.find(which)["message_id"], emoji, group=self.chat.group)
        await self.chat.settle()

    async def pins(self, which: Which) -> None:
        """Pin a message."""
        self.chat.group.pins(self.person.user, self.chat.find(which)["message_id"])
        await self.chat.settle()

    async def renames_topic(self, topic: int, name: str) -> None:
        """Give a topic another name."""
        self.chat.group.edits_topic(self.person.user, topic, name)
        await self.chat.settle()

    async def closes_topic(self, topic: int, *, closed: bool = True) -> None:
        """Close a topic, or open it again."""
        self.chat.group.closes_topic(self.person.user, topic, closed=closed)
        await self.chat.settle()

    async def deletes_topic(self, topic: int) -> None:
        """Delete a topic with all its messages; the bot is told nothing."""
        self.chat.group.deletes_topic(topic)
        await self.chat.settle()

    async def taps(self, label: str, under: Which | None = None) -> None:
        """Tap the newest button that says so, of one message if asked."""
        number = None if under is None else self.chat.find(under)["message_id"]
        self.person.press(label, number, group=self.chat.group)
        await self.chat.settle()

    async def taps_data(self, data: str, under: Which) -> None:
        """Tap a button that need not exist: forged, or from an older version."""
        self.person.taps(self.chat.find(under)["message_id"], data, group=self.chat.group)
        await self.chat.settle()

    def _replying(self, to: Which) -> dict[str, Any]:
        return {"group": self.chat.group, "reply_to": self.chat.find(to)["message_id"]}

    async def _sent(self, message: JsonObject) -> int:
        await self.chat.settle()
        return int(message["message_id"])


def _is_said(message: JsonObject) -> bool:
    return not any(name.startswith("forum_topic") for name in message)
