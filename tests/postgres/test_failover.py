"""One works, the others wait; whoever works may die, freeze or be cut off at any moment (O9, T115)."""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import Enum
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles

import pytest

from bot.demo.chats.person import Person
from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.people import CHATS
from tests.postgres.instances import Instance, Instances, instances
from tests.process.test_crash import compose, reached
from tests.sizes import FULL, dice, trials
from tests.waiting import until

pytestmark = pytest.mark.process

RECIPIENTS, FAULTS, READERS = trials(48_000, 120), trials(300, 3), trials(2_500, 30)
"""People of the run: at 28 a second, it lasts as long as the faults do."""

MAX_WAIT_SECONDS, MAX_WAIT_AFTER_KILL_SECONDS = 10.0, 3.0
"""Seconds until an effect is answered again: at most, for 95 of 100."""

PATIENCE_SECONDS = 30.0
"""Seconds after which a reader taps again: several leaders may have died meanwhile."""

LOOK_SECONDS = 0.2
"""Seconds between looks into a chat: hundreds wait at the same time, in the process that is Telegram too."""

MEAN_DOUBLED = 0.5
OUT_SECONDS = (5.0, 8.0)
"""How long a leader stands still, or hears nothing: longer than the server waits for it."""

WATCH = """
CREATE TABLE unlocked (at TIMESTAMPTZ DEFAULT clock_timestamp());
CREATE FUNCTION watched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()) THEN
        INSERT INTO unlocked DEFAULT VALUES;
    END IF;
    RETURN NULL;
END $$;
"""
"""Notes every statement that writes in a session without the lock."""

LOOK = """
SELECT a.pid, state, wait_event_type, wait_event, clock_timestamp() - state_change, left(query, 60), l.granted
FROM pg_stat_activity a LEFT JOIN pg_locks l ON l.pid = a.pid AND locktype = 'advisory'
WHERE datname = current_database()
"""
"""What every session does, should nobody come back."""

AGAIN_SECONDS = 1.0
"""Seconds until somebody taps again who was told that nothing was changed."""

WATCHED = ("delivery", "subscriber", "seen", "mailing", "person")


class Fault(Enum):
    """What happens to a leader."""

    KILLED = "killed"
    FROZEN = "frozen"
    CUT_OFF = "cut off"


class Crowd:
    """Readers who subscribe, one after the other: an answer to the command, then an effect of the tap."""

    def __init__(self, subject: Instances) -> None:
        """Nobody has come yet."""
        self.people = [subject.play.telegram.person(40_001 + number, "r", "ru") for number in range(READERS)]
        self._subject = subject
        self.asked_again = self.lost = 0

    async def come(self, every: float) -> None:
        """Let them come, some seconds apart, and wait until each is subscribed."""
        async with asyncio.TaskGroup() as tasks:
            for person in self.people:
                tasks.create_task(self.subscribes(person))
                await asyncio.sleep(every)

    async def subscribes(self, person: Person) -> None:
        """Ask, tap, and be told.

        An answer may die with a leader after the effect was written down, and a leader that has just lost its server
        may say that nothing was changed: then the person asks, or taps, once more, and that is counted. An effect that
        was not written down by then, of somebody who was not told so, is lost.
        """
        person.sends("/subscribe")
        while not await self._shown(person, "Подписка"):
            self.asked_again += 1
            person.sends("/subscribe")
        person.press("Подписаться")
        while not await self._shown(person, "Вы подписаны"):
            self.asked_again += 1
            written = (person.id,) in self._subject.cluster.rows(self._subject.name, CHATS)
            if written:
                return
            self.lost += not refused(person)
            person.press("Подписаться")

    async def _shown(self, person: Person, label: str) -> bool:
        for _ in range(int(PATIENCE_SECONDS / LOOK_SECONDS)):
            if told(person, label):
                return True
            await asyncio.sleep(LOOK_SECONDS)
        return False


def told(person: Person, words: str) -> bool:
    """Whether a message of the chat says so: a request may be answered twice, so not only the newest."""
    return any(words in str(message.get("text")) for message in person.messages)


def refused(person: Person) -> int:
    """How often the chat was told, in a message or over it, that nothing was changed, or to try again."""
    said = [str(each.get("text")) for each in (*person.messages, *person.toasts)]
    return sum("ничего не изменено" in words or "Попробуйте ещё раз" in words for words in said)


async def taps_until_done(probe: Person, within: float) -> None:
    """Tap, and a second later again whenever it is said that nothing was changed; TimeoutError.

    Whoever has lost the server says so until another one has taken over; a tap that waited too long is refused.
    """
    async with asyncio.timeout(within):
        while not told(probe, "Вы подписаны"):
            before = refused(probe)
            probe.press("Подписаться")
            await until(lambda: told(probe, "Вы подписаны") or refused(probe) > before, within)  # noqa: B023 -- at once
            await asyncio.sleep(AGAIN_SECONDS if not told(probe, "Вы подписаны") else 0)


