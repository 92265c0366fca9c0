"""Reminders as they arrive: openly, discreetly, and opened late."""

import pytest

from bot.core.subscribers.subscribers import Choice
from tests.chat import Chatter, Town, town

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
START = 11.5

NEUTRAL = {"ru": ("Напоминание о встрече", "Открыть"), "en": ("Meeting reminder", "Open")}


async def discreet(place: Town, language: str = "ru") -> Chatter:
    """A subscriber over whose shoulder somebody looks."""
    anna = await place.subscriber("Анна", language)
    await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
    return anna


async def test_the_ladder_arrives_step_by_step_each_true_at_its_time() -> None:
    async with town() as place:
        anna = await place.subscriber()
        await place.admin().announces(FORM)
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
        await place.admin().announces(FORM)
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
        await admin.announces(FORM)
        await place.later(days=START - 1)
        old = anna.last["message_id"]
        await admin.taps("Назад")
        await admin.taps("Разрешение на работу")
        await admin.taps("Перенести")
        await admin.sends("2026-12-06 19:00 America/New_York")
        await admin.taps("Перенести ·")
        anna.sees("Встреча перенесена")
        await anna.taps("Открыть", old)
        shown = next(message for message in anna.from_bot if message["message_id"] == old)["text"]
        assert "6 декабря, 19:00 Нью-Йорк" in shown
        assert "Семинар перенесён" in shown


async def test_a_discreet_reminder_opens_at_any_later_time() -> None:
    async with town() as place:
        anna = await discreet(place)
        await place.admin().announces(FORM)
        await place.later(days=START - 1)
        reminder = anna.last["message_id"]
        await place.later(days=30)
        await anna.taps("Открыть", reminder)
        shown = {message["message_id"]: message["text"] for message in anna.from_bot}
        assert shown[reminder].startswith("Семинар уже прошёл")
