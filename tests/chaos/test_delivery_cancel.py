"""A run cancelled at the half, and the bot killed right then: nothing more leaves, also after the restart (T28)."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.demo.ledger import Entry
from bot.demo.limits import Limits
from tests.chaos import figures
from tests.process.stage import Stage, stage
from tests.waiting import until

PEOPLE = 300
RATE = 100
TEXT = "Новость для всех"
AFTERWARDS = 3.0
"""Seconds of the new process in which nothing may be sent; it would be 300 messages."""

pytestmark = pytest.mark.process


def sends(play: Stage) -> list[Entry]:
    """Every message of the broadcast Telegram took, the admin's previews left out."""
    entries = play.telegram.ledger.messages(TEXT)
    return [entry for entry in entries if entry.chat_id != play.admin.id]


def answers(play: Stage) -> list[Entry]:
    """The answers to taps: each is given when what the tap did is durable."""
    return play.telegram.ledger.accepted("answerCallbackQuery")


async def at_the_half(play: Stage) -> None:
    """Begin a broadcast and wait for its half."""
    await play.subscribers(PEOPLE)
    await play.start()
    await play.asks(play.admin, "/broadcast", "Отмена")
    await play.asks(play.admin, TEXT, "Одно для всех")
    await play.taps(play.admin, "Одно для всех", f"Отправить {PEOPLE}")
    await play.taps(play.admin, f"Отправить {PEOPLE}", "Пауза")
    await until(lambda: len(sends(play)) >= PEOPLE // 2, within=60)


@pytest.mark.parametrize("patient", [True, False])
async def test_t28_cancelled_at_the_half_and_killed(tmp_path: Path, patient: bool) -> None:
    limits = Limits(per_second=RATE, latency=(0.005, 0.02), after=(0.005, 0.02))
    async with stage(tmp_path, limits, SEND_RATE=str(RATE)) as play:
        await at_the_half(play)
        before = len(answers(play))
        play.admin.press("Отменить")
        if patient:
            await until(lambda: len(answers(play)) > before)
        await play.kill()
        killed = play.telegram.world.now()
        told = len(answers(play)) > before
        cancelled = (await play.query("SELECT state FROM mailing"))[0][0] == "cancelled"
        assert cancelled or not told  # R7: nobody is told of what is not durable
        effective = answers(play)[before].arrived if told else killed
        await play.start()
        await asyncio.sleep(AFTERWARDS)
        late = [entry for entry in sends(play) if entry.at > effective]
        assert not cancelled or len(late) <= play.telegram.ledger.in_flight_at(effective)
        await play.sees(play.admin, "Всего")
        assert f"Всего: {PEOPLE}" in str(play.admin.messages[-1]["text"])
        again = sum(times > 1 for times in Counter(entry.chat_id for entry in sends(play)).values())
        if cancelled:
            figures.note("T28", f"sent after the cancel {len(late)}, doubled {again}, of {PEOPLE} at {RATE}/s")