async def strike(subject: Instances, chance: Random, fault: Fault) -> float:
    """Let it happen to the leader; return the seconds until an effect is answered again."""
    await until(lambda: subject.leader is not None, 60)
    leader = subject.leader
    assert leader is not None
    probe = subject.play.telegram.person(chance.randrange(60_000, 10**9), "p", "ru")
    probe.sends("/subscribe")
    await until(partial(told, probe, "Подписка"), 60)
    loop = asyncio.get_running_loop()
    async with struck(leader, fault, chance.uniform(*OUT_SECONDS)):
        begun = loop.time()
        try:
            await taps_until_done(probe, 60)
        except TimeoutError:
            print(fault, subject.cluster.rows(subject.name, LOOK))
            show(subject, probe)
            raise
        waited = loop.time() - begun
    return waited


@asynccontextmanager
async def struck(leader: Instance, fault: Fault, seconds: float) -> AsyncIterator[None]:
    """Let it happen, and end after so many seconds, whatever is done meanwhile; a killed one is started again."""
    if fault is Fault.KILLED:
        await leader.kill()
        leader.start()
        yield
        return
    if fault is Fault.FROZEN:
        leader.signal(signal.SIGSTOP)
    else:
        leader.relay.silent = True
    rest = asyncio.get_running_loop().time() + seconds
    try:
        yield
        await asyncio.sleep(max(0.0, rest - asyncio.get_running_loop().time()))
    finally:
        leader.relay.silent = False
        leader.signal(signal.SIGCONT)


@pytest.mark.long
async def test_leaders_die_freeze_and_are_cut_off_in_a_run(tmp_path: Path) -> None:
    """T115."""
    chance = dice("T115")
    limits = Limits(latency=(0.005, 0.01), after=(0.005, 0.01))
    async with instances(tmp_path, 3, limits, SEND_RATE="28") as subject:
        chats = await subject.subscribers(RECIPIENTS)
        watch(subject)
        for each in subject.all:
            each.start()
        await compose(subject.play, RECIPIENTS)
        crowd, waits = Crowd(subject), dict[Fault, list[float]]()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(crowd.come(FAULTS * 4 / READERS))
            for number in range(FAULTS):
                fault = list(Fault)[number % 3]
                waits.setdefault(fault, []).append(await strike(subject, chance, fault))
                await asyncio.sleep(chance.random())
        await until(lambda: "Всего" in str(subject.play.admin.messages[-1].get("text")), within=600)
        counted = Counter(reached(subject.play))
        await check(subject, set(chats), counted, crowd)
        assert all(each.running for each in subject.all)
        tell(waits, sum(counted.values()) - len(counted), crowd.asked_again)


def watch(subject: Instances) -> None:
    """Note from now on whoever writes without the lock."""
    subject.cluster.rows(subject.name, WATCH)
    for table in WATCHED:
        subject.cluster.rows(
            subject.name,
            f"CREATE TRIGGER watched AFTER INSERT OR UPDATE OR DELETE ON {table} EXECUTE FUNCTION watched()",
        )


def show(subject: Instances, person: Person) -> None:
    """Print what a chat has seen, should something be missing in it."""
    print([str(message.get("text"))[:80] for message in person.messages], person.toasts)
    entries = [e for e in subject.play.telegram.ledger.entries if e.chat_id == person.id]
    print([(e.method, e.status, str(e.params.get("text"))[:40], e.at % 1000) for e in entries])


async def check(subject: Instances, chats: set[int], counted: Counter[int], crowd: Crowd) -> None:
    """Nobody of the run is lost, every reader is subscribed, and nobody wrote without the lock."""
    assert chats - set(counted) == set()
    subscribed = {chat for (chat,) in subject.cluster.rows(subject.name, CHATS)}
    for person in crowd.people:
        if person.id not in subscribed:
            show(subject, person)
    assert {person.id for person in crowd.people} - subscribed == set()
    assert crowd.lost == 0
    assert subject.cluster.rows(subject.name, "SELECT count(*) FROM unlocked") == [(0,)]


def tell(waits: dict[Fault, list[float]], doubled: int, again: int) -> None:
    """Hold the figures to what is asked of them, and note them."""
    every = [wait for those in waits.values() for wait in those]
    p95 = quantiles(every, n=20)[-1] if len(every) > 1 else every[0]
    kills = quantiles(waits[Fault.KILLED], n=20)[-1] if len(waits[Fault.KILLED]) > 1 else waits[Fault.KILLED][0]
    assert p95 <= MAX_WAIT_SECONDS
    assert not FULL or doubled / FAULTS <= MEAN_DOUBLED
    by_fault = ", ".join(f"{fault.value} {len(those)}" for fault, those in waits.items())
    note(
        "T115",
        f"{by_fault} of three instances, {RECIPIENTS:,} recipients, {2 * READERS:,} updates: lost 0, doubled {doubled}"
        f" ({doubled / FAULTS:.2f} a fault), two writers 0, answers"
        f" asked for again {again}, back after {p95:.1f} s (p95; killed {kills:.1f} s)",
    )
