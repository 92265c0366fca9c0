"""The same updates over polling, over the webhook, and over both in turn tell everybody the same (R1, T94)."""

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
from tests.chaos.test_inbox_world import OFF, living, pretended
from tests.sizes import dice, trials
from tests.waiting import until

PEOPLE = trials(1_000, 50)
"""Each of them sends ten updates: no more than somebody may send in a row."""

SWITCHES = trials(40, 6)
PENDING = trials(500, 100)
RU = Locale.RU
TEXTS = ("/start", "/faq", "/help", "/settings", "/privacy", "/stop", "/about", "/cancel", "/subscribe")
TEN = (*TEXTS, "/start")
TAPS = (
    Go(lang=RU, to=Place.MENU).pack(),
    Go(lang=RU, to=Place.FAQ).pack(),
    Go(lang=Locale.EN, pick=True, to=Place.MENU).pack(),
    TakeSubscription(lang=RU, discreet=False).pack(),
    SetChoice(lang=RU, choice=Choice.NEWS, on=False).pack(),
)
Phase = list[tuple[int, str]]
"""Orders by the person's number; a tap's data has a colon, a message's text has none."""

Told = dict[int, list[tuple[str, str, str]]]


def phases(chance: Random, people: int) -> list[Phase]:
    """Messages, taps, messages. Telegram keeps the order of a person's messages and of their taps, not of both."""

    def each(choices: tuple[str, ...], turns: int) -> Phase:
        return [(number, chance.choice(choices)) for _ in range(turns) for number in range(people)]

    return [[(number, "/start") for number in range(people)], each(TEXTS, 3), each(TAPS, 3), each(TEXTS, 3)]


class Hand:
    """Runs the bot in one mode or the other, over one file and one Telegram, and gives people's orders."""

    def __init__(self, path: Path, port: int, telegram: Telegram, deliverer: Deliverer, people: int) -> None:
        """Use ``hand()``."""
        self.telegram = telegram
        self.deliverer = deliverer
        self.pending: list[int] = []
        self._path = path
        self._hook = {**HOOK, "webhook_listen": f"127.0.0.1:{port}"}
        self._people = [telegram.person(20_001 + number, "x", "ru") for number in range(people)]

    @property
    def waiting(self) -> int:
        """How many updates Telegram still has."""
        return len(self.telegram.world.updates)

    def gives(self, phase: Phase) -> None:
        """Send every order of a phase at once."""
        for number, order in phase:
            person = self._people[number]
            if ":" in order:
                person.taps(2, order)
            else:
                person.sends(order)

    async def works(self, *, hooked: bool, down_to: int = 0) -> None:
        """Run the bot until so many updates wait, then stop it as a SIGTERM would."""
        more: dict[str, Any] = self._hook if hooked else {}
        self.pending.append(self.waiting)
        async with living(self._path, telegram=self.telegram, send_rate=1000, **more) as world:
            await until(lambda: self.waiting <= down_to or world.task.done(), within=300)
            assert not world.task.done()
            if not down_to:
                await world.app.inbox.idle()

    def told(self) -> Told:
        """What each person was told or shown, in order."""
        found: Told = {person.id: [] for person in self._people}
        for entry in self.telegram.ledger.entries:
            if entry.accepted and entry.chat_id in found:
                params = entry.params
                found[entry.chat_id].append((entry.method, str(params.get("text")), str(params.get("reply_markup"))))
        return found


@asynccontextmanager
async def hand(path: Path, people: int) -> AsyncIterator[Hand]:
    """Let Telegram deliver to a port that is not open yet."""
    telegram, port = pretended(SystemClock(), OFF), free_port()
    async with delivering(telegram.world, f"http://127.0.0.1:{port}") as deliverer:
        yield Hand(path, port, telegram, deliverer, people)


async def test_t94_polling_and_webhook_change_places_while_updates_wait(tmp_path: Path) -> None:
    async with hand(tmp_path / "bot.db", PENDING // len(TEN) + 1) as play:
        everybody = range(PENDING // len(TEN))
        play.gives([(number, text) for text in TEN for number in everybody])
        assert play.waiting == PENDING
        for hooked, share in ((True, 0.9), (False, 0.7), (True, 0.2), (False, 0)):
            await play.works(hooked=hooked, down_to=int(PENDING * share))
        last = len(everybody)
        play.gives([(last, text) for text in TEN])
        await play.works(hooked=False)
        told = list(play.told().values())
        assert len(told[last]) >= len(TEN)
        assert [each for each in told if each != told[last]] == []
        assert set(play.deliverer.delivered.statuses) <= {200, 503, 0}
    note("T94", f"{PENDING} pending, four changes: 5xx beside 503 0, lost 0, doubled 0")


@pytest.mark.long
async def test_t94_the_same_script_over_polling_webhook_and_both_tells_everybody_the_same(tmp_path: Path) -> None:
    script = phases(dice("T94"), PEOPLE)
    told = []
    for name, changes in (("polling", 0), ("webhook", 0), ("both", SWITCHES)):
        async with hand(tmp_path / f"{name}.db", PEOPLE) as play:
            await plays(play, script, changes, hooked=name == "webhook")
            told.append(play.told())
            assert set(play.deliverer.delivered.statuses) <= {200, 503, 0}
    polled, hooked, both = told
    assert sum(map(len, polled.values())) >= sum(":" not in order for phase in script for _, order in phase)
    assert differing(polled, hooked) == differing(polled, both) == {}
    note("T94", f"{sum(map(len, script)):,} updates over polling, webhook, and {SWITCHES} changes: the same ledgers")


async def plays(play: Hand, script: list[Phase], changes: int, *, hooked: bool) -> None:
    """Run a script; the mode changes so often, at points drawn by the seed."""
    chance = dice("T94 points")
    for phase in script:
        play.gives(phase)
        for point in sorted(chance.sample(range(1, len(phase)), changes // len(script)), reverse=True):
            await play.works(hooked=hooked, down_to=point)
            hooked = not hooked
        await play.works(hooked=hooked)


def differing(one: Told, other: Told) -> Told:
    """Return what those were told in the first who were told something else in the other."""
    return {chat: said for chat, said in one.items() if said != other[chat]}
