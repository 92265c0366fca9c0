"""S8 as chats: one question half an hour after a seminar, one tap, counted without a name."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.restarts import server, until

SEMINAR = (
    "/seminar 2026-11-25 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
)
ASKED = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
"""Half an hour after 90 minutes from 19:00 in New York."""

QUESTION = "Как прошёл семинар?"
THANKS = "Ответ учтён без имени"


async def entered(t: Town, count: int = 6) -> tuple[list[Chatter], Chatter]:
    """A seminar is announced to so many."""
    people, admin = [await t.subscriber("Анна") for _ in range(count)], t.admin()
    await admin.announces(SEMINAR)
    await t.tick()
    return people, admin


@asynccontextmanager
async def over(count: int = 6, **settings: Any) -> AsyncIterator[tuple[Town, list[Chatter], Chatter]]:
    """A seminar that is over since half an hour, and so many who were told of it."""
    async with town(**settings) as t:
        people, admin = await entered(t, count)
        until(t, ASKED - timedelta(minutes=1))
        await t.tick()
        assert not sum(person.got(QUESTION) for person in people)
        until(t, ASKED)
        await t.tick()
        yield t, people, admin


def sums(t: Town) -> list[tuple[Any, ...]]:
    """What is written down."""
    return t.query("SELECT value, count FROM rating ORDER BY value")


def image(t: Town) -> list[bytes]:
    """Everything of the database that stands on the disk."""
    return [path.read_bytes() for path in sorted(t.path.parent.glob("bot.db*"))]


async def test_one_question_half_an_hour_after_the_end_and_one_tap() -> None:
    async with over() as (t, people, _):
        for person in people:
            person.sees(QUESTION, "Разрешение на работу", "без имени", "1", "2", "3", "4", "5")
            assert person.got(QUESTION) == 1
        await people[0].taps("5")
        people[0].sees(THANKS)
        assert people[0].labels == []
        await t.later(hours=5)
        assert sum(person.got(QUESTION) for person in people) == 5


async def test_two_images_of_the_disk_round_one_tap_are_the_same() -> None:
    async with over() as (t, people, _):
        await t.tick()
        before = image(t)
        for person, value in zip(people[:4], "1555", strict=True):
            await person.taps(value)
            person.sees(THANKS)
            assert image(t) == before
        await t.app.ratings()
        assert image(t) == before, "fewer than five stand on the disk"


async def test_five_are_written_at_a_tick_and_not_by_the_tap_and_not_when_all_are_the_same() -> None:
    async with over() as (t, people, _):
        for person in people[:5]:
            await person.taps("5")
        await t.tick()
        assert sums(t) == []
        await people[5].taps("2")
        assert sums(t) == []
        await t.tick()
        assert sums(t) == [(2, 1), (5, 4)]
        await t.tick()
        assert sums(t) == [(2, 1), (5, 4)]
        assert t.query("SELECT name FROM pragma_table_info('rating')") == [("seminar",), ("value",), ("count",)]


async def test_a_second_tap_and_a_replayed_update_count_nothing() -> None:
    async with over() as (t, people, _):
        anna = people[0]
        card = anna.last["message_id"]
        anna.person.press("5")
        anna.person.press("1")
        (first, second) = await t.updates()
        await t.settle()
        await anna.taps_data("rat:ru:0:1:3", card)
        await anna.taps_data("rat:en:0:1:3", card)  # would change the words of the thanks
        assert "уже учтён" in anna.toasts[-1]
        assert t.app.ratings.waiting(1) == 1
        await t.app.inbox.take(first | {"update_id": second["update_id"] + 1_000})
        await t.app.inbox.take(second | {"update_id": second["update_id"] + 1_001})
        for person in people[1:4]:
            await person.taps("4")
        await t.tick()
        assert sums(t) == []
        await people[4].taps("4")
        await t.tick()
        assert sums(t) == [(4, 4), (5, 1)]


async def test_a_replay_to_another_process_counts_nothing(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        people, admin = await entered(t, 5)
        until(t, ASKED)
        await t.tick()
        people[0].person.press("5")
        (tap,) = await t.updates()
        await t.settle()
        for person in people[1:]:
            await person.taps("4")
        await t.tick()
        assert sums(t) == [(4, 4), (5, 1)]
    async with place.process(admin, *people) as t:
        await t.app.inbox.take(tap | {"update_id": tap["update_id"] + 1_000})
        assert people[0].got(THANKS) == 1
        await t.tick()
        assert t.app.ratings.waiting(1) == 0
        assert sums(t) == [(4, 4), (5, 1)]


async def test_an_answer_whose_buttons_could_not_be_taken_away_is_not_counted() -> None:
    async with over() as (t, people, _):
        t.telegram.faults.add(Fault(FaultKind.UNREACHABLE, methods=("editMessageText",)))
        await people[0].taps("5")
        assert not t.app.ratings.waiting(1)
        t.telegram.faults.clear()
        await people[0].taps("5")
        people[0].sees(THANKS)
        assert t.app.ratings.waiting(1) == 1


async def test_a_forged_tap_counts_nothing_and_changes_no_message() -> None:
    async with over() as (t, people, _):
        eve = t.person("Ева")
        await eve.sends("/start")
        shown = eve.text
        for data in ("rat:ru:0:1:5", "rat:ru:0:2:5", "rat:ru:0:1:6", "rat:ru:0:1:0"):
            await eve.taps_data(data)
        assert eve.text == shown
        await people[0].sends("/start")
        await people[0].taps_data("rat:ru:0:1:5")  # on another message than the question
        people[0].sees_not(THANKS)
        assert not t.app.ratings.waiting(1)


async def test_a_discreet_reader_opens_it_hides_it_and_answers_once() -> None:
    async with town() as t:
        anna = t.person("Анна")
        await anna.sends("/start")
        await anna.taps("Подписаться")
        await anna.taps("Незаметно")
        await anna.taps("Подписаться")
        admin = t.admin()
        await admin.announces(SEMINAR)
        until(t, ASKED)
        await t.tick()
        anna.sees("Один вопрос о встрече", "Открыть")
        anna.sees_not("семинар")
        await anna.taps("Открыть")
        anna.sees(QUESTION, "5", "Скрыть")
        await anna.taps("Скрыть")
        anna.sees("Один вопрос о встрече")
        await anna.taps("Открыть")
        await anna.taps("4")
        anna.sees(THANKS)
        anna.sees_not("семинар", "Разрешение")
        assert anna.labels == []
        assert t.app.ratings.waiting(1) == 1
        await anna.taps_data("opm:ru:0:77:rating:77", anna.last["message_id"])
        anna.sees("Этого семинара")


async def test_switched_off_on_the_seminars_card_nobody_is_asked() -> None:
    async with town() as t:
        people, admin = await entered(t)
        await admin.sends("/admin")
        await admin.taps("Семинары")
        await admin.taps("Разрешение")
        admin.sees("Оценка после")
        await admin.taps("Оценка после")
        until(t, ASKED)
        await t.tick()
        assert not sum(person.got(QUESTION) for person in people)


async def test_who_wants_no_reminders_and_whom_a_cancelled_seminar_concerned_are_not_asked() -> None:
    async with town() as t:
        people, admin = await entered(t)
        await people[0].sends("/settings")
        await people[0].taps("Напоминания")
        until(t, ASKED)
        await t.tick()
        assert [person.got(QUESTION) for person in people] == [0, 1, 1, 1, 1, 1]
    async with town() as t:
        people, admin = await entered(t)
        await admin.sends("/admin")
        await admin.taps("Семинары")
        await admin.taps("Разрешение")
        await admin.taps("Отменить семинар")
        await admin.taps("Отменить семинар · ")
        until(t, ASKED)
        await t.tick()
        assert not sum(person.got(QUESTION) for person in people)


async def test_down_over_its_time_it_is_asked_once_and_not_a_day_later(tmp_path: Path) -> None:
    for hours, asked in ((3, 1), (13, 0)):
        place = server(tmp_path / str(hours))
        (tmp_path / str(hours)).mkdir()
        async with place.process() as t:
            people, admin = await entered(t)
        until(t, ASKED + timedelta(hours=hours))
        async with place.process(admin, *people) as t:
            await t.tick()
            assert [person.got(QUESTION) for person in people] == [asked] * 6


async def test_in_english_too_and_two_days_later_no_answer_is_taken() -> None:
    async with town() as t:
        john, admin = await t.subscriber("John", "en"), t.admin()
        await admin.announces(SEMINAR)
        until(t, ASKED)
        await t.tick()
        john.sees("How was the seminar?", "Work permits", "without your name")
        until(t, ASKED + timedelta(days=2))
        await t.tick()
        await john.taps("5")
        assert "no longer taken" in john.toasts[-1]
        assert not t.app.ratings.waiting(1)


async def test_the_statistics_show_the_mean_from_five_answers_up() -> None:
    async with over() as (t, people, admin):
        for person, value in zip(people[:4], "5554", strict=True):
            await person.taps(value)
        await t.tick()
        await admin.sends("/stats")
        admin.sees_not("Оценки семинаров")
        await people[4].taps("4")
        await people[5].taps("1")
        await t.tick()
        await admin.sends("/stats")
        admin.sees("Оценки семинаров", "Разрешение на работу: 4,6 из 5, ответов 5")


async def test_the_way_out_writes_what_is_enough() -> None:
    async with over() as (t, people, _):
        for person, value in zip(people, "554433", strict=True):
            await person.taps(value)
        await t.app.ratings()
        assert sum(count for _, count in sums(t)) == 5


async def test_a_link_that_changes_afterwards_brings_no_buttons_back() -> None:
    async with over() as (t, people, _):
        await people[0].taps("5")
        async with t.app.repositories.seminars._database.writing() as tx:  # noqa: SLF001 -- as an admin's change would
            await tx.execute("UPDATE seminar SET link = 'https://youtu.be/other'")
        for _ in range(4):
            await t.later(seconds=30)
        people[0].sees(THANKS)
        assert people[0].labels == []
        people[1].sees(QUESTION)
        assert t.query(
            "SELECT count(*) FROM amendment a JOIN mailing m ON m.id = a.mailing WHERE m.kind = 'rating'"
        ) == [(0,)]
