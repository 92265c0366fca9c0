"""kill -9 in the middle of a broadcast: nobody is lost, doubled at most what was in flight, and the report knows."""

import os
import random
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.process.stage import Stage, stage
from tests.waiting import until

RECIPIENTS = 2_000
RATE = 300
KILLS = int(os.environ.get("CHAOS_KILLS", "4"))
TEXT = "Семинар переносится в большой зал"

pytestmark = pytest.mark.process


async def compose(play: Stage) -> None:
    """The admin writes, previews and confirms a broadcast to everybody."""
    admin = play.admin
    steps = (
        (lambda: admin.sends("/broadcast"), "Отмена"),
        (lambda: admin.sends(TEXT), "Одно для всех"),
        (lambda: admin.press("Одно для всех"), f"Отправить {RECIPIENTS}"),
        (lambda: admin.press(f"Отправить {RECIPIENTS}"), "Пауза"),
    )
    for act, label in steps:
        act()
        await until(partial(shows, play, label))


def shows(play: Stage, label: str) -> bool:
    """Whether the admin's newest message has such a button."""
    keyboard = play.admin.messages[-1].get("reply_markup", {}).get("inline_keyboard", [])
    return any(label in button["text"] for row in keyboard for button in row)


def reached(play: Stage) -> list[int]:
    """Recipients (not the admin's previews) in the order Telegram accepted their messages."""
    return [chat for chat in play.accepted(TEXT) if chat != play.admin.id]


def passed(play: Stage, point: int) -> bool:
    """Whether so many messages have been accepted."""
    return len(reached(play)) >= point


async def test_a_broadcast_survives_being_killed(tmp_path: Path) -> None:
    limits = Limits(per_second=RATE, latency=(0.005, 0.01), after=(0.005, 0.01))
    async with stage(tmp_path, limits, SEND_RATE=str(RATE)) as play:
        chats = await play.subscribers(RECIPIENTS)
        await play.start()
        await compose(play)
        in_flight: list[int] = []
        for point in sorted(random.SystemRandom().sample(range(1, RECIPIENTS - 100), KILLS)):
            await until(partial(passed, play, point), within=60)
            await play.kill()
            in_flight += [chat for (chat,) in await play.query("SELECT chat FROM delivery WHERE state = 1")]
            await play.start()
        await until(lambda: "Всего" in str(play.admin.messages[-1].get("text")), within=90)
        assert await play.stop() == 0
        counted = Counter(reached(play))
        lost = set(chats) - set(counted)
        doubled = sum(counted.values()) - len(counted)
        columns = 'total, delivered, twice, gone + failed + unknown + expired + "left"'
        total, delivered, twice, others = (await play.query(f"SELECT {columns} FROM mailing"))[0]  # noqa: S608 -- above
        print(f"\nkills={KILLS} lost={len(lost)} doubled={doubled} in_flight={len(in_flight)} reported={twice}")
        assert lost == set()
        assert {chat for chat, times in counted.items() if times > 1} <= set(in_flight)
        assert doubled <= len(in_flight)
        assert len([chat for chat, times in counted.items() if times > 1]) <= twice <= len(in_flight)
        assert (total, delivered, others) == (RECIPIENTS, len(counted), 0)
        report = str(play.admin.messages[-1]["text"])
        assert f"Доставлено: {delivered}" in report
        assert f"Всего: {total}" in report
        assert f"Возможно дважды: {twice}" in report
