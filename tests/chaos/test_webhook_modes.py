"""The same updates over polling, over the webhook, and over both in turn tell everybody the same (R1, T94)."""

import asyncio
import tempfile
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice, Subscriber
from bot.demo.chats.person import Person
from bot.demo.doors.webhook import Deliverer, delivering
from bot.demo.telegram import Telegram
from bot.handlers.subscribers.preferences import SetChoice
from bot.handlers.subscribers.subscription import TakeSubscription
from bot.handlers.ui.callbacks import Go, Place
from tests.chaos.figures import note
from tests.chaos.hooked import HOOK, free_port
from tests.chaos.scene import MEMORY
from tests.chaos.test_inbox_world import OFF, World, living, pretended
from tests.sizes import dice, trials

GROUPS, PEOPLE = trials(40, 1), 25
"""People order side by side in groups, ten orders each: no more than somebody may send in a row."""

SWITCHES = trials(40, 6)
PENDING = 500
RU, EN = Locale.RU, Locale.EN
TEXTS = ("/start", "/faq", "/help", "/settings", "/privacy", "/news", "/about", "/cancel", "/subscribe", "/language")
TEN = (*TEXTS[:9], "/start")
LAST = (*TEXTS, "/stop", "/stop", "/unsubscribe")
SUBSCRIBING = tuple(TakeSubscription(lang=RU, discreet=discreet).pack() for discreet in (False, True))
TAPS = (
    *SUBSCRIBING,
    Go(lang=RU, to=Place.MENU).pack(),
    Go(lang=RU, to=Place.FAQ).pack(),
    *(Go(lang=chosen, pick=True, to=Place.MENU).pack() for chosen in (RU, EN, EN)),
    *(SetChoice(lang=RU, choice=choice, on=on).pack() for choice in Choice for on in (True, False)),
)
WRITER_SECONDS = 60.0
"""How long an order may wait for the database here. On a busy machine two seconds may pass, and the person is told to
try later (R7): that has nothing to do with how the order came."""

Phase = list[tuple[int, str]]
"""Orders by the person's number; a tap's data has a colon, a message's text has none."""


@dataclass(frozen=True)
class Told:
    """What one person was told, in order, what their taps were answered, what their chat shows, and their row."""

    calls: list[tuple[str, ...]]
    toasts: list[str]
    shown: list[tuple[str, str]]
    row: Subscriber | None


def phases(chance: Random, group: int) -> list[Phase]:
    """Messages, taps, messages. Telegram keeps the order of a person's messages and of their taps, not of both.

    A language is chosen by who has a row to keep it: a reader's is kept in memory, so a restart forgets it (R13).
    """
    people = range(group * PEOPLE, (group + 1) * PEOPLE)

    def each(choices: tuple[str, ...], turns: int) -> Phase:
        return [(number, chance.choice(choices)) for _ in range(turns) for number in people]

    begin, subscribe, last = each(("/start",), 1), each(SUBSCRIBING, 1), each(LAST, 2)
    return [begin, each(TEXTS, 1), subscribe, each(TAPS, 3), each(TEXTS, 2), last]


