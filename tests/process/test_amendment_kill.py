"""kill -9 while all is deleted or edited everywhere: each message is done, and the report is the ledger's (A7)."""

import asyncio
import re
from functools import partial
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.process.stage import Stage, stage
from tests.sizes import dice, trials
from tests.waiting import until

PEOPLE = 40
TRIALS = trials(40, 2)
OPEN = "SELECT count(*) FROM amendment WHERE state = 'running'"

pytestmark = [pytest.mark.process, pytest.mark.long]


def done(play: Stage, method: str, text: str) -> set[int]:
    """In which chats Telegram did it."""
    calls = play.telegram.ledger.accepted(method)
    return {int(each.chat_id or 0) for each in calls if text in each.text and each.chat_id != play.admin.id}


def most(play: Stage, method: str, text: str, count: int) -> bool:
    """Whether so many are done."""
    return len(done(play, method, text)) >= count


async def through_a_kill(play: Stage, method: str, text: str, upto: int) -> bool:
    """Kill the bot when so many are done, start it, and return whether the work was still to go on."""
    await until(partial(most, play, method, text, upto), within=30)
    await play.kill()
    ((running,),) = await play.query(OPEN)
    await play.start()
    return bool(running)


def reported(play: Stage, line: str) -> int:
    """A number of the newest message of the admin."""
    found = re.search(rf"^{line}: (\d+)", str(play.admin.messages[-1]["text"]), re.MULTILINE)
    return int(found[1]) if found else -1


async def test_a_kill_in_the_middle_leaves_out_and_miscounts_nobody(tmp_path: Path) -> None:
    chance, inside = dice("amendment kills"), 0
    async with stage(tmp_path, Limits(latency=(0.005, 0.01)), SEND_UNDO="0") as play:
        await play.subscribers(PEOPLE)
        await play.start()
        for trial in range(TRIALS):
            old, new = f"Попытка {trial}.", f"Попытка {trial}, исправлено."
            await play.asks(play.admin, "/broadcast", "Отмена")
            await play.asks(play.admin, old, "Одно для всех")
            await play.taps(play.admin, "Одно для всех", f"Отправить {PEOPLE}")
            await play.taps(play.admin, f"Отправить {PEOPLE}", f"Всего: {PEOPLE}")
            await play.taps(play.admin, "Исправить у всех", "Что исправить?")
            await play.asks(play.admin, new, f"✏️ Исправить {PEOPLE}")
            play.admin.press(f"✏️ Исправить {PEOPLE}")
            inside += await through_a_kill(play, "editMessageText", new, chance.randrange(1, PEOPLE))
            await play.sees(play.admin, "Исправление закончено", within=40)
            assert len(done(play, "editMessageText", new)) == reported(play, "Исправлено") == PEOPLE
            await play.taps(play.admin, "Назад", "Удалить у всех")
            await play.taps(play.admin, "Удалить у всех", "Можно удалить")
            before = len(play.telegram.ledger.accepted("deleteMessages"))
            await asyncio.sleep(0.1)
            play.admin.press(f"↩️ Удалить {PEOPLE}")
            upto = chance.randrange(1, PEOPLE)
            await until(partial(deleted, play, before + upto), within=30)
            await play.kill()
            inside += bool((await play.query(OPEN))[0][0])
            await play.start()
            await play.sees(play.admin, "Удаление закончено", within=40)
            assert reported(play, "Удалено") == PEOPLE
            left = [chat for chat in range(10_001, 10_001 + PEOPLE) if play.telegram.person(chat, "x").messages]
            assert left == []
        await play.stop()
        note("A7", f"{2 * TRIALS} kills, {inside} of them in the middle: left out 0, the reports off by 0")


def deleted(play: Stage, count: int) -> bool:
    """Whether so many were deleted."""
    return len(play.telegram.ledger.accepted("deleteMessages")) >= count
