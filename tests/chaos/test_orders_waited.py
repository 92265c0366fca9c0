"""T100: orders given while the bot was down, slow or cut off start and change nothing; what only stops is obeyed (R15).

Every shape of an order is prepared in one run of the bot, given while nobody listens, and judged in the next run by
what stands in the database.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.demo.chats.person import buttons
from bot.demo.faults.plan import Fault, FaultKind, When
from bot.demo.telegram import Telegram
from tests.chaos.figures import note
from tests.chaos.scene import FIRST, MEMORY, Scene, at_work, pretended, subscribe
from tests.chaos.virtual import VirtualClock, on_virtual_time
from tests.chat import ADMIN
from tests.sizes import sample

PEOPLE = 40
SETTINGS: dict[str, Any] = {"send_rate": 10, "paid_broadcast_rate": 1000, "reviewers": f"{ADMIN}:Jane Doe"}
SEMINAR = "/seminar 2026-12-05 19:00 America/New_York | Тема | Topic"
ABBREVIATED = "/seminar 2026-12-05 19:00 EST | Тема | Topic"
TWICE = "2027-11-07 01:30 America/New_York"
"""A moment that exists twice, so that it is asked about."""

STATE = (
    "SELECT id, state FROM mailing WHERE kind = 'broadcast'",
    "SELECT id, state, start, revision, steps_off FROM seminar",
    "SELECT topic FROM text_stamp",
    "SELECT fact FROM fact_stamp",
    "SELECT flow, step, object FROM draft",
    "SELECT mailing, kind, state FROM amendment",
    "SELECT name FROM meta WHERE name = 'pause'",
    "SELECT count(*) FROM subscriber",
)
"""What an order changes."""

Act = Callable[[Scene], Awaitable[None]]


@pytest.fixture(autouse=True)
def any_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer the faster way to a few dozen people too."""
    monkeypatch.setattr("bot.handlers.broadcasts.screens.WORTH_STARS", timedelta(0))


@dataclass(frozen=True)
class Shape:
    """An order: what comes before it, the order itself (a button, or a text in angle quotes), and who is asked."""

    name: str
    before: tuple[str, ...]
    order: str
    late: str = "не выполнено"


PREVIEW = ("«/broadcast»", "«Новость»", "Одно для всех")
RUN = (*PREVIEW, "Отправить 40")
SEEN = (f"«{SEMINAR}»",)
CARD = (*SEEN, "Объявить")
MOVE = "«2026-12-06 19:00 America/New_York»"
WAIT = "…"
OVER = (*RUN, WAIT)
ANSWER = ("«/admin»", "Ответы", "Срок вышел", "Первые шаги", "›*")

STARTING = (
    Shape("send", PREVIEW, "Отправить 40"),
    Shape("paid", PREVIEW, "Быстро за"),
    Shape("resume", (*RUN, "Пауза"), "Продолжить"),
    Shape("resume-all", ("«/pause»",), "Продолжить"),
    Shape("announce", SEEN, "Объявить"),
    Shape("open-quietly", SEEN, "Открыть без объявления"),
    Shape("correct-seminar", (*SEEN, "Исправить"), "Длительность"),
    Shape("cancel-seminar", (*CARD, "Отменить семинар"), "Отменить семинар ·"),
    Shape("ask-time", CARD, "Перенести"),
    Shape("move", (*CARD, "Перенести", MOVE), "Перенести ·"),
    Shape("place", (f"«{ABBREVIATED}»",), "Нью-Йорк"),
    Shape("pick", (f"«/seminar {TWICE} | Тема | Topic»",), "Раньше"),
    Shape("stamp", ANSWER, "Проверено мной сегодня"),
    Shape("switch", CARD, "за 24 ч"),
    Shape("audience", PREVIEW[:2], "Одно для всех"),
    Shape("correct", PREVIEW, "Исправить русский"),
    Shape("delete-everywhere", (*OVER, "Удалить у всех"), "↩️ Удалить 40"),
    Shape("begin-edit", OVER, "Исправить у всех"),
    Shape("edit-everywhere", (*OVER, "Исправить у всех", "«Новость, исправлено»"), "✏️ Исправить 40"),
    Shape("begin-correction", OVER, "Поправка тем, кто получил"),
)
"""Taps that start or change something."""

TYPED = (
    Shape("enter", (), f"«{SEMINAR}»", "не выполнил"),
    Shape("new-time", (*CARD, "Перенести"), MOVE, "не выполнил"),
    Shape("other-time", (*CARD, "Перенести", MOVE), "«2026-12-07 19:00 America/New_York»", "не выполнил"),
    Shape("part", (*SEEN, "Исправить", "Длительность"), "«2h»", "не выполнил"),
    Shape("text", PREVIEW[:1], "«Новость»", "не выполнил"),
    Shape("correction", PREVIEW, "«Другая новость»", "не выполнил"),
    Shape("begin", (), "«/broadcast»", "не выполнил"),
)
"""Messages that do."""

