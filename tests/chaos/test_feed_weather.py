"""A year of a channel's feed that fails for days, beside kills, downtimes, deleted and restored videos (S7)."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.app import App
from bot.core.locales import Locale
from bot.core.seminars.seminars import Plan, When
from bot.core.videos.feed import ASK_AT_LEAST_EVERY, ASK_EVERY, Trouble
from bot.core.videos.videos import FeedEntry
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from tests import built_once
from tests.chaos import figures
from tests.chaos.scene import MEMORY
from tests.chat import ADMIN, TOKEN, Fixed
from tests.clock import START, ManualClock
from tests.sizes import dice, trials
from tests.youtube.pretended import ADDRESS, PretendedFeed, name

STEP = timedelta(minutes=5)
READER = 5_001
OLD_VIDEOS = 20
SEMINAR_VIDEO = 900_001
LONGEST_DAYS = 15
OLD_ENOUGH = timedelta(days=17)
"""Only a video that every poll has had the time to see is deleted: nobody can tell of what was never there."""


class Killed(BaseException):
    """The process ends where it stands."""


@dataclass
class Period:
    """A spell of weather, or of the bot being away."""

    begins: datetime
    ends: datetime

    def has(self, moment: datetime) -> bool:
        """Whether the moment is in it."""
        return self.begins <= moment < self.ends


def periods(chance: Random, days: int, apart: float, lasts: float) -> list[Period]:
    """Periods that come about every so many days and last about so many."""
    found, at = [], START + timedelta(hours=12)
    while at < START + timedelta(days=days - 1):
        at += timedelta(days=chance.expovariate(1 / apart))
        found.append(Period(at, at := at + timedelta(days=min(LONGEST_DAYS, chance.expovariate(1 / lasts)))))
    return found


class Weather(PretendedFeed):
    """Good on some days; on others whatever YouTube can think of. Now and then the bot dies while it asks."""

    def __init__(self, now: Any, chance: Random, bad: list[Period]) -> None:
        """Take what the weather will be."""
        super().__init__(now)
        self.chance = chance
        self.bad = bad
        self.kills: list[datetime] = []
        self.good: list[datetime] = []

    async def __call__(self) -> tuple[FeedEntry, ...] | Trouble:
        """Answer once, or die."""
        outage = any(each.has(self.now()) for each in self.bad)
        self.trouble = self.chance.choice(list(Trouble)) if outage else None
        answer = await super().__call__()
        self.may_die(0.01)
        if not isinstance(answer, Trouble):
            self.good.append(self.now())
        return answer

    def may_die(self, chance: float) -> None:
        """Die with this chance."""
        if self.chance.random() < chance:
            self.kills.append(self.now())
            raise Killed


@dataclass
class Channel:
    """What is published, deleted, restored, renamed."""

    feed: Weather
    chance: Random
    published: dict[str, datetime] = field(default_factory=dict)
    """Videos that people are to hear of."""

    silent: set[str] = field(default_factory=set)
    deleted: list[FeedEntry] = field(default_factory=list)
    count: int = 0
    changes: int = 0
    """Deleted, restored, renamed."""

    def live(self, now: datetime) -> None:
        """Let one step's worth of things happen."""
        if self.chance.random() < STEP / timedelta(days=3):
            self._publish(now)
        old = [entry for entry in self.feed.entries if now - entry.published > OLD_ENOUGH]
        if old and self.chance.random() < STEP / timedelta(days=5):
            self.deleted.append(self.chance.choice(old))
            self.feed.entries.remove(self.deleted[-1])
            self.changes += 1
        elif self.deleted and self.chance.random() < STEP / timedelta(days=7):
            self.feed.entries.append(self.deleted.pop(0))
            self.changes += 1
        elif self.chance.random() < STEP / timedelta(days=5):
            at = self.chance.randrange(len(self.feed.entries))
            entry = self.feed.entries[at]
            self.feed.entries[at] = replace(entry, title=f"{entry.title}, исправлено")
            self.changes += 1

    def _publish(self, now: datetime) -> None:
        self.count += 1
        short = self.chance.random() < 0.2
        video = self.feed.publish(self.count, at=now, short=short)
        if short:
            self.silent.add(video)
        else:
            self.published[video] = now


