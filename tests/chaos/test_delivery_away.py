"""Telegram away for an hour in the middle of a run, reminders among what waits (T31)."""

import asyncio
from datetime import timedelta

import pytest

from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chaos import figures
from tests.chaos.scene import Scene, scene
from tests.chaos.virtual import START, on_virtual_time, true
from tests.sizes import trials

PEOPLE = trials(5_000, 300)
HOUR = 3_600.0
SOON = "Через полчаса начнём"
BAD_GATEWAY = Fault(FaultKind.HTML, status=502, description="Bad Gateway")
KINDS = {
    "unreachable": Fault(FaultKind.UNREACHABLE),
    "reset": Fault(FaultKind.RESET),
    "502 and HTML": BAD_GATEWAY,
}
LINK = "https://youtu.be/abc"


def seminar(minutes: int) -> str:
    """What the admin types to enter a seminar that begins then."""
    local = (START + timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M")
    return f"/seminar {local} UTC | Разрешение на работу | Work permits | {LINK} | 90m"


async def away(s: Scene, fault: Fault) -> tuple[float, float]:
    """Let Telegram be away for an hour; return when it went and came."""
    went = s.now()
    s.faults.add(fault)
    await asyncio.sleep(HOUR)
    s.faults.clear()
    return went, s.now()


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name == "502 and HTML" else pytest.mark.long) for name in KINDS]
)
@on_virtual_time
async def test_t31_an_hour_without_telegram_loses_nobody(name: str) -> None:
    async with scene(PEOPLE, faults=Faults()) as s:
        await s.broadcast()
        await true(lambda: len(s.accepted()) >= PEOPLE // 3)
        went, came = await away(s, KINDS[name])
        report = await s.report()
        calls = [entry for entry in s.sends() if went <= entry.arrived < came]
        unheard = sum(not entry.answered for entry in s.accepted())
        assert s.lost() == []
        assert len(calls) <= 16 + HOUR / 30 + 10
        assert sum(s.doubled().values()) <= unheard
        assert report["Доставлено"] == PEOPLE
        last = max(entry.at for entry in s.accepted()) - came
        assert last <= 660 + PEOPLE / 20
        figures.note(
            "T31",
            f"{name}: lost 0, doubled {sum(s.doubled().values())}, {len(calls)} calls, all told {last:.0f} s after",
        )


@on_virtual_time
async def test_t31_a_reminder_that_has_become_useless_is_not_sent_after_the_outage() -> None:
    async with scene(60, faults=Faults(), reminder_offsets="24h,1h,10m,0m") as s:
        await s.announces(seminar(50))
        await true(lambda: all(s.person(chat).messages for chat in s.chats), within=300)
        before = len(s.telegram.ledger.messages())
        _, came = await away(s, KINDS["unreachable"])
        await asyncio.sleep(600)
        after = [e for e in s.telegram.ledger.messages()[before:] if e.chat_id in set(s.chats)]
        per_chat = {chat: sum(e.chat_id == chat for e in after) for chat in s.chats}
        assert set(per_chat.values()) == {1}
        assert all(came <= entry.at <= came + 120 for entry in after)
        assert not [entry for entry in after if "через 10 минут" in entry.text.lower()]
        figures.note("T31", f"reminders of {HOUR / 60:.0f} minutes: stale 0, one message a person afterwards")
