"""S4 as chats: two seminars an hour apart are one message a day ahead, and two again an hour ahead."""

import pytest

from bot.core.locales import Locale
from tests.chat import Chatter, Town, town

FIRST = "/seminar 2026-11-27 12:00 UTC | Разрешение на работу | Work permits"
SECOND = "/seminar 2026-11-27 13:00 UTC | Семья | Family"
HEAD = {"ru": "Напоминание о семинарах", "en": "Seminar reminder"}
TITLES = {"ru": ("Разрешение на работу", "Семья"), "en": ("Work permits", "Family")}
HIDDEN = {
    "ru": ("Напоминание о встречах", "Открыть: встреча 2"),
    "en": ("Meetings reminder", "Open: meeting 2"),
}


async def two(t: Town) -> None:
    """Let the admin enter both, and announce them."""
    admin = t.admin()
    await admin.sends("/start")
    await admin.announces(FIRST)
    await admin.announces(SECOND)
    await t.later(seconds=5)


async def day_ahead(t: Town, anna: Chatter) -> list[str]:
    """What came from a day and two minutes ahead of the first until a day ahead of the second."""
    before = len(anna.from_bot)
    await t.later(days=1, hours=23, minutes=58)
    for _ in range(16):
        await t.later(minutes=5)
    return [str(message["text"]) for message in anna.from_bot[before:]]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_both_are_named_a_day_ahead_and_each_alone_an_hour_ahead(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await two(t)
        (text,) = await day_ahead(t, anna)
        for part in (HEAD[language], *TITLES[language], "07:00", "08:00"):
            assert part in text
        anna.sees(*TITLES[language])
        message = anna.last["message_id"]
        await anna.taps(TITLES[language][1], message)
        anna.sees(TITLES[language][1])
        before = len(anna.from_bot)
        await t.later(hours=21, minutes=45)
        await t.later(hours=1)
        hourly = [str(each["text"]) for each in anna.from_bot[before:]]
        assert all(HEAD["ru"] not in text for text in hourly)
        assert [sum(title in text for title in TITLES[language]) for text in hourly] == [1] * len(hourly)
        assert {title for title in TITLES[language] for text in hourly if title in text} == set(TITLES[language])


async def test_who_wants_one_gets_that_one() -> None:
    async with town() as t:
        anna, boris = await t.subscriber("Анна"), await t.subscriber("Борис")
        await two(t)
        for chatter, number in ((anna, 2), (boris, 1)):
            await t.app.repositories.seminars.choose(number, chatter.id, Locale.RU, wanted=False)
        before = len(boris.from_bot)
        (first,) = await day_ahead(t, anna)
        (second,) = [str(message["text"]) for message in boris.from_bot[before:]]
        assert "Разрешение на работу" in first
        assert "Семья" not in first
        assert "Семья" in second
        assert "Разрешение на работу" not in second


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_discreetly_both_open_behind_a_button(language: str) -> None:
    async with town() as t:
        anna = t.person("Анна", language)
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale(language), discreet=True)
        await two(t)
        (text,) = await day_ahead(t, anna)
        head, second = HIDDEN[language]
        assert text == head
        await anna.taps(second)
        anna.sees(TITLES[language][1])
