"""kill -9 inside the window of «Вернуть»: nobody is told unasked, nobody is told twice (A4)."""

import asyncio
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

import pytest

from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.process.stage import Stage, stage, wall_time
from tests.sizes import dice, trials
from tests.waiting import until

PEOPLE = 51
WINDOW_SECONDS = 6
TRIALS = trials(100, 3)
END = "SELECT not_before FROM mailing WHERE state = 'undo' AND id = (SELECT max(id) FROM mailing)"
MARGIN_SECONDS = 3.0
"""Between meeting Telegram and looking at the windows a start may take so long, on a machine that is busy."""

pytestmark = [pytest.mark.process, pytest.mark.long]


async def confirm(play: Stage, text: str) -> None:
    """The admin writes a broadcast to everybody and confirms it: its window is open."""
    await play.asks(play.admin, "/broadcast", "Отмена")
    await play.asks(play.admin, text, "Одно для всех")
    await play.taps(play.admin, "Одно для всех", f"Отправить {PEOPLE}")
    await play.taps(play.admin, f"Отправить {PEOPLE}", "Вернуть")


def told(play: Stage, text: str) -> Counter[int]:
    """How often each recipient got it."""
    return Counter(chat for chat in play.accepted(text) if chat != play.admin.id)


def asks(play: Stage) -> bool:
    """Whether the admin is asked; what was asked before is taken off."""
    return any("ждёт вашего решения" in str(message.get("text")) for message in play.admin.messages)


def settled(play: Stage, text: str) -> bool:
    """Whether everybody was told, or the admin is asked."""
    return len(told(play, text)) == PEOPLE or asks(play)


async def take_off(play: Stage) -> bool:
    """Take off what asks, and say whether it did: at each start all cards are drawn anew, a message a second."""
    asked = asks(play)
    if asked:
        play.admin.press("Не отправлять")
        await until(lambda: not asks(play), within=20)
    return asked


async def sleep_through(play: Stage, chance: Random, end: float) -> float:
    """Stay away for a moment or beyond the window's end, and start; return when the start met Telegram."""
    beyond = chance.random() < 0.5
    await asyncio.sleep(max(0.0, end - wall_time() + chance.uniform(0, 2)) if beyond else chance.uniform(0, 0.3))
    await play.start()
    return wall_time()


async def test_a_kill_inside_the_window_tells_nobody_unasked_and_nobody_twice(tmp_path: Path) -> None:
    chance, went, asked, back = dice("undo kills"), 0, 0, 0
    async with stage(tmp_path, Limits(model="off"), SEND_UNDO=str(WINDOW_SECONDS)) as play:
        await play.subscribers(PEOPLE)
        await play.start()
        for trial in range(TRIALS):
            text = f"Попытка {trial}."
            await confirm(play, text)
            await asyncio.sleep(chance.uniform(0, WINDOW_SECONDS - 2))
            taken_back = chance.random() < 0.25
            if taken_back:
                play.admin.press("Вернуть")
                await asyncio.sleep(chance.uniform(0, 0.05))
            await play.kill()
            assert not told(play, text)
            end = ((await play.query(END)) or [(0,)])[0][0]
            if taken_back:
                back += 1
                met = await sleep_through(play, chance, end)
                await asyncio.sleep(max(0.0, end - wall_time()) + MARGIN_SECONDS)
                assert met > end - MARGIN_SECONDS or not told(play, text)
            else:
                met = await sleep_through(play, chance, end)
                await until(partial(settled, play, text), within=20)
                await asyncio.sleep(0.3)
                assert met < end or not told(play, text), "its window ended while nothing ran, and it was sent unasked"
                assert met > end - MARGIN_SECONDS or len(told(play, text)) == PEOPLE
                went += bool(told(play, text))
            assert set(told(play, text).values()) <= {1}
            asked += await take_off(play)
        note("A4", f"{TRIALS} kills inside the window: {went} went on counting, {asked} asked, {back} taken back")
        note("A4", "told unasked 0, told twice 0")
