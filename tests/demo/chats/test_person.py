"""What a person does (write, tap, block) and sees."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import InaccessibleMessage, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS, Clock


async def last_update(bot: Bot) -> Update:
    update: Update = (await bot.get_updates(offset=-1))[-1]
    return update


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=label.lower())] for label in labels]
    )


async def test_a_person_is_made_once(telegram: Telegram) -> None:
    anna = telegram.person(7, "Анна")
    assert telegram.person(7, "Another", "en") is anna
    assert (anna.id, anna.first_name, anna.language_code) == (7, "Анна", "ru")
    assert anna.user["language_code"] == "ru"
    assert "language_code" not in telegram.person(8, "X", None).user


async def test_writing_is_an_update(in_process: Bot, anna: Person, clock: Clock) -> None:
    clock.advance(3.7)
    written = anna.sends("  /faq и привет ")
    assert written["text"] == "/faq и привет"
    assert written["date"] == int(START_SECONDS) + 3
    assert written["entities"] == [{"type": "bot_command", "offset": 0, "length": 4}]
    message = (await last_update(in_process)).message
    assert message is not None
    assert message.from_user is not None
    assert (message.text, message.from_user.first_name, message.chat.type) == ("/faq и привет", "Анна", "private")
    assert anna.messages[-1] == written


async def test_hostile_fields_go_through(in_process: Bot, anna: Person) -> None:
    anna.sends("x", via_bot={"id": 5, "is_bot": True, "first_name": "Y"}, sender_chat={"id": -5, "type": "channel"})
    message = (await last_update(in_process)).message
    assert message is not None
    assert message.via_bot is not None
    assert message.sender_chat is not None
    assert (message.via_bot.id, message.sender_chat.id) == (5, -5)


async def test_replies_quote_one_level(anna: Person) -> None:
    first = anna.sends("one", reply_to=1)
    second = anna.sends("two", reply_to=first["message_id"])
    assert second["reply_to_message"]["text"] == "one"
    assert "reply_to_message" not in second["reply_to_message"]
    assert "reply_to_message" not in anna.sends("three", reply_to=99)


async def test_own_entities_stay_beside_found_ones(anna: Person) -> None:
    bold = {"type": "bold", "offset": 0, "length": 1}
    assert anna.sends("x /faq", entities=[bold])["entities"] == [
        bold,
        {"type": "bot_command", "offset": 2, "length": 4},
    ]


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "sticker", "contact", "location"])
async def test_other_content(in_process: Bot, anna: Person, kind: str) -> None:
    sent: dict[str, Any] = getattr(anna, f"sends_{kind}")()
    message = (await last_update(in_process)).message
    assert message is not None
    assert message.content_type == kind
    assert message.message_id == sent["message_id"]
    assert message.text is None


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
async def test_captions(anna: Person, kind: str) -> None:
    sent = getattr(anna, f"sends_{kind}")(caption=" /broadcast ", reply_to=1)
    assert sent["caption"] == "/broadcast"
    assert sent["caption_entities"][0]["type"] == "bot_command"
    assert sent["reply_to_message"]["message_id"] == 1
    plain = getattr(anna, f"sends_{kind}")(caption="x", media_group_id="5")
    assert "caption_entities" not in plain
    assert plain["media_group_id"] == "5"


async def test_editing(in_process: Bot, anna: Person, clock: Clock) -> None:
    sent = anna.sends("/faq")
    clock.advance(5)
    anna.edits(sent["message_id"], " другое ")
    edited = (await last_update(in_process)).edited_message
    assert edited is not None
    assert (edited.text, edited.entities, edited.edit_date) == ("другое", None, int(START_SECONDS) + 5)
    assert anna.edits(sent["message_id"], "/a")["entities"][0]["length"] == 2
    assert anna.messages[-1]["text"] == "/a"


async def test_deleting_tells_nobody(in_process: Bot, anna: Person, telegram: Telegram) -> None:
    waiting = len(telegram.world.updates)
    anna.deletes(1)
    assert anna.messages == []
    assert len(telegram.world.updates) == waiting


async def test_taps(in_process: Bot, anna: Person) -> None:
    await in_process.send_message(7, "x", reply_markup=keyboard("Да"))
    query_id = anna.taps(2, "forged")
    query = (await last_update(in_process)).callback_query
    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (query_id, "forged", 7)
    assert query.message is not None
    assert query.message.message_id == 2


async def test_taps_on_deleted_messages(in_process: Bot, anna: Person) -> None:
    anna.taps(99, "old")
    query = (await last_update(in_process)).callback_query
    assert query is not None
    assert isinstance(query.message, InaccessibleMessage)


async def test_pressing_finds_the_newest_button(in_process: Bot, anna: Person) -> None:
    await in_process.send_message(7, "old", reply_markup=keyboard("👍 Да", "Нет"))
    await in_process.send_message(7, "new", reply_markup=keyboard("Да!"))
    anna.press("Да")
    assert (await last_update(in_process)).callback_query.data == "да!"  # type: ignore[union-attr]  # a wrong kind fails the test too
    anna.press("Да", 2)
    assert (await last_update(in_process)).callback_query.data == "👍 да"  # type: ignore[union-attr]  # as above
    anna.press("Нет")
    with pytest.raises(LookupError, match=r"no button 'Может'; visible: \['Да!', '👍 Да', 'Нет'\]"):
        anna.press("Может")


async def test_link_buttons_cannot_be_pressed(in_process: Bot, anna: Person) -> None:
    button = InlineKeyboardButton(text="Сайт", url="https://x.org")
    await in_process.send_message(7, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    with pytest.raises(LookupError, match="Сайт"):
        anna.press("Сайт")


async def test_blocking_and_coming_back(in_process: Bot, anna: Person, telegram: Telegram) -> None:
    anna.blocks()
    left = (await last_update(in_process)).my_chat_member
    assert left is not None
    assert (left.old_chat_member.status, left.new_chat_member.status) == ("member", "kicked")
    waiting = len(telegram.world.updates)
    anna.blocks()
    assert len(telegram.world.updates) == waiting
    anna.unblocks()
    back = (await last_update(in_process)).my_chat_member
    assert back is not None
    assert (back.old_chat_member.status, back.new_chat_member.status) == ("kicked", "member")
    anna.unblocks()
    assert await in_process.send_message(7, "x")


async def test_writing_unblocks(in_process: Bot, anna: Person) -> None:
    anna.blocks()
    anna.sends("/start")
    first, second = (await in_process.get_updates(offset=-2))[-2:]
    assert first.my_chat_member is not None
    assert second.message is not None
    assert await in_process.send_message(7, "x")


async def test_events(in_process: Bot, anna: Person) -> None:
    events: list[dict[str, Any]] = []
    stop = anna.listen(events.append)
    sent = await in_process.send_message(7, "x")
    await in_process.edit_message_text("y", chat_id=7, message_id=sent.message_id)
    await in_process.delete_message(7, sent.message_id)
    query = anna.taps(1, "z")
    await in_process.answer_callback_query(query, "ok")
    assert [event["type"] for event in events] == ["message", "edit", "delete", "toast"]
    assert events[0]["message"]["text"] == "x"
    assert events[1]["message"]["text"] == "y"
    assert events[2]["message_ids"] == [sent.message_id]
    assert events[3] == {"type": "toast", "text": "ok", "alert": False, "callback_query_id": query}
    stop()
    stop()
    await in_process.send_message(7, "unheard")
    assert len(events) == 4


async def test_removing_nothing_is_no_event(anna: Person) -> None:
    events: list[dict[str, Any]] = []
    anna.listen(events.append)
    anna.deletes(99)
    assert events == []
