"""Reactions: which Telegram takes, from whom, and who hears of them."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReactionTypeCustomEmoji, ReactionTypeEmoji

from bot.demo.calls import Refusal
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.chats.reactions import EMOJI
from bot.demo.telegram import Telegram

CHAT = -1001234567890
OWNER = {"id": 70, "is_bot": False, "first_name": "Хозяйка"}


@pytest.fixture
def lawyers(telegram: Telegram) -> Group:
    return telegram.group(CHAT, "Юристы")


async def refused(bot: Bot, message_id: int, *emoji: str) -> str:
    with pytest.raises(TelegramBadRequest) as refusal:
        await bot.set_message_reaction(CHAT, message_id, [ReactionTypeEmoji(emoji=each) for each in emoji])
    return refusal.value.message.removeprefix("Bad Request: ")


async def test_eyes_and_then_a_thumb(bot: Bot, anna: Person, lawyers: Group) -> None:
    answer = anna.sends("ответ", group=lawyers)["message_id"]
    events: list[object] = []
    lawyers.listen(events.append)
    for emoji in ("👀", "👍", "👍"):
        await bot.set_message_reaction(CHAT, answer, [ReactionTypeEmoji(emoji=emoji)])
    assert lawyers.reactions.of(answer) == {bot.id: "👍"}
    assert events[0] == {"type": "reaction", "message_id": answer, "reactions": ["👀"]}
    await bot.set_message_reaction(CHAT, answer)
    assert lawyers.reactions.of(answer) == {}


async def test_what_is_refused(bot: Bot, anna: Person, lawyers: Group) -> None:
    answer = anna.sends("ответ", group=lawyers)["message_id"]
    service = lawyers.pins(anna.user, answer)["message_id"]
    assert await refused(bot, 99, "👍") == "message to react not found"
    assert await refused(bot, service, "👍") == "REACTION_INVALID"
    assert await refused(bot, answer, "✅") == "REACTION_INVALID"
    assert await refused(bot, answer, "❤️") == "REACTION_INVALID"
    assert await refused(bot, answer, "👍", "👀") == "REACTIONS_TOO_MANY"
    with pytest.raises(TelegramBadRequest, match="REACTION_INVALID"):
        await bot.set_message_reaction(CHAT, answer, [ReactionTypeCustomEmoji(custom_emoji_id="1")])
    lawyers.reactions.allowed = ("❤",)
    assert await refused(bot, answer, "👍") == "REACTION_INVALID"
    lawyers.reactions.allowed = ()
    assert await refused(bot, answer, "❤") == "REACTION_INVALID"
    assert lawyers.reactions.of(answer) == {}


async def test_one_message_has_eleven_kinds(anna: Person, lawyers: Group) -> None:
    answer = anna.sends("ответ", group=lawyers)["message_id"]
    for number, emoji in enumerate(EMOJI[:11]):
        lawyers.react(number, answer, [{"type": "emoji", "emoji": emoji}])
    with pytest.raises(Refusal, match="REACTIONS_TOO_MANY"):
        lawyers.react(99, answer, [{"type": "emoji", "emoji": EMOJI[11]}])
    lawyers.react(99, answer, [{"type": "emoji", "emoji": EMOJI[0]}])
    assert len(lawyers.reactions.of(answer)) == 12


async def test_an_album_is_one(in_process: Bot, anna: Person, lawyers: Group) -> None:
    first, second = (each["message_id"] for each in anna.sends_album(b"\xff\xd8\xff", b"\xff\xd8\xff", group=lawyers))
    await in_process.set_message_reaction(CHAT, second, [ReactionTypeEmoji(emoji="👍")])
    assert (lawyers.reactions.of(first), lawyers.reactions.of(second)) == ({in_process.id: "👍"}, {})
    anna.deletes(first, group=lawyers)
    assert lawyers.reactions.of(first) == {}
    await in_process.set_message_reaction(CHAT, second, [ReactionTypeEmoji(emoji="👍")])
    assert lawyers.reactions.of(second) == {in_process.id: "👍"}


async def test_who_hears_of_a_persons_reaction(in_process: Bot, anna: Person, lawyers: Group) -> None:
    await in_process.get_updates(allowed_updates=["message_reaction"])
    said = (await in_process.send_message(CHAT, "x")).message_id
    anna.reacts(said, "👍", group=lawyers)
    assert [update.message_reaction for update in await in_process.get_updates()] == [None]
    lawyers.promotes_bot(OWNER)
    anna.reacts(said, None, group=lawyers)
    (update,) = await in_process.get_updates(offset=-1)
    assert update.message_reaction is not None
    old, new = update.message_reaction.old_reaction, update.message_reaction.new_reaction
    assert ([getattr(each, "emoji", None) for each in old], new) == (["👍"], [])
    anna.reacts(anna.sends("/start")["message_id"], "👍")