class Hand:
    """Runs the bot in one mode or the other, over one file and one Telegram, and gives people's orders."""

    def __init__(self, path: Path, port: int, telegram: Telegram, deliverer: Deliverer, people: int) -> None:
        """Use ``hand()``."""
        self.telegram = telegram
        self.deliverer = deliverer
        self._given = 0
        self._path = path
        self._hook = {**HOOK, "webhook_listen": f"127.0.0.1:{port}"}
        self._people = [telegram.person(20_001 + number, "x", "ru") for number in range(people)]
        self.rows: dict[int, Subscriber | None] = {}

    @property
    def waiting(self) -> int:
        """How many updates Telegram still has."""
        return len(self.telegram.world.updates)

    def gives(self, phase: Phase) -> None:
        """Send every order of a phase at once."""
        self._given += len(phase)
        for number, order in phase:
            person = self._people[number]
            if ":" in order:
                person.taps(2, order)
            else:
                person.sends(order)

    @property
    def done(self) -> int:
        """How many of the orders given Telegram has no more."""
        return self._given - self.waiting

    @asynccontextmanager
    async def works(self, *, hooked: bool) -> AsyncIterator[World]:
        """Run the bot, and stop it at the end of the block as a SIGTERM would."""
        more: dict[str, Any] = self._hook if hooked else {}
        async with living(self._path, telegram=self.telegram, send_rate=1000, **more) as world:
            yield world
            assert not world.task.done()

    async def plays(self, script: list[Phase], points: list[int], *, hooked: bool) -> None:
        """Let a script be done; the mode changes when so many orders are done."""
        phases, points = deque(script), sorted(points)
        while phases or self.waiting:
            point = points.pop(0) if points else sum(map(len, script))
            async with self.works(hooked=hooked) as world, asyncio.timeout(300):
                while (phases or self.waiting) and self.done < point:
                    if not self.waiting:
                        await world.app.inbox.idle()
                        self.gives(phases.popleft())
                    await asyncio.sleep(0.003)
                if not self.waiting:
                    await world.app.inbox.idle()
                    await self._looks_into(world)
            hooked = not hooked

    async def _looks_into(self, world: World) -> None:
        """Note what is kept of each person; the days aside, since a night may fall between two runs."""
        for person in self._people:
            row = await world.app.repositories.subscribers.get(person.id)
            self.rows[person.id] = row and replace(row, joined="", active="")

    def told(self) -> dict[int, Told]:
        """What came of each person's orders."""
        calls: dict[int, list[tuple[str, ...]]] = {person.id: [] for person in self._people}
        for entry in self.telegram.ledger.entries:
            if entry.accepted and entry.chat_id in calls:
                given = (entry.params.get(name) for name in ("text", "reply_markup", "message_id", "reply_parameters"))
                calls[entry.chat_id].append((entry.method, *map(str, given)))
        return {person.id: self._came_of(person, calls[person.id]) for person in self._people}

    def _came_of(self, person: Person, calls: list[tuple[str, ...]]) -> Told:
        shown = [(str(each.get("text")), str(each.get("reply_markup"))) for each in person.messages]
        return Told(calls, [str(toast["text"]) for toast in person.toasts], shown, self.rows.get(person.id))


@asynccontextmanager
async def hand(people: int) -> AsyncIterator[Hand]:
    """Let Telegram deliver to a port that is not open yet."""
    telegram, port = pretended(SystemClock(), OFF), free_port()
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        async with delivering(telegram.world, f"http://127.0.0.1:{port}") as deliverer:
            yield Hand(Path(folder) / "bot.db", port, telegram, deliverer, people)


@pytest.mark.long
async def test_t94_polling_and_webhook_change_places_while_updates_wait() -> None:
    async with hand(PENDING // len(TEN) + 1) as play:
        everybody, last = range(PENDING // len(TEN)), PENDING // len(TEN)
        script = [[(number, text) for text in TEN for number in everybody], [(last, text) for text in TEN]]
        await play.plays(script, [int(PENDING * share) for share in (0.1, 0.3, 0.8)], hooked=True)
        told = [each.calls for each in play.told().values()]
        assert len(told[last]) >= len(TEN)
        assert [each for each in told if each != told[last]] == []
        assert set(play.deliverer.delivered.statuses) <= {200, 503, 0}
    note("T94", f"{PENDING} pending, three changes: 5xx beside 503 0, lost 0, doubled 0")


@pytest.mark.long
async def test_t94_the_same_script_over_polling_webhook_and_both_tells_everybody_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.storage.db.sqlite.WRITER_TIMEOUT_SECONDS", WRITER_SECONDS)
    chance = dice("T94")
    script = [phase for group in range(GROUPS) for phase in phases(chance, group)]
    orders = sum(map(len, script))
    told = []
    for hooked, changes in ((False, 0), (True, 0), (False, SWITCHES)):
        async with hand(GROUPS * PEOPLE) as play:
            await play.plays(script, chance.sample(range(1, orders), changes), hooked=hooked)
            told.append(play.told())
            assert set(play.deliverer.delivered.statuses) <= {200, 503, 0}
    polled, pushed, both = told
    messages = sum(":" not in order for phase in script for _, order in phase)
    assert sum(len(each.calls) for each in polled.values()) >= messages
    assert sum(len(each.toasts) for each in polled.values()) == orders - messages
    rows = [each.row for each in polled.values()]
    assert {row.language for row in rows if row} == {RU, EN}
    assert None in rows, "some have left"
    assert differing(polled, pushed) == {}
    assert differing(polled, both) == {}
    note("T94", f"{orders:,} updates over polling, webhook, and {SWITCHES} changes: the same ledgers, chats and rows")


def differing(one: dict[int, Told], other: dict[int, Told]) -> dict[int, tuple[Told, Told]]:
    """Return what those were told of whom the two runs differ."""
    return {chat: (told, other[chat]) for chat, told in one.items() if told != other[chat]}
