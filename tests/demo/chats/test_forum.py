"""The topics of a forum: who makes and closes them, where a message stands, and what is left when they are gone."""

from collections.abc import Callable

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReplyParameters

from bot.demo.chats.forum import Forum
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram

CHAT = -1001234567890
OWNER = {"id": 70, "is_bot": False, "first_name": "Хозяйка"}
ICON = "5368324170671202286"


@pytest.fixture
def lawyers(telegram: Telegram) -> Group:
    group = telegram.group(CHAT, "Юристы", forum=True)
    group.joins(OWNER, owner=True)
    group.promotes_bot(OWNER, {"can_manage_topics", "can_delete_messages"})
    return group


async def told(bot: Bot) -> list[str]:
    """Which service messages about topics the bot got."""
    messages = [update.message for update in await bot.get_updates() if update.message]
    return [name for message in messages for name in message.model_fields_set if name.startswith("forum_topic")]


async def refused(call: Callable[[], object]) -> str:
    with pytest.raises(TelegramBadRequest) as refusal:
        await call()  # type: ignore[misc]  # every call here is of the bot's
    return refusal.value.message.removeprefix("Bad Request: ")


async def test_a_topic_from_its_making_to_its_end(bot: Bot, lawyers: Group) -> None:
    topic = await bot.create_forum_topic(CHAT, " Клён-417 ", icon_color=9367192)
    number = topic.message_thread_id
    assert (topic.name, topic.icon_color, number) == ("Клён-417", 9367192, 2)
    assert await bot.edit_forum_topic(CHAT, number, name="Клён-417 ✓")
    assert await bot.edit_forum_topic(CHAT, number, icon_custom_emoji_id=ICON)
    assert await bot.edit_forum_topic(CHAT, number)
    assert await bot.close_forum_topic(CHAT, number)
    assert await bot.reopen_forum_topic(CHAT, number)
    assert await told(bot) == [
        *("forum_topic_created", "forum_topic_edited", "forum_topic_edited"),
        *("forum_topic_closed", "forum_topic_reopened"),
    ]
    assert (lawyers.topics[number].name, lawyers.topics[number].icon) == ("Клён-417 ✓", ICON)
    assert await bot.delete_forum_topic(CHAT, number)
    assert (lawyers.topics, lawyers.in_topic(number)) == ({}, [])


async def test_what_changes_nothing_is_refused(bot: Bot, lawyers: Group) -> None:
    number = (await bot.create_forum_topic(CHAT, "x", icon_custom_emoji_id=ICON)).message_thread_id
    same = (
        lambda: bot.edit_forum_topic(CHAT, number, name="x"),
        lambda: bot.edit_forum_topic(CHAT, number, icon_custom_emoji_id=ICON),
        lambda: bot.reopen_forum_topic(CHAT, number),
    )
    assert {await refused(each) for each in same} == {"TOPIC_NOT_MODIFIED"}


async def test_names_have_one_to_128_characters(in_process: Bot, lawyers: Group) -> None:
    assert (await in_process.create_forum_topic(CHAT, "я" * 128)).name == "я" * 128
    assert await refused(lambda: in_process.create_forum_topic(CHAT, "я" * 129)) == "TOPIC_TITLE_INVALID"
    assert await refused(lambda: in_process.create_forum_topic(CHAT, " ")) == "title must be non-empty"
    assert await refused(lambda: in_process.edit_forum_topic(CHAT, 2, name="я" * 129)) == "TOPIC_TITLE_INVALID"
    assert await refused(lambda: in_process.create_forum_topic(CHAT, "x", icon_color=1)) == "TOPIC_ICON_COLOR_INVALID"


