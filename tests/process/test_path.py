"""The whole path over real HTTP: what people were told, when and in which language, by the ledger of Telegram.

Three seminars run side by side; the bot is stopped and started in the middle. The form knows whole minutes, so the wall
clocks of the stage are set to begin at a convenient second, and the ladder's steps are seconds apart.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.demo.chats.person import Person
from bot.demo.ledger import Entry
from tests.people import CHATS
from tests.process.stage import Stage, stage, wall_time
from tests.waiting import until

pytestmark = pytest.mark.process

LEAD = 37
"""Seconds from the beginning to the first minute a seminar can start at."""
STEPS = (24, 6, 0)
LATE = 5
"""Seconds a message may take, a restart included."""
KEPT, MOVED, CANCELLED = ("Работа", "Work"), ("Переезд", "Travel"), ("Отказ", "Denial")
SEMINARS = (KEPT, MOVED, CANCELLED)
LEADS = {
    "announcement": ("Новый семинар", "A new seminar"),
    "step": ("Скоро семинар", "The seminar is soon"),
    "live": ("Семинар в эфире", "The seminar is live"),
    "moved": ("Семинар перенесён", "The seminar was moved"),
    "cancelled": ("Семинар отменён", "The seminar is cancelled"),
}
REDRAWN = "не выполнено"
LADDER = ("step", "step", "live")
TOLD = {
    KEPT: ("announcement", *LADDER),
    MOVED: ("announcement", "step", "moved", *LADDER),
    CANCELLED: ("announcement", "step", "cancelled"),
}


class Cast:
    """Who plays, and the two minutes that matter."""

    def __init__(self, play: Stage, shift: float) -> None:
        """Take the people in."""
        self.play = play
        self._shift = shift
        self._cards: dict[str, int] = {}
        self.anna = play.telegram.person(20_001, "Анна", "ru")
        self.john = play.telegram.person(20_002, "John", "en")
        self.olga = play.telegram.person(20_003, "Ольга", "ru")
        self.reader = play.telegram.person(20_004, "Пётр", "ru")
        self.first = datetime.fromtimestamp(wall_time() + shift + LEAD, UTC).replace(second=0, microsecond=0)
        self.second = self.first + timedelta(minutes=1)

    async def at(self, moment: datetime, before: float) -> None:
        """Wait until so many seconds before a moment."""
        await asyncio.sleep(max(0.0, moment.timestamp() - before - wall_time() - self._shift))

    async def enter(self, titles: Sequence[str]) -> None:
        """The admin enters a seminar."""
        line = f"/seminar {written(self.first)} | {titles[0]} | {titles[1]} | https://youtu.be/abc | 5m"
        await self.play.asks(self.play.admin, line, "Объявить")
        self.play.admin.press("Объявить")
        await until(lambda: self.play.shows(self.play.admin, "Перенести"))
        self._cards[titles[1]] = int(self.newest["message_id"])

    @property
    def newest(self) -> dict[str, Any]:
        """The admin's newest message."""
        return self.play.admin.messages[-1]

    async def taps(self, titles: Sequence[str], label: str, shown: str) -> None:
        """The admin taps on the card of a seminar, and waits for what it leads to."""
        card = self._cards[titles[1]]
        self.play.admin.press(label, card)
        await until(lambda: shown in self._card(card) or REDRAWN in self._card(card))
        if REDRAWN in self._card(card):  # drawn before a restart: the new button is good (R15)
            self.play.admin.press(label, card)
        await until(lambda: shown in self._card(card))

    async def confirms(self, titles: Sequence[str], label: str, button: str, shown: str) -> None:
        """The admin taps on the card of a seminar, and confirms the preview below it."""
        self.play.admin.press(label, self._cards[titles[1]])
        await self.play.sees(self.play.admin, button)
        await self.play.taps(self.play.admin, button, shown)

    def _card(self, card: int) -> str:
        return str(self.play.admin.log[card])

    def told(self, person: Person, titles: Sequence[str]) -> list[Entry]:
        """What was sent to a person about a seminar by itself, not in answer."""
        language = 0 if person.language_code == "ru" else 1
        leads = [words[language] for words in LEADS.values()]
        sent = self.play.telegram.ledger.accepted("sendMessage", person.id)
        return [
            entry
            for entry in sent
            if titles[language] in str(entry.params["text"])
            and any(lead in str(entry.params["text"]) for lead in leads)
        ]


def written(moment: datetime) -> str:
    """The local part of the one-line form."""
    return moment.strftime("%Y-%m-%d %H:%M UTC")


