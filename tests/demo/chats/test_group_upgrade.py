"""A basic group that becomes a supergroup: what Telegram refuses under the old id, and what it does not."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError, TelegramMigrateToChat

from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram

OLD, NEW = -4012345678, -1001234567890
WORDS = "Bad Request: group chat was upgraded to a supergroup chat"


@pytest.fixture
def friends(telegram: Telegram) -> Group:
    return telegram.group(OLD, "Друзья", basic=True)


async def test_a_send_to_the_old_number_is_refused_with_the_new_one(
    bot: Bot, telegram: Telegram, anna: Person, friends: Group
) -> None:
    await bot.send_message(OLD, "before")
    new = friends.upgrades(anna.user, NEW)
    for call in (bot.send_message(OLD, "x"), bot.send_chat_action(OLD, "typing"), bot.copy_message(OLD, 7, 1)):
        with pytest.raises(TelegramMigrateToChat) as refusal:
            await call
        assert refusal.value.migrate_to_chat_id == NEW
    entry = telegram.ledger.entries[-1]
    assert (entry.status, entry.description, entry.accepted) == (400, WORDS, False)
    assert (await bot.send_message(NEW, "after")).chat.type == "supergroup"
    assert [message.get("text") for message in new.messages] == [None, "after"]
    assert new is telegram.group(NEW, "Друзья")


async def test_the_body_is_telegrams(telegram: Telegram, anna: Person, friends: Group) -> None:
    friends.upgrades(anna.user, NEW)
    reply = await telegram.call("sendMessage", {"chat_id": OLD, "text": "x"})
    assert reply.body == {
        "ok": False,
        "error_code": 400,
        "description": WORDS,
        "parameters": {"migrate_to_chat_id": NEW},
    }


async def test_old_messages_may_still_be_read_and_edited(in_process: Bot, anna: Person, friends: Group) -> None:
    sent = await in_process.send_message(OLD, "before")
    friends.removes_bot(anna.user)
    friends.upgrades(anna.user, NEW)
    assert (await in_process.get_chat(OLD)).type == "group"
    await in_process.edit_message_text("edited", chat_id=OLD, message_id=sent.message_id)
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the supergroup chat"):
        await in_process.send_message(NEW, "x")


async def test_the_bot_is_told_in_both_chats(in_process: Bot, anna: Person, friends: Group) -> None:
    friends.upgrades(anna.user, NEW)
    told = [
        update.message for update in await in_process.get_updates() if update.message and update.message.chat.id < 0
    ]
    assert [(each.chat.id, each.migrate_to_chat_id, each.migrate_from_chat_id) for each in told] == [
        (OLD, NEW, None),
        (NEW, None, OLD),
    ]


async def test_who_is_no_member_is_told_nothing(in_process: Bot, anna: Person, friends: Group) -> None:
    friends.bot_is_member = False
    friends.upgrades(anna.user, NEW)
    assert [update for update in await in_process.get_updates() if update.message and update.message.chat.id < 0] == []


async def test_a_basic_group_is_upgraded_once_and_a_supergroup_never(
    in_process: Bot, telegram: Telegram, anna: Person, friends: Group
) -> None:
    friends.removes_bot(anna.user)
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the group chat"):
        await in_process.send_message(OLD, "x")
    new = friends.upgrades(anna.user, NEW)
    for group in (friends, new):
        with pytest.raises(ValueError, match="only once"):
            group.upgrades(anna.user, NEW - 1)
