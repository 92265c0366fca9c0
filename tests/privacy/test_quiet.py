"""After «Вы отписаны» nothing more arrives, also in the middle of a running broadcast (R4)."""

from collections import defaultdict
from functools import partial
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.privacy.running import Running, running
from tests.privacy.traces import FIRST, found
from tests.sizes import dice
from tests.waiting import until

TEXT = "Семинар переносится в большой зал"
PEOPLE = 150
LEAVING = 100
SLOW = Limits(per_second=60, latency=(0.0, 0.3), after=(0.0, 0.2))


def order(play: Running) -> dict[int, list[str]]:
    """What each chat was told, in the order of Telegram: the broadcast, the farewell."""
    told: dict[int, list[str]] = defaultdict(list)
    for entry in play.telegram.ledger.entries:
        text = str(entry.params.get("text"))
        if entry.accepted and entry.chat_id:
            told[entry.chat_id] += [word for word in (TEXT, "Вы отписаны", "Удалено") if word in text]
    return told


def passed(play: Running, point: int) -> bool:
    """Whether so many have been told."""
    return len(play.reached(TEXT)) >= point


@pytest.mark.parametrize("way", ["/stop", "/unsubscribe"])
async def test_nothing_arrives_after_the_farewell(tmp_path: Path, way: str) -> None:
    async with running(tmp_path, SLOW, 60) as play:
        people = await play.subscribers(PEOPLE, FIRST)
        await play.broadcast(TEXT, PEOPLE)
        leaving = dice(way).sample(people, LEAVING)
        for number, person in enumerate(leaving):
            await until(partial(passed, play, number // 2))
            person.sends(way)
        await until(lambda: all("Вы отписаны" in str(p.messages[-1]) for p in leaving), within=30)
        await until(lambda: "Всего" in str(play.admin.messages[-1].get("text")), within=30)
        told = order(play)
        assert all(words[-1] == "Вы отписаны" and words.count(TEXT) <= 1 for p in leaving if (words := told[p.id]))
        assert all(told[person.id] == [TEXT] for person in people if person not in leaving)
        missed = sum(TEXT not in told[person.id] for person in leaving)
        assert 0 < missed < LEAVING
        report = str(play.admin.messages[-1]["text"])
        left = int(report.partition("Отписались: ")[2].split()[0])
        delivered = int(report.partition("Доставлено: ")[2].split()[0])
        assert (delivered + left, f"Всего: {PEOPLE}" in report) == (PEOPLE, True)
        # Who was told while leaving may stand in either line; nobody who was not told counts as delivered.
        assert missed <= left <= LEAVING
        await play.app.repositories.retention.wipe_round()  # as the tick does within 30 s
        assert found([person.id for person in leaving], tmp_path) == set()


async def test_deleting_in_the_middle_leaves_nothing_and_nothing_arrives(tmp_path: Path) -> None:
    async with running(tmp_path, SLOW, 60) as play:
        people = await play.subscribers(60, FIRST)
        for person in people[:30]:
            person.sends("/delete")
        await until(lambda: all("Удалить всё?" in str(p.messages[-1]) for p in people[:30]), within=30)
        await play.broadcast(TEXT, 60)
        for person in people[:30]:
            person.press("Удалить всё")
        await until(lambda: all(order(play)[p.id][-1:] == ["Удалено"] for p in people[:30]), within=30)
        await until(lambda: "Всего" in str(play.admin.messages[-1].get("text")), within=30)
        assert all(order(play)[person.id][-1] == "Удалено" for person in people[:30])
        await play.app.repositories.retention.wipe_round()
        assert found([person.id for person in people[:30]], tmp_path) == set()
        assert len(found([person.id for person in people[30:]], tmp_path)) == 30
