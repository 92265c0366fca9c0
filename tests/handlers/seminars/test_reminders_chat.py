"""Reminders as they arrive: openly, discreetly, and opened late."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText
from aiogram.types import Message

from bot.core.content import Button, Content
from bot.core.subscribers.subscribers import Choice
from bot.handlers.ui.screens import edited
from tests.chat import ADMIN, Chatter, Town, town

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
START = 11.5
CARD = 1
"""The admin's message that shows a broadcast's progress; there is none here to edit."""

NEUTRAL = {"ru": ("Напоминание о встрече", "Открыть"), "en": ("Meeting reminder", "Open")}
LINK = Button("Сайт <&>", url="https://example.org/?a=1&b=2")
RUSSIAN = Content("Важно & точно", '[{"type":"bold","offset":0,"length":5}]', ((LINK,),))
ENGLISH = Content("Important <b>as typed</b>", "[]")


class Refusing(Message):
    """A message that Telegram does not let be edited."""

    why: str

    async def edit_text(self, text: str, **_: Any) -> bool:  # type: ignore[override]  # only the refusal matters
        raise TelegramBadRequest(EditMessageText(text=text), self.why)


def refusing(why: str) -> Message:
    """Such a message."""
    return Refusing.model_validate({"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "why": why})


async def discreet(place: Town, language: str = "ru") -> Chatter:
    """A subscriber over whose shoulder somebody looks."""
    anna = await place.subscriber("Анна", language)
    await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
    return anna


async def broadcast(place: Town, *, confirmed: bool = True) -> int:
    """A broadcast in both languages; returns its number."""
    given: Any = place.app.dispatcher
    number = int(await given["composer"].begin(ADMIN))
    await given["composer"].russian(ADMIN, number, RUSSIAN)
    await given["composer"].english(ADMIN, number, ENGLISH)
    if confirmed:
        preview = await given["composer"].preview(ADMIN, await given["mailings"].get(number))
        await given["confirm"](ADMIN, number, preview.mark, CARD)
        await place.tick()
    return number


async def test_the_ladder_arrives_step_by_step_each_true_at_its_time() -> None:
    async with town() as place:
        anna = await place.subscriber()
        await place.admin().sends(FORM)
        await place.tick()
        anna.sees("Новый семинар")
        await place.later(days=START - 1)
        anna.sees("Напоминание о семинаре")
        await place.later(hours=23, minutes=50)
        anna.sees("Скоро семинар", "Подключиться можно по ссылке ниже")
        await place.later(minutes=10)
        anna.sees("Семинар в эфире", "YouTube")
        assert len(anna.from_bot) == 4


@pytest.mark.parametrize("language", NEUTRAL)
async def test_a_discreet_reminder_opens_into_the_card(language: str) -> None:
    text, label = NEUTRAL[language]
    async with town() as place:
        anna = await discreet(place, language)
        await place.admin().sends(FORM)
        await place.later(days=START - 1)
        assert anna.text == text
        assert anna.labels == [label]
        await anna.taps(label)
        anna.sees("Разрешение на работу" if language == "ru" else "Work permits", "YouTube")
        sent = len(anna.from_bot)
        await anna.taps("English" if language == "ru" else "Русский")
        anna.sees("Work permits" if language == "ru" else "Разрешение на работу")
        assert len(anna.from_bot) == sent


async def test_a_discreet_reminder_opened_late_shows_what_holds_now() -> None:
    async with town() as place:
        anna = await discreet(place)
        admin = place.admin()
        await admin.sends(FORM)
        await place.later(days=START - 1)
        old = anna.last["message_id"]
        await admin.taps("Перенести")
        await admin.sends("2026-12-06 19:00 America/New_York")
        anna.sees("Встреча перенесена")
        await anna.taps("Открыть", old)
        shown = next(message for message in anna.from_bot if message["message_id"] == old)["text"]
        assert "6 декабря, 19:00 Нью-Йорк" in shown
        assert "Семинар перенесён" in shown


async def test_a_discreet_reminder_opens_at_any_later_time() -> None:
    async with town() as place:
        anna = await discreet(place)
        await place.admin().sends(FORM)
        await place.later(days=START - 1)
        reminder = anna.last["message_id"]
        await place.later(days=30)
        await anna.taps("Открыть", reminder)
        shown = {message["message_id"]: message["text"] for message in anna.from_bot}
        assert shown[reminder].startswith("Семинар уже прошёл")


@pytest.mark.parametrize(
    ("language", "label", "text", "neutral"),
    [("ru", "Открыть", RUSSIAN.text, "Новое сообщение"), ("en", "Open", ENGLISH.text, "New message")],
)
async def test_a_discreet_broadcast_opens_as_typed(language: str, label: str, text: str, neutral: str) -> None:
    async with town() as place:
        anna = await discreet(place, language)
        await broadcast(place)
        assert anna.text == neutral
        await anna.taps(label)
        assert anna.text == text
        kinds = [entity["type"] for entity in anna.last.get("entities", [])]
        assert kinds == (["bold"] if language == "ru" else [])
        sent = len(anna.from_bot)
        data = f"opb:{language}:0:1"
        await anna.taps_data(data)
        await anna.taps_data(data)
        assert (anna.text, len(anna.from_bot)) == (text, sent)


async def test_a_discreet_broadcast_follows_the_language() -> None:
    async with town() as place:
        anna = await discreet(place)
        await broadcast(place)
        await anna.taps("Открыть")
        await anna.taps("English")
        assert anna.text == ENGLISH.text
        assert "Menu" in anna.labels[0]


async def test_a_text_in_one_language_only_opens_for_everybody() -> None:
    async with town() as place:
        anna = await discreet(place)
        given: Any = place.app.dispatcher
        number = int(await given["composer"].begin(ADMIN))
        await given["composer"].russian(ADMIN, number, RUSSIAN)
        await given["composer"].russian_only(ADMIN, number)
        preview = await given["composer"].preview(ADMIN, await given["mailings"].get(number))
        await given["confirm"](ADMIN, number, preview.mark, CARD)
        await place.tick()
        await anna.taps("Открыть")
        await anna.taps("English")
        assert anna.text == RUSSIAN.text


async def test_a_draft_is_nobodys_to_read() -> None:
    async with town() as place:
        anna = await place.subscriber()
        number = await broadcast(place, confirmed=False)
        await anna.sends("/seminars")
        await anna.taps_data(f"opb:ru:0:{number}")
        anna.sees("больше не хранится")


async def test_a_reminder_is_no_broadcast() -> None:
    async with town() as place:
        anna = await place.subscriber()
        await place.admin().sends(FORM)
        await place.tick()
        await anna.taps_data("opb:ru:0:1")
        anna.sees("больше не хранится")


async def test_a_broadcast_that_is_gone_says_so_politely() -> None:
    async with town() as place:
        anna = await discreet(place)
        await broadcast(place)
        await anna.taps_data("opb:ru:0:404")
        anna.sees("больше не хранится", "Меню")
        await anna.taps("English")
        anna.sees("no longer kept")


async def test_a_broadcast_opens_below_when_its_message_is_gone() -> None:
    async with town() as place:
        anna = await discreet(place)
        await broadcast(place)
        old = anna.last["message_id"]
        anna.person.deletes(old)
        await anna.taps_data("opb:ru:0:1", old)
        assert anna.text == RUSSIAN.text
        assert anna.labels[0] == LINK.text
        assert anna.last["message_id"] != old


@pytest.mark.parametrize(("refusal", "drawn"), [("message is not modified", True), ("message can't be edited", False)])
async def test_what_telegram_no_longer_edits_is_sent_below(refusal: str, drawn: bool) -> None:
    assert await edited(refusing(refusal).edit_text("x")) is drawn


async def test_any_other_refusal_is_an_error() -> None:
    with pytest.raises(TelegramBadRequest):
        await edited(refusing("can't parse entities").edit_text("x"))