def kinds(entries: Sequence[Entry]) -> list[str]:
    """What each message is, by its first line, in whichever language."""
    return [
        next(kind for kind, leads in LEADS.items() if any(lead in str(entry.params["text"]) for lead in leads))
        for entry in entries
    ]


async def arrive(cast: Cast) -> None:
    """Everybody starts and reads; three subscribe, each in the own language."""
    play = cast.play
    for person in (cast.anna, cast.olga, cast.reader):
        await play.asks(person, "/start", "Вопросы и ответы")
        await play.taps(person, "Вопросы и ответы", "С чего начать")
    await play.asks(cast.john, "/start faq_first-steps", "First steps")
    for person in (cast.anna, cast.olga):
        await play.asks(person, "/subscribe", "Что для этого")
        await play.taps(person, "Подписаться", "Вы подписаны")
    await play.asks(cast.john, "/subscribe", "What is stored for this")
    await play.taps(cast.john, "Subscribe", "You are subscribed")


async def enter_three(cast: Cast) -> None:
    """Three seminars at the same minute, announced to all three; then one of them leaves."""
    for titles in SEMINARS:
        await cast.enter(titles)
    await until(lambda: all(kinds(cast.told(p, t)) == ["announcement"] for p in trio(cast) for t in SEMINARS), 10)
    await cast.play.asks(cast.olga, "/stop", "Вы отписаны")


def trio(cast: Cast) -> tuple[Person, ...]:
    """Those who subscribed."""
    return cast.anna, cast.john, cast.olga


async def change_two(cast: Cast) -> None:
    """After the first step: a restart, one seminar moved by a minute, one cancelled."""
    play = cast.play
    await cast.at(cast.first, STEPS[0] - 1)
    await until(lambda: all(len(cast.told(p, t)) == 2 for p in (cast.anna, cast.john) for t in SEMINARS), LATE)
    assert await play.stop() == 0
    await play.start()
    # An admin's tap that may have waited out a downtime is not obeyed: be sure that this one has not.
    await play.asks(cast.reader, "/help", "/stop")
    await cast.confirms(CANCELLED, "Отменить семинар", "Отменить семинар ·", "Семинар отменён")
    await cast.taps(MOVED, "Перенести", "пришлите новое время")
    await play.asks(play.admin, written(cast.second), "Перенести ·")
    play.admin.press("Перенести ·")


def on_time(cast: Cast, person: Person) -> None:
    """Each step left at its moment, of whichever minute holds for its seminar."""
    minutes = ((KEPT, cast.first), (MOVED, cast.second))
    for titles, minute in minutes:
        for entry, step in zip(cast.told(person, titles)[-len(LADDER) :], STEPS, strict=True):
            due = minute.timestamp() - step
            assert due <= entry.at <= due + LATE, f"{titles} {step} came {entry.at - due:.1f} s after its moment"


@pytest.mark.long
async def test_the_whole_path(tmp_path: Path) -> None:
    shift = (60 - LEAD) - wall_time() % 60
    offsets = ",".join(f"{step}s" for step in STEPS)
    async with stage(tmp_path, shift=shift, REMINDER_OFFSETS=offsets) as play:
        cast = Cast(play, shift)
        await play.start()
        await arrive(cast)
        await enter_three(cast)
        await change_two(cast)
        await cast.at(cast.second, STEPS[0] + 20)
        assert await play.stop() == 0
        await play.start()
        await until(lambda: kinds(cast.told(cast.john, MOVED))[-1:] == ["live"], 60)
        await asyncio.sleep(2)
        assert await play.stop() == 0
        for person in (cast.anna, cast.john):
            for titles in SEMINARS:
                assert tuple(kinds(cast.told(person, titles))) == TOLD[titles]
            on_time(cast, person)
            others = {"ru": 1, "en": 0}[str(person.language_code)]
            texts = play.telegram.ledger.texts(person.id)
            assert not any(titles[others] in text for titles in SEMINARS for text in texts)
        silent = [bool(e.params.get("disable_notification")) for e in cast.told(cast.anna, KEPT)]
        assert silent == [True, False, False, False]
        assert "Вы отписаны" in play.telegram.ledger.texts(cast.olga.id)[-1]
        assert [kinds(cast.told(cast.olga, titles)) for titles in SEMINARS] == [["announcement"]] * 3
        assert len(play.telegram.ledger.texts(cast.reader.id)) == 2
        # A process that was stopped leaves its open question behind; the next one's ends it.
        assert {entry.method for entry in play.telegram.ledger.refused()} <= {"getUpdates"}
        assert {chat for (chat,) in await play.query(CHATS)} == {cast.anna.id, cast.john.id}
