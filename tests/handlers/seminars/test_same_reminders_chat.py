"""Two reminders that read the same: the older one goes when the newer has come (S4)."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.subscribers.subscribers import Choice
from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Chatter, Town, town

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
BEGINS = datetime(2026, 12, 6, tzinfo=UTC)
OFFSETS = "24h,10m,2m,1m,0"
SOON = {"ru": "Скоро семинар", "en": "The seminar is soon"}
NEUTRAL = "Напоминание о встрече"
CANNOT = "Bad Request: message can't be deleted"


async def minutes_before(place: Town, *steps: float) -> None:
    """Let time pass until so many minutes before the seminar, one after the other, and the tidying behind each."""
    for minutes in steps:
        due = BEGINS - timedelta(minutes=minutes)
        await place.later(seconds=(due - place.clock.now()).total_seconds())
        await place.later(seconds=6)


async def discreet(place: Town) -> Chatter:
    """A subscriber over whose shoulder somebody looks."""
    anna = await place.subscriber()
    await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
    return anna


@pytest.mark.parametrize("language", SOON)
async def test_the_older_of_two_same_reminders_goes(language: str) -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        anna = await place.subscriber(language=language)
        await place.admin().announces(FORM)
        await minutes_before(place, 24 * 60, 10, 2)
        assert anna.got(SOON[language]) == 1
        before = anna.last["message_id"]
        await minutes_before(place, 1)
        assert anna.got(SOON[language]) == 1
        assert anna.last["message_id"] > before
        await minutes_before(place, 0)
        assert [anna.got(SOON[language]), len(anna.from_bot)] == [1, 3]


async def test_of_discreet_reminders_one_stands() -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        anna = await discreet(place)
        await place.admin().announces(FORM)
        await minutes_before(place, 24 * 60, 10, 2, 1, 0)
        assert anna.got(NEUTRAL) == 1
        await anna.taps("Открыть")
        anna.sees("Семинар в эфире")


async def test_a_reminder_somebody_has_tapped_is_a_screen_and_stays() -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        anna = await discreet(place)
        await place.admin().announces(FORM)
        await minutes_before(place, 10)
        opened = anna.last["message_id"]
        await anna.taps("Открыть")
        await minutes_before(place, 2, 1)
        shown = {message["message_id"]: message["text"] for message in anna.from_bot}
        assert "Разрешение на работу" in shown[opened]
        assert anna.got(NEUTRAL) == 1


async def test_a_reminder_that_cannot_be_deleted_delays_nothing_and_is_let_be() -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        anna = await place.subscriber()
        await place.admin().announces(FORM)
        place.telegram.faults.add(Fault(FaultKind.ERROR, methods=("deleteMessages",), status=400, description=CANNOT))
        await minutes_before(place, 10, 2, 1, 0)
        assert [anna.got(SOON["ru"]), anna.got("Семинар в эфире")] == [3, 1]
        assert place.telegram.faults.struck[FaultKind.ERROR] == 2


async def test_reminders_of_different_seminars_or_times_are_not_the_same() -> None:
    other = FORM.replace("12-05 19:00", "12-05 22:00").replace("Разрешение на работу", "Интервью")
    async with town(reminder_offsets="10m") as place:
        anna = await place.subscriber()
        for form in (FORM, other):
            await place.admin().announces(form)
        await minutes_before(place, 10, -170)
        assert anna.got(SOON["ru"]) == 2


async def test_who_was_not_reached_by_the_newer_keeps_the_older() -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        anna, boris = await place.subscriber(), await place.subscriber("Борис")
        await place.admin().announces(FORM)
        await minutes_before(place, 10)
        words = "Forbidden: something else"
        refused = Fault(FaultKind.ERROR, methods=("sendMessage",), chats=(boris.id,), status=403, description=words)
        place.telegram.faults.add(refused)
        sent = boris.last["message_id"]
        await minutes_before(place, 2)
        assert [anna.got(SOON["ru"]), boris.last["message_id"]] == [1, sent]


async def test_what_was_deleted_is_asked_for_once() -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        anna = await place.subscriber()
        await place.admin().announces(FORM)
        await minutes_before(place, 10, 2)
        numbers = await place.app.repositories.personal_data.messages(anna.id)
        assert set(numbers) == {message["message_id"] for message in anna.from_bot}


async def test_who_wants_one_seminar_without_a_subscription_keeps_one_neutral_message_too() -> None:
    async with town(reminder_offsets=OFFSETS) as place:
        await place.admin().announces(FORM)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps("Напомнить")
        await anna.taps("Напомнить")
        await minutes_before(place, 24 * 60, 10, 2, 1, 0)
        assert anna.got(NEUTRAL) == 1
