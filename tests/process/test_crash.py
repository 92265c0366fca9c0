"""kill -9 in the middle of a broadcast: nobody is lost, doubled at most what was in flight, and the report knows."""

import asyncio
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.process.stage import Stage, stage
from tests.sizes import FULL, dice, trials
from tests.waiting import until

IN_FLIGHT = "SELECT chat FROM delivery JOIN person ON number = person WHERE state = 1"

USUAL, FAST = 28, 300
RUNS = {USUAL: (trials(10_000, 300), trials(100, 8)), FAST: (trials(2_000, 600), trials(20, 2))}
"""Recipients and kills by the rate: that of the real Telegram, and one at which much more is in flight."""

MEAN = 0.5
"""Doubled messages a kill at the usual rate; so few kills say nothing of a mean, so only the long run is held to it."""

TEXT = "Семинар переносится в большой зал"

pytestmark = pytest.mark.process


async def compose(play: Stage, recipients: int) -> None:
    """The admin writes, previews and confirms a broadcast to everybody."""
    admin = play.admin
    await play.asks(admin, "/broadcast", "Отмена")
    await play.asks(admin, TEXT, "Одно для всех")
    await play.taps(admin, "Одно для всех", f"Отправить {recipients}")
    await play.taps(admin, f"Отправить {recipients}", "Пауза")


def reached(play: Stage) -> list[int]:
    """Recipients (not the admin's previews) in the order Telegram accepted their messages."""
    return [chat for chat in play.accepted(TEXT) if chat != play.admin.id]


def passed(play: Stage, point: int) -> bool:
    """Whether so many messages have been accepted."""
    return len(reached(play)) >= point


@pytest.mark.parametrize("rate", [pytest.param(USUAL, marks=pytest.mark.long), FAST])
async def test_a_broadcast_survives_being_killed(tmp_path: Path, rate: int) -> None:
    recipients, kills = RUNS[rate]
    chance = dice(f"T15 {rate}")
    limits = Limits(per_second=30 if rate == USUAL else rate, latency=(0.005, 0.01), after=(0.005, 0.01))
    async with stage(tmp_path, limits, SEND_RATE=str(rate)) as play:
        chats = await play.subscribers(recipients)
        await play.start()
        await compose(play, recipients)
        in_flight: list[int] = []
        for point in sorted(chance.sample(range(1, recipients - recipients // 10), kills)):
            await until(partial(passed, play, point), within=90)
            await asyncio.sleep(chance.random() * 0.2)  # else each kill would come right after an accept
            await play.kill()
            in_flight += [chat for (chat,) in await play.query(IN_FLIGHT)]
            await play.start()
        await until(lambda: "Всего" in str(play.admin.messages[-1].get("text")), within=120)
        assert await play.stop() == 0
        counted = Counter(reached(play))
        doubled = check(play, Counter(in_flight), counted, set(chats))
        await check_report(play, counted, len(in_flight))
        assert not FULL or rate != USUAL or doubled / kills <= MEAN
        told = f"{kills} kills, {recipients:,} recipients at {rate}/s: lost 0, doubled {doubled}"
        note("T15", f"{told} ({doubled / kills:.2f} a kill), in flight {len(in_flight)}")


def check(play: Stage, in_flight: Counter[int], counted: Counter[int], chats: set[int]) -> int:
    """Return how many were told again.

    Nobody lost; told again only who was with Telegram at a kill, once a kill, or got no answer and was tried again.

    By construction: a second message needs a first one whose verdict was not written down, and such a row is leased
    when the process dies. The one other way is a call without an answer, which the log counts; a loaded machine or a
    broken connection can make one, and without that term the comparison would be too strict.
    """
    unanswered = play.log.read_text().count("no_answer")
    again = {chat: times - 1 for chat, times in counted.items() if times > 1}
    unexplained = sum(max(0, times - in_flight[chat]) for chat, times in again.items())
    lost = chats - set(counted)
    print(f"\nlost={len(lost)} doubled={sum(again.values())} in_flight={in_flight.total()}", end=" ")
    print(f"unanswered={unanswered} unexplained={unexplained}")
    assert lost == set()
    assert unexplained <= unanswered
    return sum(again.values())


async def check_report(play: Stage, counted: Counter[int], in_flight: int) -> None:
    """The report is what the ledger says, and names those who may have been told twice."""
    columns = 'total, delivered, twice, gone + failed + unknown + expired + "left"'
    total, delivered, twice, others = (await play.query(f"SELECT {columns} FROM mailing"))[0]  # noqa: S608 -- above
    assert sum(times > 1 for times in counted.values()) <= twice <= in_flight + play.log.read_text().count("no_answer")
    assert (total, delivered, others) == (len(counted), len(counted), 0)
    report = str(play.admin.messages[-1]["text"])
    for line in (f"Доставлено: {delivered}", f"Всего: {total}", f"Возможно дважды: {twice}"):
        assert line in report
