"""«Вернуть · 10»: the first seconds of a broadcast to more than fifty people, in which nobody is told (A4)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.clock import epoch
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.restarts import server
from tests.sizes import dice, trials

PEOPLE = 51


async def filled(t: Town, count: int = PEOPLE) -> list[Chatter]:
    """Let so many people subscribe."""
    return [await t.subscriber("Анна") for _ in range(count)]


async def confirmed(admin: Chatter, count: int = PEOPLE) -> None:
    """Send one text to everybody."""
    await admin.sends("/broadcast")
    await admin.sends("Привет всем")
    await admin.taps("Одно для всех")
    await admin.taps(f"Отправить {count}")


def told(people: list[Chatter]) -> int:
    """How many messages went out."""
    return sum(person.got("Привет всем") for person in people)


@asynccontextmanager
async def window(**settings: Any) -> AsyncIterator[tuple[Town, list[Chatter], Chatter]]:
    """A town in which a broadcast to 51 people was just confirmed."""
    async with town(**{"send_undo": 10, **settings}) as t:
        people, admin = await filled(t), t.admin()
        await confirmed(admin)
        yield t, people, admin


async def test_the_count_is_drawn_at_ten_seven_four_and_one_and_then_it_goes() -> None:
    async with window() as (t, people, admin):
        drawn = [admin.labels[0]]
        for _ in range(9):
            await t.later(seconds=1)
            drawn.append(admin.labels[0])
            assert not told(people)
        assert list(dict.fromkeys(drawn)) == [f"Вернуть · {left}" for left in (10, 7, 4, 1)]
        admin.sees("Кому: 51", "никто не получил")
        await t.later(seconds=1)
        assert told(people) == PEOPLE
        await t.tick()
        admin.sees("Рассылка закончена", "Доставлено: 51")


async def test_taken_back_it_is_a_draft_again_and_can_be_confirmed_anew() -> None:
    async with window() as (t, people, admin):
        await t.later(seconds=6)
        await admin.taps("Вернуть · 4")
        assert "никто не получил" in admin.toasts[-1]
        admin.sees("Рассылка готова", "Отправить 51", "Исправить")
        await t.later(minutes=5)
        assert not told(people)
        await admin.sends("Другой текст")
        await admin.taps("Отправить 51")
        await t.later(seconds=10)
        assert told(people) == 0
        assert sum(person.got("Другой текст") for person in people) == PEOPLE


async def test_fifty_people_and_a_window_of_nothing_have_none() -> None:
    async with town(send_undo=10) as t:
        people, admin = await filled(t, 50), t.admin()
        await confirmed(admin, 50)
        assert told(people) == 50
    async with window(send_undo=0) as (t, people, _):
        assert told(people) == PEOPLE


async def test_the_tap_that_takes_back_is_obeyed_however_late_and_cancels_what_has_begun() -> None:
    async with window(send_rate=1) as (t, people, admin):
        card = admin.last["message_id"]
        await admin.sends("/admin")
        t.clock.forward(seconds=10)
        await t.app.undo()
        t.clock.forward(minutes=20)
        assert t.query("SELECT state FROM mailing") == [("queued",)]
        await admin.taps_data("bcu:ru:0:1", card)
        assert "остановлена" in admin.toasts[-1]
        assert t.query("SELECT state FROM mailing") == [("cancelled",)]
        await t.tick()
        before = told(people)
        await t.later(hours=1)
        assert told(people) == before < PEOPLE


async def test_another_draft_is_not_replaced_by_what_is_taken_back() -> None:
    async with window() as (t, people, admin):
        card = admin.last["message_id"]
        await admin.sends("/broadcast")
        await admin.sends("Второй текст")
        await admin.taps_data("bcu:ru:0:1", card)
        assert t.query("SELECT id, state FROM mailing") == [(1, "cancelled"), (2, "draft")]
        await t.later(minutes=1)
        assert not told(people)
        await admin.taps("Одно для всех")
        admin.sees("Отправить 51")


async def test_a_stranger_takes_nothing_back() -> None:
    async with window() as (t, people, _):
        eve = t.person("Ева")
        await eve.sends("/start")
        await eve.taps_data("bcu:ru:0:1")
        await t.later(seconds=10)
        assert told(people) == PEOPLE


@pytest.mark.parametrize("trial", range(trials(100, 6)))
async def test_a_kill_inside_the_window_tells_nobody_unasked(trial: int, tmp_path: Path) -> None:
    draw = dice(f"undo {trial}")
    killed, down = draw.uniform(0, 9.9), draw.choice([draw.uniform(0, 9), draw.uniform(5, 60), 86_400])
    place = server(tmp_path)
    async with place.process() as t:
        people, admin = await filled(t), t.admin()
        await confirmed(admin)
        end = t.query("SELECT not_before FROM mailing")[0][0]
        t.clock.forward(seconds=killed)
        await t.tick()
        assert not told(people)
    t.clock.forward(seconds=down)
    started_late = epoch(place.clock.now()) >= end
    async with place.process(admin, *people) as t:
        assert not told(people)
        left = end - place.clock.now().timestamp()
        if not started_late:
            t.clock.forward(seconds=left - 0.5)
            await t.tick()
            assert not told(people)
            await t.later(seconds=2)
            assert told(people) == PEOPLE
            return
        await t.tick()
        assert not told(people)
        question = next(each for each in admin.from_bot if "перезапустился" in str(each.get("text")))
        await admin.taps("👁 Посмотреть и отправить", question["message_id"])
        admin.sees("Отправить 51")
        assert not told(people)
        await t.later(minutes=4)
        await admin.taps("Отправить 51")
        await t.later(seconds=10)
        assert told(people) == PEOPLE


async def test_a_process_that_slept_through_the_end_asks() -> None:
    async with window() as (t, people, admin):
        await t.later(minutes=2)
        await t.tick()
        assert not told(people)
        assert admin.got("ждёт вашего решения") == 1


async def test_a_scheduled_broadcast_has_no_window() -> None:
    async with town(send_undo=10) as t:
        people, admin = await filled(t), t.admin()
        await admin.sends("/broadcast")
        await admin.sends("Привет всем")
        await admin.taps("Одно для всех")
        await admin.sends("завтра 19:00")
        t.clock.forward(seconds=timedelta(days=1, hours=12).total_seconds())
        await t.tick()
        assert told(people) == PEOPLE