async def test_rights(bot: Bot, lawyers: Group) -> None:
    own = (await bot.create_forum_topic(CHAT, "x")).message_thread_id
    theirs = lawyers.starts_topic(OWNER, "y").id
    lawyers.promotes_bot(OWNER, {"can_pin_messages"})
    assert await refused(lambda: bot.create_forum_topic(CHAT, "z")) == "not enough rights to create a topic"
    assert await bot.close_forum_topic(CHAT, own)
    for call in (
        lambda: bot.edit_forum_topic(CHAT, theirs, name="z"),
        lambda: bot.close_forum_topic(CHAT, theirs),
        lambda: bot.reopen_forum_topic(CHAT, theirs),
        lambda: bot.delete_forum_topic(CHAT, own),
    ):
        assert (await refused(call)).startswith("not enough rights to ")
    lawyers.demotes_bot(OWNER)
    assert (await refused(lambda: bot.reopen_forum_topic(CHAT, own))).startswith("not enough rights to ")


async def test_topics_that_are_not_there(bot: Bot, telegram: Telegram, lawyers: Group) -> None:
    number = (await bot.create_forum_topic(CHAT, "x")).message_thread_id
    lawyers.deletes_topic(number)
    for gone in (number, 77, 1):
        assert await refused(lambda gone=gone: bot.close_forum_topic(CHAT, gone)) == "TOPIC_ID_INVALID"  # type: ignore[misc]  # bound now
        words = await refused(lambda gone=gone: bot.send_message(CHAT, "x", message_thread_id=gone))  # type: ignore[misc]  # bound now
        assert words == "message thread not found"
    assert (await refused(lambda: bot.close_forum_topic(CHAT, -1))).startswith("invalid message thread identifier")
    lawyers.deleted_topic_refusal = "TOPIC_DELETED"
    assert await refused(lambda: bot.send_message(CHAT, "x", message_thread_id=number)) == "TOPIC_DELETED"
    telegram.group(-1009, "без тем")
    assert await refused(lambda: bot.create_forum_topic(-1009, "x")) == "the chat is not a forum"
    assert await refused(lambda: bot.send_message(-1009, "x", message_thread_id=2)) == "message thread not found"
    assert await refused(lambda: bot.send_message(7, "x", message_thread_id=2)) in (
        "message thread not found",
        "chat not found",
    )


async def test_the_bot_hears_nothing_of_a_deleted_topic(in_process: Bot, lawyers: Group) -> None:
    topic = lawyers.starts_topic(OWNER, "x")
    seen = len(await in_process.get_updates())
    lawyers.deletes_topic(topic.id)
    lawyers.shuts_forum()
    lawyers.opens_forum()
    assert len(await in_process.get_updates()) in (1, seen)


async def test_where_a_message_stands(in_process: Bot, anna: Person, lawyers: Group) -> None:
    number = (await in_process.create_forum_topic(CHAT, "x")).message_thread_id
    sent = await in_process.send_message(CHAT, "вопрос", message_thread_id=number)
    assert (sent.message_thread_id, sent.is_topic_message) == (number, True)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.forum_topic_created is not None
    unbound = anna.sends("просто так", group=lawyers, topic=number)
    assert unbound["reply_to_message"]["message_id"] == number
    bound = anna.sends("ответ", group=lawyers, reply_to=sent.message_id)
    assert (bound["message_thread_id"], bound["is_topic_message"]) == (number, True)
    assert bound["reply_to_message"]["message_id"] == sent.message_id
    assert "reply_to_message" not in bound["reply_to_message"]
    general = anna.sends("в General", group=lawyers)
    assert not general.keys() & {"message_thread_id", "is_topic_message", "reply_to_message"}
    again = await in_process.send_message(CHAT, "x", reply_parameters=ReplyParameters(message_id=bound["message_id"]))
    assert (again.message_thread_id, again.is_topic_message) == (number, True)
    across = anna.sends("оттуда", group=lawyers, topic=number, reply_to=general["message_id"])
    assert across["external_reply"]["message_id"] == general["message_id"]
    assert across["reply_to_message"]["message_id"] == number
    assert [each["message_id"] for each in lawyers.in_topic(number)] == [
        *(number, sent.message_id, unbound["message_id"], bound["message_id"]),
        *(again.message_id, across["message_id"]),
    ]


