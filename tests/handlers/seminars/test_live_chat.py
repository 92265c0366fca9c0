"""A seminar that runs, as readers see it: it says so, and offers nothing that makes no sense any more."""

import pytest

from bot.core.subscribers.subscribers import Choice
from tests.chat import Town, town

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
SECOND = "/seminar 2026-12-12 19:00 America/New_York | Интервью | Interview | 1h"
DAYS_TO_START = 11.5
POINTLESS = ("Напомнить", "Не напоминать", "В календарь")
LIVE = {"ru": ("Семинар в эфире", POINTLESS), "en": ("The seminar is live", ("Remind", "Calendar"))}


async def running(place: Town, *forms: str) -> None:
    """Let seminars be entered, and the first of them begin."""
    for form in forms:
        await place.admin().announces(form)
    await place.later(days=DAYS_TO_START, minutes=5)


@pytest.mark.parametrize("language", LIVE)
async def test_a_running_seminar_says_so_and_is_only_to_be_watched(language: str) -> None:
    live, pointless = LIVE[language]
    async with town() as place:
        await running(place, FORM)
        anna = place.person(language=language)
        await anna.sends("/seminars")
        anna.sees(live, "YouTube")
        anna.sees_not(*pointless)
        await anna.sends("/start seminar_1")
        anna.sees(live, "YouTube")
        anna.sees_not(*pointless)
        await place.later(minutes=85)
        await anna.sends("/start seminar_1")
        anna.sees_not(live, "YouTube")


async def test_of_several_seminars_the_one_that_runs_is_marked() -> None:
    async with town() as place:
        await running(place, FORM, SECOND)
        anna = place.person()
        await anna.sends("/seminars")
        assert anna.text.count("Семинар в эфире") == 1
        assert (
            anna.text.index("Разрешение на работу") < anna.text.index("Семинар в эфире") < anna.text.index("Интервью")
        )
        await anna.taps("Интервью")
        anna.sees("Напомнить", "В календарь")
        anna.sees_not("Семинар в эфире")


async def test_a_discreet_reminder_opens_into_the_card_that_says_live() -> None:
    async with town() as place:
        anna = await place.subscriber()
        await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        await running(place, FORM)
        assert anna.text == "Напоминание о встрече"
        await anna.taps("Открыть")
        anna.sees("Семинар в эфире", "YouTube")
        anna.sees_not(*POINTLESS)


async def test_an_old_button_promises_no_reminder_of_a_seminar_that_runs() -> None:
    async with town() as place:
        await place.admin().announces(FORM)
        anna, boris = place.person(), place.person("Борис")
        for reader in (anna, boris):
            await reader.sends("/seminars")
        await boris.taps("Напомнить")
        boris.sees("Что для этого сохранится")
        await place.later(days=DAYS_TO_START, minutes=5)
        for reader in (anna, boris):
            await reader.taps("Напомнить")
            reader.sees("Семинар в эфире")
            reader.sees_not("Что для этого сохранится")
            assert "Напомним о семинаре" not in reader.toasts
            assert await place.app.repositories.personal_data.of(reader.id) == {}


async def test_an_old_button_still_takes_somebody_out_of_what_is_being_sent() -> None:
    async with town() as place:
        anna = await place.subscriber()
        await place.admin().announces(FORM)
        await anna.sends("/seminars")
        place.clock.forward(days=DAYS_TO_START, minutes=5)
        await anna.taps("Не напоминать")
        sent = len(anna.from_bot)
        await place.tick()
        assert len(anna.from_bot) == sent
