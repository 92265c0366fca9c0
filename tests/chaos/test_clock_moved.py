"""A seminar is moved or cancelled while its reminders leave: nobody is reminded of what no longer holds (T41, T42)."""

import asyncio
from datetime import timedelta

import pytest

from bot.demo.ledger import Entry
from tests.chaos import figures
from tests.chaos.scene import FIRST, Scene, scene
from tests.chaos.virtual import START, on_virtual_time, true
from tests.sizes import trials

PEOPLE = trials(5_000, 300)
TITLE = "Право на работу"
NEWS, STEP, MOVED, CANCELLED = "Новый семинар", "Напоминание", "Семинар перенесён", "Семинар отменён"
BEGINS = START + timedelta(hours=3)
LATER = BEGINS + timedelta(hours=2)
IN_FLIGHT = 16
"""What may be with Telegram, or on its way there, when a tap is answered."""


def told(s: Scene, words: str) -> list[Entry]:
    """What the people were sent about the seminar, of one kind."""
    return [
        e for e in s.telegram.ledger.messages(TITLE) if e.chat_id in range(FIRST, FIRST + PEOPLE) and words in e.text
    ]


async def half_reminded(s: Scene) -> int:
    """Enter a seminar, wait until a third has its reminder; return the admin's card."""
    await s.announces(f"/seminar {BEGINS:%Y-%m-%d %H:%M} UTC | {TITLE} | Work permits | https://youtu.be/abc | 90m")
    card = int(s.admin.messages[-1]["message_id"])
    await true(lambda: len(told(s, NEWS)) == PEOPLE, 1_000)
    await asyncio.sleep(BEGINS.timestamp() - 3_600 - s.now())
    await true(lambda: len(told(s, STEP)) >= PEOPLE // 3, 600)
    return card


async def shows(s: Scene, card: int, words: str) -> None:
    """Wait until the admin's card says so, or has such a button."""
    await true(lambda: words in str(s.admin.log[card]), 60)


async def taps(s: Scene, card: int, label: str) -> None:
    """Tap twice: the card is days old, so the first tap only draws it anew (R15)."""
    s.admin.press(label, card)
    await shows(s, card, "не выполнено")
    s.admin.press(label, card)


@pytest.mark.long
@on_virtual_time
async def test_t41_moved_in_the_middle() -> None:
    async with scene(PEOPLE, reminder_offsets="1h,0m") as s:
        card = await half_reminded(s)
        await taps(s, card, "Перенести")
        await shows(s, card, "пришлите новое время")
        s.admin.sends(f"{LATER:%Y-%m-%d %H:%M} UTC")
        await s.sees(s.admin, "Перенести ·")
        s.admin.press("Перенести ·")
        await true(lambda: len(told(s, MOVED)) > 0, 60)
        first = min(entry.arrived for entry in told(s, MOVED))
        await true(lambda: len(told(s, MOVED)) == PEOPLE, 1_000)
        wrong = [entry for entry in told(s, STEP) if entry.arrived > first]
        assert len(wrong) <= IN_FLIGHT
        before = len(told(s, STEP))
        assert before < PEOPLE
        await asyncio.sleep(LATER.timestamp() - 60 - s.now())
        after = told(s, STEP)[before:]
        assert sorted(int(entry.chat_id or 0) for entry in after) == s.chats
        due = (LATER - timedelta(hours=1)).timestamp()
        assert all(due <= entry.at <= due + 60 + PEOPLE / 28 for entry in after)
        assert s.doubled(MOVED) == {}
        figures.note("T41", f"{PEOPLE:,}: reminders of the old time afterwards {len(wrong)}, of the new one lost 0")


@pytest.mark.long
@on_virtual_time
async def test_t42_cancelled_in_the_middle() -> None:
    async with scene(PEOPLE, reminder_offsets="1h,0m") as s:
        card = await half_reminded(s)
        s.admin.press("Отменить семинар", card)
        await s.sees(s.admin, "Отменить семинар ·")
        s.admin.press("Отменить семинар ·")
        await true(lambda: len(told(s, CANCELLED)) > 0, 60)
        first = min(entry.arrived for entry in told(s, CANCELLED))
        await true(lambda: len(told(s, CANCELLED)) == PEOPLE, 1_000)
        reminded = len(told(s, STEP))
        assert reminded < PEOPLE
        wrong = [entry for entry in told(s, STEP) if entry.arrived > first]
        assert len(wrong) <= IN_FLIGHT
        await asyncio.sleep(4 * 3_600)
        assert len(told(s, STEP)) == reminded
        assert told(s, "Семинар в эфире") == []
        assert s.doubled(CANCELLED) == {}
        figures.note("T42", f"{PEOPLE:,}: reminders afterwards {len(wrong)}, everybody told of it, once")