async def test_a_reply_outside_of_topics_has_a_thread_that_is_no_topic(
    in_process: Bot, anna: Person, lawyers: Group
) -> None:
    asked = (await in_process.send_message(CHAT, "вопрос")).message_id
    answer = anna.sends("ответ", group=lawyers, reply_to=asked)
    more = anna.sends("ещё", group=lawyers, reply_to=answer["message_id"])
    assert (more["message_thread_id"], more.get("is_topic_message")) == (asked, None)
    words = await refused(lambda: in_process.send_message(CHAT, "x", message_thread_id=asked))
    assert words == "message thread not found"


async def test_into_a_closed_topic_only_administrators_write(in_process: Bot, anna: Person, lawyers: Group) -> None:
    topic = lawyers.starts_topic(OWNER, "x")
    lawyers.closes_topic(OWNER, topic.id)
    await in_process.send_message(CHAT, "может", message_thread_id=topic.id)
    lawyers.promotes_bot(OWNER, ())
    words = await refused(lambda: in_process.send_message(CHAT, "x", message_thread_id=topic.id))
    assert words == "TOPIC_CLOSED"
    with pytest.raises(ValueError, match="closed topic"):
        anna.sends("x", group=lawyers, topic=topic.id)
    lawyers.joins(anna.user, {"can_manage_topics"})
    anna.sends("ответ", group=lawyers, reply_to=topic.id)
    anna.sends("от имени группы", group=lawyers, topic=topic.id, anonymous=True)
    with pytest.raises(LookupError, match="no topic 77"):
        anna.sends("x", group=lawyers, topic=77)


async def test_a_topics_first_message_stays_while_the_topic_does(in_process: Bot, lawyers: Group) -> None:
    number = (await in_process.create_forum_topic(CHAT, "x")).message_thread_id
    words = await refused(lambda: in_process.delete_message(CHAT, number))
    assert words == "message can't be deleted"


async def test_topics_are_switched_off_and_on(in_process: Bot, anna: Person, lawyers: Group) -> None:
    number = (await in_process.create_forum_topic(CHAT, "x")).message_thread_id
    sent = await in_process.send_message(CHAT, "вопрос", message_thread_id=number)
    lawyers.shuts_forum()
    assert (await in_process.get_chat(CHAT)).is_forum is None
    for _ in range(2):
        words = await refused(lambda: in_process.send_message(CHAT, "x", message_thread_id=number))
        assert words == "message thread not found"
        lawyers.opens_forum()
    answer = anna.sends("ответ", group=lawyers, reply_to=sent.message_id)
    assert answer["reply_to_message"]["text"] == "вопрос"
    assert "is_topic_message" not in answer
    with pytest.raises(ValueError, match="only a forum"):
        lawyers.shuts_forum()
        lawyers.starts_topic(OWNER, "x")


async def test_in_privacy_mode_a_message_in_the_bots_topic_is_no_reply_to_it(
    in_process: Bot, anna: Person, lawyers: Group
) -> None:
    number = (await in_process.create_forum_topic(CHAT, "x")).message_thread_id
    lawyers.demotes_bot(OWNER)
    asked = await in_process.send_message(CHAT, "вопрос", message_thread_id=number)
    anna.sends("болтовня", group=lawyers, topic=number)
    anna.sends("ответ", group=lawyers, reply_to=asked.message_id)
    heard = [update.message.text for update in await in_process.get_updates() if update.message]
    assert "болтовня" not in heard
    assert heard[-1] == "ответ"


def test_a_basic_group_has_no_topics(telegram: Telegram) -> None:
    basic = telegram.group(-5, "Юристы", basic=True)
    with pytest.raises(ValueError, match="only a supergroup"):
        basic.opens_forum()
    world = telegram.world
    with pytest.raises(TypeError, match="abstract"):
        Forum(world.updates, world.now, world.bot, basic.json)  # type: ignore[abstract]  # that is what is tried
