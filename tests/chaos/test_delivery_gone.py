"""People who are gone: removed once, asked never again, and never because something else is wrong (T21, T22, T26)."""

import asyncio

import pytest

from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chaos import figures
from tests.chaos.scene import TEXT, Scene, scene
from tests.chaos.virtual import on_virtual_time, suspend
from tests.sizes import trials

PEOPLE = trials(10_000, 500)
BLOCKED, DEACTIVATED, NOT_FOUND = PEOPLE // 20, PEOPLE // 200, 3
GONE = BLOCKED + DEACTIVATED
AGAIN = "Вторая новость"
THIRD = "Третья новость"
STEP = 7
"""The gone are spread over the whole audience."""


def spread(s: Scene) -> tuple[list[int], list[int]]:
    """Let people go, and return those gone and those whose chat is not found."""
    chosen = s.chats[::STEP][: GONE + NOT_FOUND]
    gone, missing = chosen[:GONE], chosen[GONE:]
    for chat in gone[:BLOCKED]:
        s.person(chat).blocked = True
    for chat in gone[BLOCKED:]:
        s.person(chat).deactivate()
    s.faults.add(
        Fault(
            FaultKind.ERROR,
            methods=("sendMessage",),
            chats=frozenset(missing),
            status=400,
            description="Bad Request: chat not found",
        )
    )
    return gone, missing


@pytest.mark.long
@on_virtual_time
async def test_t21_t22_the_gone_are_removed_once_and_chat_not_found_only_on_two_days() -> None:
    async with scene(PEOPLE, faults=Faults()) as s:
        gone, missing = spread(s)
        await s.broadcast()
        report = await s.report()
        await asyncio.sleep(30 + PEOPLE / 30)  # they are removed a part at a time
        assert (report["Недоступны"], report["Ошибки"], report["Доставлено"]) == (GONE, NOT_FOUND, PEOPLE - GONE - 3)
        assert await s.subscribed() == PEOPLE - GONE
        assert s.lost(set(s.chats) - {*gone, *missing}) == []
        removed = PEOPLE - await s.subscribed()
        await s.broadcast(PEOPLE - GONE, AGAIN)
        await s.report()
        asked = [entry for entry in s.sends(AGAIN) if entry.chat_id in set(gone)]
        assert asked == []
        assert await s.subscribed() == PEOPLE - GONE  # the same day says nothing new
        figures.note("T21", f"removed {removed} of {GONE} gone among {PEOPLE:,}; asked again {len(asked)}")
        suspend(2 * 86_400)  # twenty hours after the end of the first day
        await s.broadcast(PEOPLE - GONE, THIRD)
        await s.report()
        await asyncio.sleep(30)
        left = await s.subscribed()
        assert left == PEOPLE - GONE - NOT_FOUND
        figures.note("T22", f"removed on the first day 0, on the second {PEOPLE - GONE - left} of {NOT_FOUND}")


@pytest.mark.long
@on_virtual_time
async def test_t26_more_than_a_fifth_gone_at_the_beginning_pauses_and_removes_nobody() -> None:
    async with scene(PEOPLE) as s:
        for chat in s.chats[:400:4]:
            s.person(chat).blocked = True
        await s.broadcast()
        await s.sees(s.admin, "Рассылка остановилась сама")
        stopped = len(s.sends())
        await asyncio.sleep(3_600)
        assert len(s.sends()) - stopped <= 16
        assert len(s.sends()) <= 130
        removed = PEOPLE - await s.subscribed()
        assert removed <= 20
        s.admin.press("Отменить")
        await s.report()
        await asyncio.sleep(600)
        removed = PEOPLE - await s.subscribed()
        assert removed <= 20
        assert s.doubled(TEXT) == {}
        figures.note("T26", f"stopped after {stopped} of {PEOPLE:,}; removed {removed}, also when cancelled")
