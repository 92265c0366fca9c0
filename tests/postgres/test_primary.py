"""The server itself ends in the middle: nobody is lost, and readers are answered meanwhile (O9, T118)."""

import asyncio
import signal
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.postgres.cluster import Cluster
from tests.postgres.instances import instances
from tests.process.test_crash import compose, passed, reached
from tests.sizes import dice, trials
from tests.waiting import until

pytestmark = pytest.mark.process

RECIPIENTS, CRASHES = trials(2_000, 120), trials(20, 1)
OUT_SECONDS = 3.0


@pytest.mark.long
async def test_t118_the_server_crashes_in_the_middle_of_a_run(tmp_path: Path) -> None:
    chance, cluster = dice("T118"), Cluster("synchronous_commit=on")
    try:
        async with instances(tmp_path, 2, Limits(latency=(0.005, 0.01)), cluster, SEND_RATE="28") as subject:
            chats = await subject.subscribers(RECIPIENTS)
            for each in subject.all:
                each.start()
            await compose(subject.play, RECIPIENTS)
            anna = subject.play.telegram.person(20_001, "Анна", "ru")
            for point in sorted(chance.sample(range(20, RECIPIENTS - 20), CRASHES)):
                await until(partial(passed, subject.play, point), within=120)
                cluster.stop(signal.SIGQUIT)
                await asyncio.sleep(OUT_SECONDS)
                await subject.play.asks(anna, "/faq", "Вопросы")
                await asyncio.to_thread(cluster.start)
            await until(lambda: "Всего" in str(subject.play.admin.messages[-1].get("text")), within=200)
            counted = Counter(reached(subject.play))
            doubled = sum(counted.values()) - len(counted)
            assert set(chats) - set(counted) == set()
            told = f"the server crashed {CRASHES} times under a run of {RECIPIENTS:,}: lost 0, doubled {doubled}"
            note("T118", f"{told}, readers answered meanwhile")
    finally:
        cluster.remove()
