"""What the bot may do in a group, and what it hears: as a member, as an administrator, in a basic group."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberAdministrator, ChatMemberMember, ChatMemberOwner, Update

from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock

CHAT = -1001234567890
OTHER = -1009876543210
OWNER = {"id": 70, "is_bot": False, "first_name": "Хозяйка"}


@pytest.fixture
def lawyers(telegram: Telegram) -> Group:
    group = telegram.group(CHAT, "Юристы")
    group.joins(OWNER, owner=True)
    return group


async def heard(bot: Bot) -> list[Update]:
    """What came since the last time."""
    updates = await bot.get_updates()
    await bot.get_updates(offset=updates[-1].update_id + 1 if updates else None)
    return updates


def texts(updates: list[Update]) -> list[str | None]:
    said = [update.message or update.edited_message for update in updates]
    return [message.text for message in said if message and message.chat.id == CHAT]


async def test_promoted_and_demoted(bot: Bot, lawyers: Group) -> None:
    lawyers.promotes_bot(OWNER, {"can_manage_topics", "can_delete_messages"})
    lawyers.promotes_bot(OWNER, {"can_delete_messages"})
    lawyers.demotes_bot(OWNER)
    changes = [update.my_chat_member for update in await heard(bot) if update.my_chat_member]
    assert {change.from_user.id for change in changes} == {70}
    one, two, three = [(change.old_chat_member, change.new_chat_member) for change in changes]
    assert isinstance(one[0], ChatMemberMember)
    assert isinstance(one[1], ChatMemberAdministrator)
    assert (one[1].can_manage_topics, one[1].can_delete_messages, one[1].can_pin_messages) == (True, True, False)
    assert isinstance(two[1], ChatMemberAdministrator)
    assert (two[0], two[1].can_manage_topics, two[1].can_manage_chat) == (one[1], False, True)
    assert [type(member).__name__ for member in three] == ["ChatMemberAdministrator", "ChatMemberMember"]
    with pytest.raises(ValueError, match="can_do_magic"):
        lawyers.promotes_bot(OWNER, {"can_do_magic"})


async def test_members_and_administrators(bot: Bot, telegram: Telegram, anna: Person, lawyers: Group) -> None:
    assert [type(each) for each in await bot.get_chat_administrators(CHAT)] == [ChatMemberOwner]
    lawyers.joins(anna.user, {"can_pin_messages"})
    lawyers.promotes_bot(OWNER)
    owner, admin, robot = await bot.get_chat_administrators(CHAT)
    assert (owner.user.id, admin.user.id, robot.user.id) == (70, 7, bot.id)
    assert (await bot.get_chat_member(CHAT, bot.id)).status == "administrator"
    assert (await bot.get_chat_member(CHAT, 7)).status == "administrator"
    assert await bot.get_chat_member_count(CHAT) == 3
    lawyers.leaves(anna.user)
    assert (await bot.get_chat_member(CHAT, 7)).status == "left"
    telegram.person(8, "Вера").sends("я тут", group=lawyers)
    assert (await bot.get_chat_member(CHAT, 8)).status == "member"
    with pytest.raises(TelegramBadRequest, match="user not found"):
        await bot.get_chat_member(CHAT, 999)
    assert (await bot.get_chat_member(7, bot.id)).status == "member"
    for call in (bot.get_chat_member(7, 8), bot.get_chat_administrators(7), bot.leave_chat(7)):
        with pytest.raises(TelegramBadRequest):
            await call
    assert await bot.get_chat_member_count(7) == 2


async def test_what_is_said_of_the_chat(bot: Bot, lawyers: Group) -> None:
    lawyers.renames(OWNER, "Право")
    chat = await bot.get_chat(CHAT)
    assert (chat.title, chat.type, chat.is_forum, chat.available_reactions) == ("Право", "supergroup", None, None)
    lawyers.opens_forum()
    lawyers.reactions.allowed = ("👍",)
    chat = await bot.get_chat(CHAT)
    assert (chat.is_forum, [each.model_dump() for each in chat.available_reactions or ()]) == (
        True,
        [{"type": "emoji", "emoji": "👍"}],
    )


async def test_an_administrator_hears_all_and_a_member_what_is_meant_for_it(
    in_process: Bot, anna: Person, lawyers: Group
) -> None:
    def chatter() -> None:
        first = anna.sends("болтовня", group=lawyers)
        anna.edits(first["message_id"], "иначе", group=lawyers)
        anna.sends("/close@other_bot", group=lawyers)
        anna.sends("в имени группы", group=lawyers, anonymous=True)
        anna.sends("/close", group=lawyers)

    await heard(in_process)
    chatter()
    assert texts(await heard(in_process)) == ["/close"]
    lawyers.promotes_bot(OWNER, ())
    chatter()
    assert texts(await heard(in_process)) == ["болтовня", "иначе", "/close@other_bot", "в имени группы", "/close"]
    lawyers.demotes_bot(OWNER)
    lawyers.renames(OWNER, "Право")
    lawyers.pins(anna.user, 1)
    lawyers.leaves(anna.user)
    service = [update.message for update in await heard(in_process) if update.message]
    assert [(each.new_chat_title, each.pinned_message and each.pinned_message.message_id) for each in service] == [
        ("Право", None),
        (None, 1),
        (None, None),
    ]


async def test_an_anonymous_admin_is_the_group(in_process: Bot, anna: Person, lawyers: Group) -> None:
    asked = await in_process.send_message(CHAT, "вопрос")
    anna.sends("ответ", group=lawyers, reply_to=asked.message_id, anonymous=True)
    elsewhere = anna.sends("x", group=lawyers, external_reply_to=lawyers.messages[-1])
    assert elsewhere["external_reply"]["origin"]["type"] == "chat"
    message = (await in_process.get_updates(offset=-1))[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.username, message.sender_chat.id) == ("GroupAnonymousBot", CHAT)
    assert message.reply_to_message is not None
    assert "anna" not in str(message).lower()


async def test_deleting_needs_a_right_and_forty_eight_hours(
    bot: Bot, anna: Person, lawyers: Group, clock: Clock
) -> None:
    own = (await bot.send_message(CHAT, "x")).message_id
    theirs = anna.sends("x", group=lawyers)["message_id"]
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(CHAT, theirs)
    lawyers.promotes_bot(OWNER, {"can_manage_topics"})
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_messages(CHAT, [own, theirs])
    assert len(lawyers.messages) == 2
    lawyers.promotes_bot(OWNER, {"can_delete_messages"})
    old = anna.sends("x", group=lawyers)["message_id"]
    assert await bot.delete_messages(CHAT, [own, theirs])
    clock.advance(48 * 3600 + 1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await bot.delete_message(CHAT, old)


async def test_in_a_basic_group_an_administrator_may_delete(in_process: Bot, telegram: Telegram, anna: Person) -> None:
    basic = telegram.group(-5, "Юристы", basic=True)
    theirs = anna.sends("x", group=basic)["message_id"]
    basic.promotes_bot(OWNER, ())
    assert await in_process.delete_message(-5, theirs)


async def test_an_upgrade_keeps_members_and_rights(in_process: Bot, telegram: Telegram, anna: Person) -> None:
    basic = telegram.group(-5, "Юристы", basic=True)
    basic.joins(OWNER, owner=True)
    basic.promotes_bot(OWNER, {"can_delete_messages"})
    for _ in range(3):
        anna.sends("x", group=basic)
    new = basic.upgrades(OWNER, CHAT)
    assert [(each.user.id, each.status) for each in await in_process.get_chat_administrators(CHAT)] == [
        (70, "creator"),
        (in_process.id, "administrator"),
    ]
    assert set(new.people) == {70, 7}
    assert (await in_process.send_message(CHAT, "x")).message_id == 2


@pytest.mark.parametrize(("status", "words"), [("kicked", "was kicked from"), ("left", "is not a member of")])
async def test_removed_it_may_do_nothing(bot: Bot, anna: Person, lawyers: Group, status: str, words: str) -> None:
    lawyers.promotes_bot(OWNER)
    lawyers.removes_bot(OWNER, status)
    for call in (
        bot.get_chat(CHAT),
        bot.get_chat_member(CHAT, 70),
        bot.create_forum_topic(CHAT, "x"),
        bot.set_message_reaction(CHAT, 1),
        bot.copy_message(CHAT, anna.id, 1),
    ):
        with pytest.raises(TelegramAPIError, match=f"bot {words} the supergroup chat") as refusal:
            await call
        assert isinstance(refusal.value, TelegramForbiddenError)
    lawyers.adds_bot(OWNER)
    assert (await bot.get_chat_member(CHAT, bot.id)).status == "member"


async def test_it_leaves_itself(bot: Bot, lawyers: Group) -> None:
    assert await bot.leave_chat(CHAT)
    assert lawyers.bot_status == "left"
    change = (await heard(bot))[-1].my_chat_member
    assert change is not None
    assert change.from_user.id == bot.id


async def test_a_reply_with_a_quote_and_one_to_another_chat(
    in_process: Bot, telegram: Telegram, anna: Person, lawyers: Group
) -> None:
    asked = (await in_process.send_message(CHAT, "Можно ли 😀 работать?")).message_id
    answer = anna.sends("да", group=lawyers, reply_to=asked, quote="работать")
    assert answer["quote"] == {"text": "работать", "position": 12, "is_manual": True}
    elsewhere = anna.sends("чужое", group=telegram.group(OTHER, "Иные"))
    anna.sends("про то", group=lawyers, external_reply_to=elsewhere)
    private = anna.sends("личное")
    anna.sends("и про то", group=lawyers, external_reply_to=private)
    assert texts(await heard(in_process)) == ["да"]
    public, hidden = [message["external_reply"] for message in lawyers.messages[-2:]]
    assert (public["chat"]["id"], public["message_id"], public["origin"]["sender_user"]["id"]) == (OTHER, 1, 7)
    assert "chat" not in hidden
    with pytest.raises(TelegramAPIError, match="QUOTE_TEXT_INVALID"):
        await in_process.send_message(
            CHAT,
            "x",
            reply_parameters={"message_id": asked, "quote": "нет такого"},  # type: ignore[arg-type]  # aiogram takes the dict too
        )
    quoted = await in_process.send_message(
        CHAT,
        "x",
        reply_parameters={"message_id": 1, "chat_id": OTHER, "quote": "чуж"},  # type: ignore[arg-type]  # aiogram takes the dict too
    )
    assert quoted.external_reply is not None
    assert quoted.quote is not None
    assert quoted.quote.text == "чуж"
