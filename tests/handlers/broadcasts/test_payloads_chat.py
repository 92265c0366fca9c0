"""A3: what is previewed is what is delivered, byte for byte; no button but the one that confirms sends anything."""

import json
import random
from typing import Any

import pytest

from bot.demo.chats.person import buttons
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_albums_chat import album
from tests.handlers.broadcasts.test_media_chat import sends
from tests.handlers.broadcasts.test_misleading_chat import FORWARDED, composing
from tests.sizes import sample

LINES = "Запись — https://example.org/a\nСайт — https://example.org/b?x=1&y=<2>"
FORMATTED = "жирный ссылка код эмодзи 👍 цитата <b>&amp;"
ENTITIES = [
    {"type": "bold", "offset": 0, "length": 6},
    {"type": "text_link", "offset": 7, "length": 6, "url": "https://example.org/?a=1&b=<2>"},
    {"type": "pre", "offset": 14, "length": 3, "language": "python"},
    {"type": "custom_emoji", "offset": 25, "length": 2, "custom_emoji_id": "5368324170671202286"},
    {"type": "expandable_blockquote", "offset": 28, "length": 6},
]
HOW = ("chat_id", "disable_notification", "allow_paid_broadcast")
"""What of a call is no content."""


def text(admin: Chatter, words: str = "Привет, <мир> & {0} %s", **fields: Any) -> None:
    """Send a text."""
    admin.person.sends(words, **fields)


CONTENTS: dict[str, Any] = {
    "text": text,
    "formatted": lambda admin: text(admin, FORMATTED, entities=ENTITIES),
    "longest text": lambda admin: text(admin, "я" * 4096),
    "links in text": lambda admin: text(admin, "https://example.org/a?b=c&d=e и @channel #тег /команда"),
    "forwarded text": lambda admin: text(admin, forward_origin=FORWARDED),
    "photo": lambda admin: sends(admin.person, "photo"),
    "photo without words": lambda admin: sends(admin.person, "photo", None),
    "photo under a spoiler": lambda admin: sends(admin.person, "photo", has_media_spoiler=True),
    "photo below its caption": lambda admin: sends(admin.person, "photo", show_caption_above_media=True),
    "longest caption": lambda admin: sends(admin.person, "photo", "😀" * 512),
    "forwarded photo": lambda admin: sends(admin.person, "photo", forward_origin=FORWARDED),
    "video": lambda admin: sends(admin.person, "video"),
    "animation": lambda admin: sends(admin.person, "animation"),
    "audio": lambda admin: sends(admin.person, "audio"),
    "document": lambda admin: sends(admin.person, "document"),
    "voice": lambda admin: sends(admin.person, "voice"),
    "video note": lambda admin: sends(admin.person, "video_note"),
    "sticker": lambda admin: sends(admin.person, "sticker"),
    "album": lambda admin: album(admin, ("photo", "video") * 5, f"g{len(admin.person.messages)}"),
    "album of documents": lambda admin: album(admin, ("document",) * 2, f"g{len(admin.person.messages)}"),
}


def sent_to(t: Town, chat: int, since: int) -> list[bytes]:
    """The calls that sent a content to a chat, as bytes, without the chat and how it rings."""
    found = []
    for entry in t.telegram.ledger.entries[since:]:
        if entry.is_message and entry.chat_id == chat:
            content = {name: value for name, value in entry.params.items() if name not in HOW and value is not None}
            found.append(json.dumps([entry.method, content], sort_keys=True, default=str).encode())
    return found


@pytest.mark.parametrize("linked", [False, True], ids=["", "with buttons"])
@pytest.mark.parametrize("kind", CONTENTS)
async def test_a3_the_preview_is_the_delivery_byte_for_byte(kind: str, linked: bool) -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await composing(t)
        for _language in range(2):
            CONTENTS[kind](admin)
            await t.settle()
            await t.later(seconds=60)
        since = len(t.telegram.ledger.entries) if linked else 0
        if linked:
            await admin.taps("Кнопки-ссылки")
            await admin.sends(LINES)
            if "английским" in admin.text:
                await admin.sends(LINES)
            await t.later(seconds=1)
        before = sent_to(t, admin.id, since)
        start = len(t.telegram.ledger.entries)
        await admin.taps("Отправить 2")
        await t.later(seconds=10)
        russian, english = sent_to(t, anna.id, start), sent_to(t, john.id, start)
        assert russian
        assert english
        assert set(russian) | set(english) <= set(before)
        joined = b"".join(before)
        assert b"".join(russian) in joined
        assert b"".join(english) in joined


CONFIRMS = ("Отправить 1", "Отправить 2", "Send 1", "Send 2")
TYPED = (*CONTENTS.values(), lambda admin: text(admin, LINES), lambda admin: text(admin, "/broadcast"))


@pytest.mark.parametrize("seed", sample(range(12), 3, "every button"))
async def test_a3_every_button_but_the_one_that_confirms_sends_to_nobody(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a trial that can be repeated
    async with town() as t:
        people = [await t.subscriber(), await t.subscriber("John", "en")]
        admin = await composing(t)
        for _step in range(25):
            await _acts(t, admin, chance)
            await t.later(seconds=chance.choice((0, 1, 4)))
        await t.later(hours=3)
        assert [person.from_bot for person in people] == [[], []]
        assert t.query("SELECT count(*) FROM delivery") == [(0,)]


async def _acts(t: Town, admin: Chatter, chance: random.Random) -> None:
    """Send something, or tap any button of any message but one that confirms."""
    offered = [
        (message["message_id"], button["callback_data"])
        for message in admin.from_bot
        for button in buttons(message)
        if "callback_data" in button and not button["text"].startswith(CONFIRMS)
    ]
    if offered and chance.random() < 0.7:
        return await admin.taps_data(*reversed(chance.choice(offered)))
    chosen: Any = chance.choice(
        [*CONTENTS.values(), lambda each: text(each, LINES), lambda each: text(each, "/broadcast")]
    )
    chosen(admin)
    await t.settle()
    return None