@dataclass
class Year:
    """The bot through all of it: how it was, and what the reader and the admin got."""

    telegram: Telegram
    clock: ManualClock
    feed: Weather
    channel: Channel
    away: list[Period]
    settings: Fixed
    starts: int = 0

    async def live(self, days: int) -> None:
        """Live through so many days; a killed or absent bot is started again."""
        end = START + timedelta(days=days)
        while self.clock.now() < end:
            gone = next((each for each in self.away if each.has(self.clock.now())), None)
            if gone is not None:
                self._pass(gone.ends)
            session, stop = InProcessSession(self.telegram), asyncio.Event()
            with suppress(Killed):
                async with opened(self.settings, self.clock, stop, session, feed=self.feed) as app:
                    if not self.starts:
                        await app.dispatcher["subscribe"](READER, Locale.RU, discreet=False)
                        await app.dispatcher["enter_seminar"](seminar())
                    self.starts += 1
                    await self._work(app, end)

    async def _work(self, app: App, end: datetime) -> None:
        """Work until the next absence."""
        await app.repositories.outbox.recover()
        while self.clock.now() < end and not any(each.has(self.clock.now()) for each in self.away):
            await app.watch_feed()
            self.feed.may_die(0.0005)
            await app.video_notices()
            await app.repositories.recipients.fill(self.clock.now())
            await app.sender.drain()
            await app.cards.refresh()
            self.clock.forward(minutes=STEP / timedelta(minutes=1))
            self.channel.live(self.clock.now())

    def _pass(self, moment: datetime) -> None:
        while self.clock.now() < moment:
            self.clock.forward(minutes=STEP / timedelta(minutes=1))
            self.channel.live(self.clock.now())

    def told(self, chat: int, words: str) -> list[datetime]:
        """When a chat was sent something that says so."""
        return [datetime.fromtimestamp(at, UTC) for at in self.telegram.ledger.accepted_at(chat, words)]

    def weather(self) -> str:
        """What it went through, in words."""
        lengths = [(each.ends - each.begins) / timedelta(days=1) for each in self.feed.bad]
        outages = (
            f"{len(lengths)} outages of {sum(lengths):.0f} days in all (the longest {max(lengths, default=0):.1f})"
        )
        closest = min(gaps(self.feed.asked)) / timedelta(minutes=1)
        asked = f"{len(self.feed.asked)} requests at least {closest:.0f} min apart"
        return f"{outages}, {len(self.feed.kills)} kills, {len(self.away)} downtimes, {asked}"

    def lateness(self, published: datetime, told: datetime) -> timedelta:
        """How long after the video, the feed and the bot were there together it was told."""
        ends = [each.ends for each in (*self.feed.bad, *self.away)] + self.feed.kills
        return told - max(published, *(end for end in ends if end <= told), START)


def gaps(moments: list[datetime]) -> Iterator[timedelta]:
    """How far apart they are."""
    return (later - earlier for earlier, later in pairwise(moments))


def seminar() -> Plan:
    """A seminar with a link of its own."""
    start = START + timedelta(days=3)
    when = When(start, start.strftime("%Y-%m-%dT%H:%M"), "UTC")
    return Plan(when, "Право", "Law", f"https://youtu.be/{name(SEMINAR_VIDEO)}")


def begun(folder: Path, days: int, *, autopush: bool) -> Year:
    """A reader who wants recordings, an admin, a seminar with a link of its own, a channel with old videos."""
    built_once.install()
    chance, clock = dice(f"feed {autopush}"), ManualClock(START)
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=Limits())
    for chat in (READER, ADMIN):
        telegram.person(chat, "x", "ru").started = True
    feed = Weather(clock.now, chance, periods(chance, days, apart=8, lasts=2.5))
    for number in range(OLD_VIDEOS):
        feed.publish(800_000 + number, at=START - timedelta(days=OLD_VIDEOS - number))
    values: dict[str, Any] = {"bot_token": TOKEN, "admin_ids": str(ADMIN), "database_path": folder / "bot.db"}
    more: dict[str, Any] = {"database_unencrypted": True, "youtube_feed_url": ADDRESS, "youtube_autopush": autopush}
    away = periods(chance, days, apart=20, lasts=0.5)
    return Year(telegram, clock, feed, Channel(feed, chance), away, Fixed(**values, **more))


@pytest.mark.parametrize(
    "autopush", [pytest.param(True, id="by itself"), pytest.param(False, id="offered", marks=pytest.mark.long)]
)
async def test_s7_a_year_of_such_weather(autopush: bool) -> None:
    days = trials(365, 14)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        year = begun(Path(folder), days, autopush=autopush)
        year.feed.publish(SEMINAR_VIDEO, at=START + timedelta(days=1))
        await year.live(days)
    chat, feed, channel = READER if autopush else ADMIN, year.feed, year.channel
    due = {video: at for video, at in channel.published.items() if feed.good and at <= feed.good[-1]}
    told = {video: year.told(chat, video) for video in due}
    late = [year.lateness(at, told[video][0]) for video, at in due.items() if told[video]]
    silent = [*channel.silent, name(SEMINAR_VIDEO), *(name(800_000 + number) for number in range(OLD_VIDEOS))]
    assert [video for video in due if len(told[video]) != 1] == []
    assert [video for video in silent if year.told(READER, video) or year.told(ADMIN, video)] == []
    assert max(late, default=timedelta()) <= ASK_AT_LEAST_EVERY + STEP
    assert min(gaps(feed.asked)) >= ASK_EVERY
    way, late_minutes = (
        "by themselves" if autopush else "offered",
        max(late, default=timedelta()) / timedelta(minutes=1),
    )
    videos = f"{len(due)} videos, {len(silent)} that must not be told, {channel.changes} deleted, restored or renamed"
    figures.note(
        "S7",
        f"{days} days, {way}: {year.weather()}, {videos}: missed 0, doubled 0, late {late_minutes:.0f} min at most"
        " after the feed's return",
    )
