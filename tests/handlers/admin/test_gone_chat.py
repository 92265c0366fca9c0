"""R17: a mailing of reminders that finds most of its people gone removes nobody unasked; admins are asked once."""

from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing
from bot.core.mailings.outbox import Gone, Outcome, Sent
from bot.core.seminars.seminars import Plan, When
from bot.handlers.admin.gone import RemoveGone
from tests.chat import Chatter, Town, town
from tests.storage.conftest import texts

PEOPLE = 10


QUESTION = {
    "ru": ("6 из 10", "Удалить недоступных: 6"),
    "en": ("6 of 10", "Remove those not reachable: 6"),
}


async def remind(t: Town, gone: int) -> list[Chatter]:
    """Tell ten people of a seminar; Telegram says of the first that they are gone. Return the ten."""
    people = [await t.subscriber() for _ in range(PEOPLE)]
    now, rows = t.clock.now(), t.app.repositories
    start = now + timedelta(hours=5)
    when = When(start, start.strftime("%Y-%m-%dT%H:%M"), "UTC")
    seminar = await rows.seminars.add(Plan(when, "Тема", "Topic", "https://youtu.be/abc"), now)
    step = NewMailing(MailingKind.STEP, now, seminar.end, Audience.SEMINAR, seminar.id, seminar.revision, 3600)
    assert await rows.ladder.queue(step, texts(), now)
    parcels = await rows.outbox.claim(now, PEOPLE)
    missing = {chatter.id for chatter in people[:gone]}
    outcomes = [Outcome(parcel, Gone() if parcel.chat in missing else Sent((1,))) for parcel in parcels]
    await rows.outbox.record(outcomes, now)
    return people


def subscribed(t: Town) -> int:
    """How many people are subscribed."""
    return len(t.query("SELECT * FROM subscriber"))


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_r17_most_of_a_reminder_gone_is_asked_about_once(language: str) -> None:
    words, label = QUESTION[language]
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        if language == "en":
            await admin.taps("English")
        await remind(t, 6)
        for _ in range(3):
            await t.tick()
        assert admin.got(words) == 1
        assert subscribed(t) == PEOPLE
        await admin.taps(label)
        await t.tick()
        assert subscribed(t) == PEOPLE - 6
        assert len(t.query("SELECT * FROM mailing WHERE forced = 1")) == 1


async def test_r17_a_few_gone_are_removed_unasked() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await remind(t, 2)
        for _ in range(3):
            await t.tick()
        assert admin.got("Напоминание не дошло") == 0
        assert subscribed(t) == PEOPLE - 2


async def test_r15_a_late_tap_removes_nobody_and_asks_anew() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await remind(t, 8)
        await t.tick()
        admin.person.press("Удалить недоступных: 8")
        t.clock.forward(seconds=400)
        await t.settle()
        await t.tick()
        assert subscribed(t) == PEOPLE
        admin.sees("8 из 10", "Нажатие не выполнено")


async def test_r17_who_came_back_meanwhile_stays_and_a_second_tap_finds_nobody() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        people = await remind(t, PEOPLE)
        await t.tick()
        card = admin.last["message_id"]
        await people[0].sends("/start")
        await admin.taps("Удалить недоступных: 10", card)
        admin.sees("удаляются")
        await t.tick()
        assert subscribed(t) == 1
        again = RemoveGone(lang=Locale.RU, mailing=1, gone=PEOPLE, tried=PEOPLE)
        await admin.taps_data(again.pack(), card)
        admin.sees("Удалять больше некого")