STOPPING = (
    Shape("pause", RUN, "Пауза"),
    Shape("cancel", RUN, "Отменить"),
    Shape("cancel-paused", (*RUN, "Пауза"), "Отменить"),
    Shape("end-amendment", (*OVER, "«/pause»", "Удалить у всех", "↩️ Удалить 40"), "⏹ Прекратить"),
    Shape("pause-all", ("«/admin»",), "Пауза всех отправок"),
    Shape("pause-typed", (), "«/pause»"),
    Shape("drop", PREVIEW, "Отмена"),
    Shape("cancel-typed", PREVIEW, "«/cancel»"),
    Shape("drop-seminar", SEEN, "Отмена"),
    Shape("keep-part", (*SEEN, "Исправить", "Длительность"), "Назад"),
    Shape("stay", (*CARD, "Перенести"), "Отмена"),
    Shape("stay-previewed", (*CARD, "Перенести", MOVE), "Отмена"),
    Shape("stop", ("«/subscribe»", "Подписаться"), "«/stop»"),
    Shape("unsubscribe", ("«/subscribe»", "Подписаться"), "Отписаться"),
    Shape("delete", ("«/subscribe»", "Подписаться", "«/delete»"), "Удалить всё"),
)
"""What only stops or takes back."""


TRIED_STARTING = sample(STARTING, 8, "starting")
TRIED_TYPED = sample(TYPED, 4, "typed")
TRIED_STOPPING = sample(STOPPING, 6, "stopping")


@dataclass
class World:
    """A Telegram and a file that outlive the runs of the bot."""

    path: Path
    telegram: Telegram
    clock: VirtualClock

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Scene]:
        """Run the bot for the time of the block."""
        async with at_work(self.path, self.telegram, self.clock, SETTINGS) as (app, database):
            yield Scene(app, self.telegram, database, list(range(FIRST, FIRST + PEOPLE)))


@asynccontextmanager
async def world() -> AsyncIterator[World]:
    """Make one with forty subscribers."""
    clock = VirtualClock()
    telegram = pretended(clock)
    telegram.world.stars.tenths = 100_000
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "bot.db"
        await subscribe(path, PEOPLE, clock)
        for chat in range(FIRST, FIRST + PEOPLE):
            telegram.person(chat, "x").started = True
        yield World(path, telegram, clock)


def does(scene: Scene, act: str) -> None:
    """Write what stands in quotes, or tap the newest button that says so."""
    if act.startswith("«"):
        scene.admin.sends(act.strip("«»"))
    else:
        scene.admin.press(act)


async def prepare(scene: Scene, acts: tuple[str, ...]) -> None:
    """Do what comes before the order, each step answered; a star: again and again, while there is such a button."""
    scene.admin.sends("/start")
    await asyncio.sleep(2)
    for act in acts:
        while act.endswith("*") and any(act[:-1] == each["text"] for each in buttons(scene.admin.messages[-1])):
            scene.admin.press(act[:-1])
            await asyncio.sleep(2)
        if act == WAIT:
            await asyncio.sleep(30)
        elif not act.endswith("*"):
            does(scene, act)
            await asyncio.sleep(1 if act.startswith("Отправить") else 2)
    await asyncio.sleep(0 if acts[-1:] == RUN[-1:] else 5)


async def state(scene: Scene) -> list[list[tuple[Any, ...]]]:
    """Return what stands in the database."""
    return [await scene.database.rows(sql) for sql in STATE]


def told(scene: Scene, text: str) -> bool:
    """Whether the admin reads it, in a message."""
    return any(text in str(message.get("text", "")) for message in scene.admin.messages)


async def refused(scene: Scene, shape: Shape, before: object) -> None:
    """Nothing has changed, the admin reads so, and the button under the fresh card works."""
    await asyncio.sleep(60)
    assert await state(scene) == before
    assert told(scene, shape.late)
    if shape.late == Shape.late:
        does(scene, shape.order)
        await asyncio.sleep(5)
        assert await state(scene) != before


@pytest.mark.parametrize(
    ("shape", "down"),
    sample([*product(TRIED_STARTING, (20, 120, 600))], 8, "down"),
    ids=lambda one: getattr(one, "name", one),
)
@on_virtual_time
async def test_h01_a_tap_while_the_bot_was_down_starts_nothing(shape: Shape, down: float) -> None:
    async with world() as w:
        async with w.bot() as scene:
            await prepare(scene, shape.before)
            before = await state(scene)
        await asyncio.sleep(down / 2)
        does(scene, shape.order)
        await asyncio.sleep(down / 2)
        async with w.bot() as scene:
            await refused(scene, shape, before)


