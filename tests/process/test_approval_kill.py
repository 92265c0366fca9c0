"""kill -9 around the tap that approves a large broadcast: it goes out in exactly one run, or not at all (A4)."""

import asyncio
from collections import Counter
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from bot.demo.chats.person import Person
from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.process.stage import ADMIN, Stage, stage
from tests.sizes import dice, trials
from tests.waiting import until

PEOPLE = 12
SECOND, THIRD = 9002, 9003
TRIALS = trials(60, 3)
REQUEST = "Нужно ваше подтверждение"
STATE = "SELECT state FROM mailing WHERE id = (SELECT max(id) FROM mailing)"
IN_FLIGHT = "SELECT count(*) FROM delivery WHERE state = 1"
RUNS = "SELECT count(*) FROM journal WHERE action = 'broadcast-sent'"

pytestmark = [pytest.mark.process, pytest.mark.long]


def told(play: Stage, text: str) -> Counter[int]:
    """How often each recipient got it."""
    return Counter(chat for chat in play.accepted(text) if chat not in (ADMIN, SECOND, THIRD))


def everybody(play: Stage, text: str) -> bool:
    """Whether all have got it."""
    return len(told(play, text)) == PEOPLE


async def press_until_told(play: Stage, second: Person, text: str) -> None:
    """Approve by a card that this process has drawn: the first tap may only draw it anew."""
    for _ in range(3):
        await play.sees(second, REQUEST)
        second.press("Подтвердить")
        with suppress(TimeoutError):
            await until(partial(everybody, play, text), within=4)
            return


async def test_a_kill_around_the_approval_leaves_exactly_one_run(tmp_path: Path) -> None:
    chance, doubled, again = dice("approval kills"), 0, 0
    admins, limits = f"{ADMIN},{SECOND},{THIRD}", Limits(latency=(0.005, 0.01))
    async with stage(tmp_path, limits, ADMIN_IDS=admins, SECOND_APPROVAL_ABOVE="10") as play:
        second, third = (play.telegram.person(number, "Второй", "ru") for number in (SECOND, THIRD))
        second.started = third.started = True
        await play.subscribers(PEOPLE)
        await play.start()
        for trial in range(TRIALS):
            text = f"Попытка {trial}."
            await play.asks(play.admin, "/broadcast", "Отмена")
            await play.asks(play.admin, text, "Одно для всех")
            await play.taps(play.admin, "Одно для всех", f"Отправить {PEOPLE}")
            await play.taps(play.admin, f"Отправить {PEOPLE}", "ждёт второго подтверждения")
            await play.sees(second, REQUEST)
            await play.sees(third, REQUEST)
            assert not told(play, text)
            second.press("Подтвердить")
            await asyncio.sleep(chance.choice((0.0, chance.uniform(0, 0.06))))
            await play.kill()
            ((flying,),) = await play.query(IN_FLIGHT)
            ((state,),) = await play.query(STATE)
            await play.start()
            if state == "approval":
                again += 1
                assert not told(play, text)
                await asyncio.sleep(1)  # the tap that waited comes to this process, and approves nothing
                assert not told(play, text)
                await press_until_told(play, second, text)
            await until(partial(everybody, play, text), within=30)
            await asyncio.sleep(0.3)
            extra = sum(told(play, text).values()) - PEOPLE
            assert extra <= flying
            doubled += extra
        await play.stop()
        assert await play.query(RUNS) == [(TRIALS,)]
        note(
            "A4", f"{TRIALS} kills around an approval: {TRIALS} runs, {again} approved anew, lost 0, doubled {doubled}"
        )
