"""What tells who asks reaches no row that is queued, and no other kind of content does (P10, P11, T74)."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.chat import Chatter
from tests.handlers.tickets.lawyers import asks, lawyers_town, queued, write

PERSON = {"id": 778899, "is_bot": False, "first_name": "КАНАРЕЙКА", "username": "canary_name"}


def entity(kind: str, **fields: Any) -> list[dict[str, Any]]:
    return [{"type": kind, "offset": 0, "length": 4, **fields}]


CANARIES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "text mention": ("Иван поможет", entity("text_mention", user=PERSON)),
    "custom emoji": ("🦜🦜 вопрос", entity("custom_emoji", custom_emoji_id="5368324170671202286")),
    "hidden link": ("Иван поможет", entity("text_link", url="tg://user?id=778899")),
    "hidden t.me": ("Иван поможет", entity("text_link", url="https://t.me/canary_name")),
    "bare link": ("пишите t.me/canary_name", []),
    "tg link": ("пишите tg://user?id=778899", []),
}

OTHER_KINDS: dict[str, Callable[[Chatter], Any]] = {
    "photo": lambda anna: anna.person.sends_photo(caption="мой вопрос"),
    "document": lambda anna: anna.person.sends_document(),
    "voice": lambda anna: anna.person.sends_voice(),
    "contact": lambda anna: anna.person.sends_contact("+1700055501"),
    "location": lambda anna: anna.person.sends_location(),
    "video": lambda anna: anna.person.sends_file("video"),
    "audio": lambda anna: anna.person.sends_file("audio"),
    "animation": lambda anna: anna.person.sends_file("animation"),
    "video note": lambda anna: anna.person.sends_file("video_note"),
    "sticker": lambda anna: anna.person.sends_sticker(),
    "dice": lambda anna: anna.person.sends("", dice={"emoji": "🎲", "value": 6}),
    "venue": lambda anna: anna.person.sends(
        "", venue={"location": {"latitude": 1, "longitude": 2}, "title": "x", "address": "y"}
    ),
}


@pytest.mark.parametrize("name", CANARIES)
async def test_t74_it_is_not_taken_the_place_is_named_and_the_draft_goes_on(name: str) -> None:
    text, entities = CANARIES[name]
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        bad = await anna.sends(text, entities=entities)
        anna.sees("не взято", "• ")
        anna.sees_not("Отправить")
        assert t.query("SELECT step FROM draft WHERE step LIKE 'check%'") == []
        anna.person.edits(bad, "Кто поможет?")
        await t.settle()
        anna.sees("уйдёт это сообщение")
        await anna.taps("Отправить")
        assert [row[3] for row in queued(t)] == [bad]


async def test_t74_what_is_not_accepted_beside_good_text_leaves_the_good_text() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        good = await anna.sends("Сколько ждать?")
        await anna.sends("tg://user?id=778899 <b>&")
        anna.sees("не взято", "tg://user?id=778899", "уйдёт это сообщение")
        await anna.taps("Отправить")
        assert [row[3] for row in queued(t)] == [good]


async def test_t74_an_edit_in_the_draft_is_looked_at_anew() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        question = await anna.sends("Сколько ждать?")
        card = anna.last["message_id"]
        anna.person.edits(question, "Сколько ждать? t.me/canary_name")
        await t.settle()
        anna.sees("не взято")
        await anna.taps("Отправить", card)
        assert queued(t) == []
        anna.person.edits(question, "Сколько ждать? @canary_name")
        await t.settle()
        anna.sees("вас можно узнать", "Telegram: @canary_name", "Отправить")
        await anna.taps("Отправить")
        assert len(queued(t)) == 1


async def test_edits_of_what_stood_there_before_the_draft_are_no_question() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        before = await anna.sends("сколько ждать разрешения на работу")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        answers = len(anna.from_bot)
        anna.person.edits(before, "сколько ждать интервью")
        await t.settle()
        assert len(anna.from_bot) == answers
        assert t.query("SELECT step FROM draft WHERE step LIKE 'check%'") == []


@pytest.mark.parametrize("kind", OTHER_KINDS)
async def test_t74_other_content_is_refused_and_the_draft_goes_on(kind: str) -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        draft = t.query("SELECT step FROM draft")
        OTHER_KINDS[kind](anna)
        await t.settle()
        anna.sees_not("Отправить")
        assert t.query("SELECT step FROM draft") == draft
        good = await anna.sends("Сколько ждать?")
        await anna.taps("Отправить")
        assert [row[3] for row in queued(t)] == [good]


async def test_a_forwarded_text_is_taken() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "КАНАРЕЙКА", "date": 1_700_000_000}
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        good = await anna.sends("Сколько ждать?", forward_origin=origin)
        await anna.taps("Отправить")
        assert [row[3] for row in queued(t)] == [good]


async def test_t74_an_edit_after_the_sending_that_tells_who_asks_takes_the_copy_back() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (question,) = await asks(anna, "Сколько ждать?")
        await write(t, "UPDATE ticket_message SET state = 'sent', copy = 55")
        anna.person.edits(question, "Сколько ждать? t.me/canary_name")
        await t.settle()
        anna.sees("может показать юристам, кто вы", "Telegram: t.me/canary_name")
        assert t.query("SELECT message FROM ticket_removal") == [(55,)]
        assert t.query("SELECT state, copy FROM ticket_message") == [("failed", None)]
        anna.person.edits(question, "Сколько ждать интервью?")
        await t.settle()
        anna.sees("снова передаётся юристам")
        assert t.query("SELECT state, copy FROM ticket_message") == [("due", None)]


async def test_a_harmless_edit_follows_and_nothing_is_said() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (question,) = await asks(anna, "Сколько ждать?")
        answers = len(anna.from_bot)
        anna.person.edits(question, "Сколько ждать интервью?")
        await t.settle()
        assert t.query("SELECT state FROM ticket_message") == [("due",)]
        await write(t, "UPDATE ticket_message SET state = 'sent', copy = 55")
        anna.person.edits(question, "Сколько ждать собеседования?")
        await t.settle()
        assert t.query("SELECT state, copy FROM ticket_message") == [("edited", 55)]
        assert len(anna.from_bot) == answers


async def test_an_edit_of_a_closed_question_says_that_it_cannot() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (question,) = await asks(anna, "Сколько ждать?")
        await write(t, "UPDATE ticket_message SET state = 'sent', copy = 55", "UPDATE ticket SET state = 'closed'")
        for text in ("Сколько ждать суда?", "t.me/canary_name"):
            anna.person.edits(question, text)
            await t.settle()
            anna.sees("исправление юристам не передать")
        assert t.query("SELECT count(*) FROM ticket_removal") == [(0,)]


async def test_t74_a_text_edited_into_a_photo_is_taken_out_of_the_draft_and_back_from_the_group() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        question = await anna.sends("Сколько ждать?")
        edited_into_a_photo(anna, question)
        await t.settle()
        anna.sees("не взято", "это не текст")
        assert t.query("SELECT step FROM draft WHERE step LIKE 'check%'") == []
        again = await anna.sends("Сколько ждать?")
        await anna.taps("Отправить")
        edited_into_a_photo(anna, again)
        await t.settle()
        anna.sees("может показать юристам, кто вы", "это не текст")
        assert t.query("SELECT state FROM ticket_message") == [("failed",)]


def edited_into_a_photo(anna: Chatter, number: int) -> None:
    """Exchange a text for a photo, as Telegram's apps can."""
    message = {**anna.person.log[number], "edit_date": int(anna.town.clock.now().timestamp())}
    del message["text"]
    size = {"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}
    anna.person.world.updates.add("edited_message", {**message, "photo": [size], "caption": "t.me/canary_name"})


async def test_a_text_of_nothing_but_names_is_answered_in_one_message() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends(" ".join(f"@canary_{number}" for number in range(300)))
        anna.sees("@canary_0", "Отправить")
        await anna.sends(" ".join(f"t.me/canary_{number}" for number in range(200)))
        anna.sees("не взято", "t.me/canary_0")