@pytest.mark.parametrize("shape", TRIED_TYPED, ids=lambda shape: shape.name)
@on_virtual_time
async def test_h01_a_message_while_the_bot_was_down_starts_nothing(shape: Shape) -> None:
    async with world() as w:
        async with w.bot() as scene:
            await prepare(scene, shape.before)
            before = await state(scene)
        does(scene, shape.order)
        await asyncio.sleep(400)
        async with w.bot() as scene:
            await refused(scene, shape, before)
    note("T100", f"{len(TRIED_STARTING)} shapes of taps, {len(TRIED_TYPED)} of messages: of the starting kind obeyed 0")


@pytest.mark.parametrize("shape", TRIED_STOPPING, ids=lambda shape: shape.name)
@on_virtual_time
async def test_h01_what_only_stops_is_obeyed_however_late(shape: Shape) -> None:
    async with world() as w:
        async with w.bot() as scene:
            await prepare(scene, shape.before)
            before = await state(scene)
        does(scene, shape.order)
        await asyncio.sleep(900)
        async with w.bot() as scene:
            await asyncio.sleep(30)
            after = await state(scene)
        assert after != before
        assert not any(row[1:] == ("queued",) for row in after[0])
    note("T100", f"{len(TRIED_STOPPING)} of the stopping kind: obeyed all")


TROUBLE = {
    "late": Fault(FaultKind.SLOW, When.AFTER, methods=("getUpdates",), seconds=20),
    "drip": Fault(FaultKind.DRIP, When.AFTER, methods=("getUpdates",), calls=(1, 2, 3)),
    "cut": Fault(FaultKind.CUT, When.AFTER, methods=("getUpdates",), calls=(1, 2, 3)),
    "refused": Fault(FaultKind.ERROR, methods=("getUpdates",), calls=(1, 2)),
}


@pytest.mark.parametrize(
    ("shape", "trouble"),
    sample([*product((STARTING[0], STARTING[2], STARTING[7]), sorted(TROUBLE))], 4, "first answers"),
    ids=lambda one: getattr(one, "name", one),
)
@on_virtual_time
async def test_h01_however_the_first_answers_come(shape: Shape, trouble: str) -> None:
    async with world() as w:
        async with w.bot() as scene:
            await prepare(scene, shape.before)
            before = await state(scene)
        does(scene, shape.order)
        await asyncio.sleep(90)
        w.telegram.faults.add(TROUBLE[trouble])
        async with w.bot() as scene:
            await asyncio.sleep(300)
            assert await state(scene) == before
            assert told(scene, shape.late)
    note("T100", "first answers late, in pieces, cut or refused: obeyed 0")


@pytest.mark.parametrize(
    ("shape", "calls"),
    sample([*product(TRIED_STARTING, ((), ("getUpdates",)))], 6, "cut off"),
    ids=lambda one: getattr(one, "name", "polling" if one else "all"),
)
@on_virtual_time
async def test_h01_cut_off_for_two_minutes_and_back(shape: Shape, calls: tuple[str, ...]) -> None:
    async with world() as w, w.bot() as scene:
        await prepare(scene, shape.before)
        before = await state(scene)
        now = scene.now()
        w.telegram.release()
        w.telegram.faults.add(Fault(FaultKind.UNREACHABLE, methods=calls, until=now + 120))
        await asyncio.sleep(60)
        does(scene, shape.order)
        await asyncio.sleep(120)
        await refused(scene, shape, before)
    note("T100", "cut off for 2 min and back: obeyed 0")


@on_virtual_time
async def test_h01_two_taps_that_waited_together_are_both_refused() -> None:
    async with world() as w:
        async with w.bot() as scene:
            await prepare(scene, PREVIEW)
            before = await state(scene)
        for _ in range(3):
            scene.admin.press("Отправить 40")
        await asyncio.sleep(30)
        async with w.bot() as scene:
            await asyncio.sleep(30)
            assert await state(scene) == before
            cards = [each for each in scene.admin.messages if "не выполнено" in str(each.get("text"))]
            assert len(cards) == 1


@on_virtual_time
async def test_h01_a_paused_run_whose_card_is_gone_is_found_on_the_desk() -> None:
    async with world() as w:
        async with w.bot() as scene:
            await prepare(scene, (*RUN, "Пауза"))
            before = await state(scene)
            card = scene.admin.messages[-1]["message_id"]
        scene.admin.press("Продолжить")
        scene.admin.deletes(card)
        await asyncio.sleep(90)
        async with w.bot() as scene:
            await asyncio.sleep(30)
            assert await state(scene) == before
            assert told(scene, "не выполнено")
            moved = scene.admin.messages[-1]["message_id"]
            assert moved != card
            assert await scene.value("SELECT card FROM mailing WHERE kind = 'broadcast'") == moved
            scene.admin.sends("/admin")
            await asyncio.sleep(2)
            scene.admin.press("Рассылка на паузе")
            await asyncio.sleep(5)
            assert await scene.value("SELECT card FROM mailing WHERE kind = 'broadcast'") != moved
            scene.admin.press("Продолжить")
            await asyncio.sleep(30)
            assert await scene.value("SELECT state FROM mailing WHERE kind = 'broadcast'") == "done"
