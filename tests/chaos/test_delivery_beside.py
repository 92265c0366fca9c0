"""What happens beside a run: taps, and a reminder in the same minute (T32, T33)."""

import asyncio
import math
from datetime import timedelta

import pytest

from bot.demo.chats.person import Person
from tests.chaos import figures
from tests.chaos.scene import Scene, scene
from tests.chaos.virtual import START, on_virtual_time, true
from tests.sizes import FULL, trials

PEOPLE = trials(10_000, 1_000)
TAPS = trials(400, 60)
RATE = 30
TITLE = "Разрешение на работу"


async def waits(s: Scene, reader: Person, label: str) -> float:
    """Tap, wait for what it leads to, and return how long that took by the ledger."""
    from_here, tapped = len(s.telegram.ledger.entries), s.now()
    reader.press(label)

    def answered() -> list[float]:
        entries = s.telegram.ledger.entries[from_here:]
        return [e.at for e in entries if e.accepted and e.chat_id == reader.id and e.method == "editMessageText"]

    await true(lambda: bool(answered()), within=60, every=0.05)
    return answered()[0] - tapped


def p95(values: list[float]) -> float:
    """The value that 95 of a hundred do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


@on_virtual_time
async def test_t32_a_tap_is_answered_within_a_second_while_thousands_wait() -> None:
    async with scene(PEOPLE) as s:
        readers = [s.telegram.person(number, "x", "ru") for number in range(101, 111)]
        for reader in readers:
            reader.sends("/start")
            await s.sees(reader, "Вопросы и ответы")
        await s.broadcast()
        took = []
        for number in range(TAPS):
            reader = readers[number % len(readers)]
            label = "Вопросы и ответы" if number // len(readers) % 2 == 0 else "Меню"
            took.append(await waits(s, reader, label))
            await asyncio.sleep(0.37)
        assert len(s.accepted()) < PEOPLE
        assert s.refused_429() == []
        assert p95(took) <= 1
        await s.report()
        assert (s.lost(), s.doubled()) == ([], {})
        figures.note(
            "T32", f"{TAPS} taps while {PEOPLE:,} wait: p95 {p95(took):.2f} s, longest {max(took):.2f} s; 429 0"
        )


@pytest.mark.long
@on_virtual_time
async def test_t33_a_reminder_goes_before_a_broadcast_of_the_same_minute_and_nothing_is_refused() -> None:
    async with scene(PEOPLE, reminder_offsets="1h") as s:
        begins = START + timedelta(minutes=63 if not FULL else 120)
        await s.announces(f"/seminar {begins:%Y-%m-%d %H:%M} UTC | {TITLE} | Work permits | https://youtu.be/abc | 90m")
        await true(lambda: len(s.accepted(TITLE)) >= PEOPLE)
        announced = len(s.accepted(TITLE))
        due = begins.timestamp() - 3_600
        assert s.now() < due - 30
        await asyncio.sleep(due - 5 - s.now())
        await s.broadcast()
        report = await s.report()
        reminders = s.accepted(TITLE)[announced:]
        assert s.refused_429() == []
        assert len(reminders) == len({entry.chat_id for entry in reminders}) == PEOPLE
        late = max(entry.at for entry in reminders) - due - PEOPLE / RATE
        assert late <= 60
        assert min(entry.at for entry in reminders) >= due
        assert (s.lost(), s.doubled(), report["Доставлено"]) == ([], {}, PEOPLE)
        figures.note("T33", f"{PEOPLE:,} reminders and as many of a broadcast: 429 0, lost 0, doubled 0, late 0")
