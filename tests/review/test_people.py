"""What people meet when something else is broken."""

import asyncio

import pytest
import sqlcipher3

from bot.core.locales import Locale
from bot.core.seminars.seminars import Plan, When
from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chaos.scene import FIRST, scene
from tests.chaos.virtual import on_virtual_time, true
from tests.chat import Town, town


async def test_answers_without_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """R7: with a file that cannot be read the FAQ goes on; a chat not met since the start gets "try later"."""
    async with town() as t:
        anna = t.person("Анна")
        await anna.sends("/start")
        t.app.dispatcher["languages"].forget(anna.id)

        async def damaged(*_: object) -> None:
            raise sqlcipher3.DatabaseError

        monkeypatch.setattr(t.app.repositories.subscribers, "get", damaged)
        await anna.taps("Вопросы и ответы")
        assert not any(anna.toasts)


@on_virtual_time
async def test_stop_while_a_message_hangs() -> None:
    """R4, R6: a call may hang 8 s, a handler is cut after 10: who leaves meanwhile is erased, and answered."""
    hangs = Fault(FaultKind.HANG, methods=("sendMessage",), chats=[FIRST], calls=[1])
    async with scene(1, faults=Faults(hangs)) as s:
        anna = s.person(FIRST)
        await s.broadcast()
        await true(lambda: s.faults.struck[FaultKind.HANG] == 1, 60)
        anna.sends("/stop")
        await s.sees(anna, "Вы отписаны", within=12)
        assert await s.subscribed() == 0
        assert s.accepted() == []


async def waiting_out_a_429(t: Town) -> tuple[int, asyncio.Event, asyncio.Future[int]]:
    """Announce a seminar; the claimed message waits until the event is set. Return the seminar too."""
    await t.app.dispatcher["enter_seminar"](
        Plan(When(t.clock.now().replace(day=27), "2026-11-27T12:00", "UTC"), "Т", "T")
    )
    await t.app.queue_due()
    waits, over, pause = asyncio.Event(), asyncio.Event(), t.clock.sleep

    async def hold(seconds: float) -> None:
        waits.set()
        await over.wait()
        await pause(seconds)

    t.app.pace.hold(30)
    t.clock.sleep = hold  # type: ignore[method-assign]  # time stands until the test lets it go
    running = asyncio.ensure_future(t.app.sender.drain())
    await waits.wait()
    return 1, over, running


async def test_muted_during_a_hold() -> None:
    """R4: consent is checked at the moment of sending, not when the row was claimed before a 429 of 30 s."""
    async with town() as t:
        anna = await t.subscriber("Анна")
        seminar, over, running = await waiting_out_a_429(t)
        await t.app.repositories.seminars.choose(seminar, anna.id, Locale.RU, wanted=False)
        over.set()
        await running
        assert not anna.from_bot


async def test_moved_during_a_hold() -> None:
    """R3: after a seminar has moved nobody is sent its old time, whatever had been claimed before."""
    async with town() as t:
        anna = await t.subscriber("Анна")
        seminar, over, running = await waiting_out_a_429(t)
        moved = When(t.clock.now().replace(day=28), "2026-11-28T12:00", "UTC")
        await t.app.dispatcher["seminar_changes"].confirm.move_seminar(seminar, moved)
        over.set()
        await running
        (told,) = anna.from_bot
        assert "28 ноября" in told["text"]
        assert "27 ноября" not in told["text"]
