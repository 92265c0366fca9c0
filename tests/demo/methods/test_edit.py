"""Editing and deleting messages, over HTTP and in process."""

from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS, Clock
from tests.demo.methods.test_send import refusal

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DAY_SECONDS = 24 * 3600


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=label)] for label in labels]
    )


async def test_text_changes_in_place(bot: Bot, anna: Person, clock: Clock) -> None:
    sent = await bot.send_message(7, "one")
    after = anna.sends("later")
    clock.advance(60)
    edited = await bot.edit_message_text(
        "<b>two</b>", chat_id=7, message_id=sent.message_id, reply_markup=keyboard("a")
    )
    assert isinstance(edited, Message)
    assert (edited.text, edited.edit_date, edited.date) == ("two", int(START_SECONDS) + 60, sent.date)
    assert [message["message_id"] for message in anna.messages] == [1, sent.message_id, after["message_id"]]
    assert anna.messages[1]["text"] == "two"


async def test_a_keyboard_not_repeated_is_gone(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, "one", reply_markup=keyboard("a"))
    await bot.edit_message_text("two", chat_id=7, message_id=sent.message_id)
    assert "reply_markup" not in anna.messages[-1]


async def test_nothing_changed(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, "<b>x</b>", reply_markup=keyboard("a"))
    place: dict[str, Any] = {"chat_id": 7, "message_id": sent.message_id}
    assert await refusal(bot.edit_message_text(" <b>x</b>", **place, reply_markup=keyboard("a"))) == NOT_MODIFIED
    assert await refusal(bot.edit_message_reply_markup(**place, reply_markup=keyboard("a"))) == NOT_MODIFIED
    await bot.edit_message_text("x", **place, reply_markup=keyboard("a"))
    await bot.edit_message_text("x", **place, reply_markup=keyboard("b"))
    await bot.edit_message_reply_markup(**place)
    assert await refusal(bot.edit_message_reply_markup(**place)) == NOT_MODIFIED


async def test_keyboards_change_alone(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, "<b>x</b>", reply_markup=keyboard("a"))
    await bot.edit_message_reply_markup(chat_id=7, message_id=sent.message_id, reply_markup=keyboard("b"))
    assert anna.messages[-1]["entities"][0]["type"] == "bold"
    assert anna.press("b")


async def test_what_cannot_be_edited(bot: Bot, telegram: Telegram, anna: Person) -> None:
    theirs = anna.sends("mine")["message_id"]
    ours = (await bot.send_message(7, "x")).message_id
    file = (await bot.send_document(7, BufferedInputFile(b"x", "x.txt"))).message_id
    cases = [
        ("y", 99, "message to edit not found"),
        ("y", theirs, "message can't be edited"),
        ("y", file, "there is no text in the message to edit"),
        ("x" * 4097, ours, "MESSAGE_TOO_LONG"),
        ("", ours, "message text is empty"),
        (" ", ours, "message text is empty"),
        ("<q>", ours, 'can\'t parse entities: Unsupported start tag "q" at byte offset 0'),
    ]
    for text, message_id, complaint in cases:
        found = await refusal(bot.edit_message_text(text, chat_id=7, message_id=message_id))
        assert found == f"Bad Request: {complaint}"
    assert await refusal(bot.edit_message_text("y", chat_id=9, message_id=1)) == "Bad Request: chat not found"
    assert await refusal(bot.edit_message_text("y", chat_id=7)) == "Bad Request: message identifier is not specified"
    assert await refusal(bot.edit_message_text("y", message_id=1)) == "Bad Request: chat_id is empty"
    anna.blocks()
    found = await refusal(bot.edit_message_text("y", chat_id=7, message_id=ours))
    assert found == "Forbidden: bot was blocked by the user"


async def test_an_update_keeps_the_message_as_it_was_tapped(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, "one", reply_markup=keyboard("a"))
    anna.press("a")
    await bot.edit_message_text("two", chat_id=7, message_id=sent.message_id)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert query.message.text == "one"


async def test_deleting(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, "x")
    assert await bot.delete_message(7, sent.message_id) is True
    assert await bot.delete_message(7, 1) is True
    assert anna.messages == []
    assert await refusal(bot.delete_message(7, 1)) == "Bad Request: message to delete not found"
    assert await refusal(bot.delete_message(9, 1)) == "Bad Request: chat not found"
    assert (await bot.send_message(7, "y")).message_id == sent.message_id + 1


async def test_two_days_are_the_end(bot: Bot, anna: Person, clock: Clock) -> None:
    sent = await bot.send_message(7, "x")
    clock.advance(2 * DAY_SECONDS)
    young = (await bot.send_message(7, "y")).message_id
    assert await bot.delete_message(7, sent.message_id) is True
    clock.advance(2 * DAY_SECONDS + 1)
    assert await refusal(bot.delete_message(7, young)) == "Bad Request: message can't be deleted for everyone"
    assert await refusal(bot.delete_messages(7, [young])) == "Bad Request: message can't be deleted for everyone"


async def test_many_at_once(bot: Bot, anna: Person) -> None:
    for text in "abc":
        await bot.send_message(7, text)
    assert await bot.delete_messages(7, [2, 99, 4]) is True
    assert [message["message_id"] for message in anna.messages] == [1, 3]
    found = await refusal(bot.delete_messages(7, list(range(101))))
    assert found == "Bad Request: too many message identifiers specified"
    assert await refusal(bot.delete_messages(7, [3, 0])) == "Bad Request: invalid message identifier specified"
    assert await refusal(bot.delete_messages(7, [])) == "Bad Request: message identifiers are not specified"


async def test_others_messages_in_a_group(bot: Bot, telegram: Telegram, anna: Person) -> None:
    lawyers = telegram.group(-100500, "Юристы")
    written = anna.sends("/x", group=lawyers)["message_id"]
    assert await refusal(bot.delete_message(-100500, written)) == "Bad Request: message can't be deleted"
    own = await bot.send_message(-100500, "x")
    assert await bot.delete_message(-100500, own.message_id) is True


async def test_a_persons_dice_stays_for_a_day(bot: Bot, anna: Person, clock: Clock) -> None:
    dice = anna.sends("", dice={"emoji": "🎲", "value": 3})["message_id"]
    assert "can't be deleted" in await refusal(bot.delete_message(7, dice))
    clock.advance(DAY_SECONDS)
    assert await bot.delete_message(7, dice)
