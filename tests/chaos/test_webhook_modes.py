"""The same updates over polling, over the webhook, and over both in turn tell everybody the same (R1, T94)."""

import asyncio
import tempfile
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
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

GROUPS, PEOPLE = trials(20, 1), 50
"""People order side by side in groups, ten orders each: no more than somebody may send in a row."""

SWITCHES = trials(40, 6)
PENDING = 500
RU = Locale.RU
TEXTS = ("/start", "/faq", "/help", "/settings", "/privacy", "/news", "/about", "/cancel", "/subscribe")
TEN = (*TEXTS, "/start")
# No choice of a language: a reader's is kept in memory, so a restart may forget it.
TAPS = (
    Go(lang=RU, to=Place.MENU).pack(),
    Go(lang=RU, to=Place.FAQ).pack(),
    TakeSubscription(lang=RU, discreet=False).pack(),
    SetChoice(lang=RU, choice=Choice.NEWS, on=False).pack(),
)
LATER, BUSY = "Сейчас не получилось", 0.02
"""What somebody is told whose order waited for the database too long, and the share of people to whom it may happen on
a busy machine: that has nothing to do with how their order came."""

Phase = list[tuple[int, str]]
"""Orders by the person's number; a tap's data has a colon, a message's text has none."""

Told = dict[int, list[tuple[str, str, str]]]


def phases(chance: Random, group: int) -> list[Phase]:
    """Messages, taps, messages. Telegram keeps the order of a person's messages and of their taps, not of both."""
    people = range(group * PEOPLE, (group + 1) * PEOPLE)

    def each(choices: tuple[str, ...], turns: int) -> Phase:
        return [(number, chance.choice(choices)) for _ in range(turns) for number in people]

    return [each(("/start",), 1), each(TEXTS, 3), each(TAPS, 3), each(TEXTS, 3)]


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
            hooked = not hooked

    def told(self) -> Told:
        """What each person was told or shown, in order."""
        found: Told = {person.id: [] for person in self._people}
        for entry in self.telegram.ledger.entries:
            if entry.accepted and entry.chat_id in found:
                params = entry.params
                found[entry.chat_id].append((entry.method, str(params.get("text")), str(params.get("reply_markup"))))
        return found


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
        told = list(play.told().values())
        assert len(told[last]) >= len(TEN)
        assert [each for each in told if each != told[last]] == []
        assert set(play.deliverer.delivered.statuses) <= {200, 503, 0}
    note("T94", f"{PENDING} pending, three changes: 5xx beside 503 0, lost 0, doubled 0")


@pytest.mark.long
async def test_t94_the_same_script_over_polling_webhook_and_both_tells_everybody_the_same() -> None:
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
    assert sum(map(len, polled.values())) >= sum(":" not in order for phase in script for _, order in phase)
    busy = {chat for each in told for chat, said in each.items() if any(LATER in text for _, text, _ in said)}
    assert len(busy) <= BUSY * GROUPS * PEOPLE
    assert differing(polled, pushed).keys() | differing(polled, both).keys() <= busy
    note("T94", f"{orders:,} updates over polling, webhook, and {SWITCHES} changes: the same ledgers")


def differing(one: Told, other: Told) -> Told:
    """Return what those were told in the first who were told something else in the other."""
    return {chat: said for chat, said in one.items() if said != other[chat]}
