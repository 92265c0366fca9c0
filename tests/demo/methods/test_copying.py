"""Copies of messages: what they keep, what they leave out, and which are refused."""

from collections.abc import Callable

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram

CHAT = -1001234567890
OWNER = {"id": 70, "is_bot": False, "first_name": "Хозяйка"}


@pytest.fixture
def lawyers(telegram: Telegram) -> Group:
    group = telegram.group(CHAT, "Юристы", forum=True)
    group.promotes_bot(OWNER)
    return group


async def refused(call: Callable[[], object]) -> str:
    with pytest.raises(TelegramBadRequest) as refusal:
        await call()  # type: ignore[misc]  # every call here is of the bot's
    return refusal.value.message.removeprefix("Bad Request: ")


async def test_a_copy_names_nobody_and_stands_in_its_topic(bot: Bot, anna: Person, lawyers: Group) -> None:
    number = (await bot.create_forum_topic(CHAT, "Клён-417")).message_thread_id
    header = (await bot.send_message(CHAT, "новый вопрос", message_thread_id=number)).message_id
    source = anna.sends_voice(caption="спрашиваю", forward_origin={"type": "user"})
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Беру", callback_data="t")]])
    copy = await bot.copy_message(
        CHAT,
        anna.id,
        source["message_id"],
        message_thread_id=number,
        reply_parameters=ReplyParameters(message_id=header),
        reply_markup=keyboard,
    )
    stands = lawyers.log[copy.message_id]
    assert (stands["caption"], stands["voice"], stands["message_thread_id"]) == ("спрашиваю", source["voice"], number)
    assert stands["reply_to_message"]["message_id"] == header
    assert stands["reply_markup"]["inline_keyboard"][0][0]["text"] == "Беру"
    assert not stands.keys() & {"forward_origin", "edit_date"}
    assert anna.first_name not in str(stands)


async def test_a_reply_to_nothing(bot: Bot, anna: Person, lawyers: Group) -> None:
    source = anna.sends("x")["message_id"]
    missing = ReplyParameters(message_id=99)
    words = await refused(lambda: bot.copy_message(CHAT, anna.id, source, reply_parameters=missing))
    assert words == "message to be replied not found"
    allowed = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    copy = await bot.copy_message(CHAT, anna.id, source, reply_parameters=allowed)
    assert "reply_to_message" not in lawyers.log[copy.message_id]
    elsewhere = ReplyParameters(message_id=99, chat_id=anna.id, allow_sending_without_reply=True)
    words = await refused(lambda: bot.copy_message(CHAT, anna.id, source, reply_parameters=elsewhere))
    assert words == "message to be replied not found"


async def test_what_telegram_wrote_itself_cannot_be_copied(bot: Bot, anna: Person, lawyers: Group) -> None:
    topic = lawyers.starts_topic(OWNER, "x")
    assert await refused(lambda: bot.copy_message(anna.id, CHAT, topic.id)) == "message can't be copied"
    assert await refused(lambda: bot.copy_message(anna.id, CHAT, 99)) == "message to copy not found"
    assert await refused(lambda: bot.copy_messages(anna.id, CHAT, [topic.id, 99])) == "there are no messages to copy"


async def test_albums_stay_together_and_in_order(bot: Bot, anna: Person, lawyers: Group) -> None:
    album = lawyers_album = anna.sends_album(b"\xff\xd8\xff1", b"\xff\xd8\xff2", b"\xff\xd8\xff3", caption="три")
    lone = anna.sends("после")
    ids = [message["message_id"] for message in (*album, lone)]
    copies = [lawyers.log[each.message_id] for each in await bot.copy_messages(CHAT, anna.id, [*ids, 99])]
    groups = [message.get("media_group_id") for message in copies]
    assert groups[0] == groups[1] == groups[2] != lawyers_album[0]["media_group_id"]
    assert [message.get("caption") for message in copies] == ["три", None, None, None]
    assert (groups[3], copies[3]["text"]) == (None, "после")
    assert [message["photo"] for message in copies[:3]] == [message["photo"] for message in album]
    bare = await bot.copy_messages(CHAT, anna.id, [ids[0], ids[3]], remove_caption=True)
    first = lawyers.log[bare[0].message_id]
    assert not first.keys() & {"caption", "media_group_id"}


async def test_the_list_of_ids(bot: Bot, anna: Person, lawyers: Group) -> None:
    for ids, words in {
        (): "message identifiers are not specified",
        tuple(range(1, 102)): "too many message identifiers specified",
        (0, 1): "invalid message identifier specified",
        (2, 1): "message identifiers must be in a strictly increasing order",
        (1, 1): "message identifiers must be in a strictly increasing order",
    }.items():
        assert await refused(lambda ids=ids: bot.copy_messages(CHAT, anna.id, list(ids))) == words  # type: ignore[misc]  # bound now


async def test_a_voice_for_somebody_who_takes_none(bot: Bot, anna: Person, lawyers: Group) -> None:
    anna.forbids_recordings = True
    answer = anna.sends_voice(group=lawyers)["message_id"]
    assert await refused(lambda: bot.copy_message(anna.id, CHAT, answer)) == "VOICE_MESSAGES_FORBIDDEN"
