"""Everybody's message edited, then deleted, at the pace of everything else, beside 429s and a long pause (A7, R16)."""

import re
from collections.abc import Callable

import pytest

from bot.demo.faults.plan import Fault, FaultKind, Faults
from bot.demo.ledger import Entry
from tests.chaos import figures
from tests.chaos.scene import TEXT, Scene, scene
from tests.chaos.virtual import on_virtual_time, true
from tests.chat import ADMIN
from tests.sizes import trials

PEOPLE = trials(10_000, 300)
RATE = 30
NEW = f"{TEXT}, исправлено"


def done(s: Scene, method: str) -> list[Entry]:
    """What Telegram did in the chats of people."""
    calls = s.telegram.ledger.entries
    return [each for each in calls if each.method == method and each.accepted and each.chat_id != ADMIN]


def used(s: Scene, calls: list[Entry]) -> float:
    """Which part of what is allowed was used from the first call to the last."""
    times = [call.at for call in calls]
    return len(calls) / ((max(times) - min(times)) * RATE)


def report(s: Scene) -> dict[str, int]:
    """The numbers of the newest message of the admin."""
    text = str(s.admin.messages[-1]["text"])
    return {line: int(number) for line, number in re.findall(r"^([^\n:]+): (\d+)", text, re.MULTILINE)}


async def edited(s: Scene) -> None:
    """Edit the broadcast everywhere."""
    s.admin.press("Исправить у всех")
    await s.sees(s.admin, "Что исправить?")
    s.admin.sends(NEW)
    await s.sees(s.admin, f"✏️ Исправить {PEOPLE}")
    s.admin.press(f"✏️ Исправить {PEOPLE}")
    await s.sees(s.admin, "Исправление закончено")


@pytest.mark.long
@on_virtual_time
async def test_editing_and_deleting_everywhere_keep_the_pace_and_obey_429() -> None:
    slow = Fault(
        FaultKind.ERROR,
        methods=("editMessageText", "deleteMessages"),
        share=0.002,
        status=429,
        description="Too Many Requests: retry after 1",
        retry_after=1,
    )
    async with scene(PEOPLE) as s:
        await s.broadcast()
        await s.report()
        await edited(s)
        edits, shown = done(s, "editMessageText"), report(s)
        assert (shown["Исправлено"], shown["Всего"], len({call.chat_id for call in edits})) == (PEOPLE,) * 3
        share, seconds = used(s, edits), max(call.at for call in edits) - min(call.at for call in edits)
        refused = len(s.refused_429())
        assert share >= 0.9
        assert refused == 0
        s.admin.press("Назад")
        await s.sees(s.admin, "Удалить у всех")
        s.telegram.faults = Faults(slow)
        s.admin.press("Удалить у всех")
        await s.sees(s.admin, f"↩️ Удалить {PEOPLE}")
        s.admin.press(f"↩️ Удалить {PEOPLE}")
        await s.sees(s.admin, "Удаление закончено")
        deleted, shown = done(s, "deleteMessages"), report(s)
        assert (shown["Удалено"], shown["Всего"], len({call.chat_id for call in deleted})) == (PEOPLE,) * 3
        figures.note(
            "A7",
            f"{PEOPLE:,} messages edited in {seconds:,.0f} s, {share:.1%} of 30 a second, refused {refused}; "
            f"then deleted beside {len(s.refused_429()):,} refusals for speed, the report off by 0",
        )


async def stands_still(s: Scene, pause: Callable[[], object], go_on: Callable[[], object]) -> None:
    """Pause, see that nothing is done a second later, and let it go on."""
    pause()
    await s.app.clock.sleep(1)
    before = len(done(s, "deleteMessages"))
    await s.app.clock.sleep(30)
    assert len(done(s, "deleteMessages")) == before < PEOPLE
    go_on()
    await true(lambda: len(done(s, "deleteMessages")) > before)


@on_virtual_time
async def test_pause_of_all_and_its_own_stop_it_within_a_second() -> None:
    async with scene(PEOPLE) as s:
        await s.broadcast()
        await s.report()
        s.admin.press("Удалить у всех")
        await s.sees(s.admin, f"↩️ Удалить {PEOPLE}")
        s.admin.press(f"↩️ Удалить {PEOPLE}")
        card = s.admin.messages[-1]["message_id"]
        await true(lambda: len(done(s, "deleteMessages")) > PEOPLE / 5)
        await stands_still(s, lambda: s.admin.press("⏸ Пауза", card), lambda: s.admin.press("▶️ Продолжить", card))
        await true(lambda: len(done(s, "deleteMessages")) > PEOPLE / 2)
        await stands_still(s, lambda: s.admin.sends("/pause"), lambda: s.admin.press("▶️"))
        await true(lambda: "Удаление закончено" in str(s.admin.log[card]["text"]))
        assert len({call.chat_id for call in done(s, "deleteMessages")}) == PEOPLE
