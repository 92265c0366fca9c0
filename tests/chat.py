"""Tests that read as chats: the real bot over the pretended Telegram, in one process, on a clock of the test's.

    async with town() as t:
        anna = t.person("Анна")
        await anna.sends("/start")
        await anna.taps("Вопросы и ответы")
        anna.sees("С чего начать")

After every act the harness hands the updates over, lets the handlers end, and sends what is due.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import App
from bot.core.faq.reviews import Told
from bot.core.locales import Locale
from bot.core.videos.feed import ReadFeed
from bot.demo.chats.members import ADMIN_RIGHTS
from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.handlers.ui.button_styles import Style
from bot.lifespan import opened
from bot.settings import Settings
from tests import built_once
from tests.clock import START, ManualClock
from tests.empty_database import lay_empty_database
from tests.engine import committed, engine_settings
from tests.group_chat import LAWYERS, GroupChat, lawyers_group

TOKEN = "42:TEST"
ADMIN = 9001


@dataclass
class Skew:
    """By how many seconds the bot's clock is ahead of Telegram's."""

    seconds: float = 0


class Fixed(Settings):
    """Settings from arguments alone: no environment, no .env."""

    @classmethod
    def settings_customise_sources(cls, settings_cls: Any, init_settings: Any, **_: Any) -> tuple[Any, ...]:  # type: ignore[override]  # the other sources are not wanted
        """Read nothing but the arguments."""
        return (init_settings,)


class Chatter:
    """A person of the town: acts, and looks at the chat."""

    def __init__(self, town: "Town", person: Person) -> None:
        """Belong to a town."""
        self.town = town
        self.person = person

    @property
    def id(self) -> int:
        """The person's chat."""
        return self.person.id

    async def sends(self, text: str, **fields: Any) -> int:
        """Write a message; return its id when the bot has answered."""
        message = self.person.sends(text, **fields)
        await self.town.settle()
        return int(message["message_id"])

    async def announces(self, form: str) -> None:
        """As an admin: send a seminar's line and confirm its preview."""
        await self.sends(form)
        await self.taps(next(label for label in self.labels if "Объявить" in label or "Announce" in label))

    async def taps(self, label: str, message_id: int | None = None) -> None:
        """Tap the newest button that says so."""
        self.person.press(label, message_id)
        await self.town.settle()

    async def taps_data(self, data: str, message_id: int | None = None) -> None:
        """Tap a button that need not exist: forged, or from an older version."""
        self.person.taps(self.last["message_id"] if message_id is None else message_id, data)
        await self.town.settle()

    @property
    def last(self) -> dict[str, Any]:
        """The newest message of the bot."""
        return self.from_bot[-1]

    @property
    def from_bot(self) -> list[dict[str, Any]]:
        """Every message of the bot that stands in the chat."""
        return [message for message in self.person.messages if message["from"]["is_bot"]]

    @property
    def text(self) -> str:
        """What the newest message of the bot says."""
        return str(self.last.get("text") or self.last.get("caption") or "")

    @property
    def labels(self) -> list[str]:
        """The buttons under the newest message of the bot."""
        rows = self.last.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    @property
    def toasts(self) -> list[str]:
        """What was flashed in answer to taps."""
        return [str(toast.get("text") or "") for toast in self.person.toasts]

    def sees(self, *texts: str) -> None:
        """Find the texts in the newest message or on its buttons."""
        shown = "\n".join([self.text, *self.labels])
        for text in texts:
            assert text in shown, f"{text!r} is not in:\n{shown}"

    def sees_not(self, *texts: str) -> None:
        """Find none of the texts there."""
        shown = "\n".join([self.text, *self.labels])
        for text in texts:
            assert text not in shown, f"{text!r} is in:\n{shown}"

    def got(self, text: str) -> int:
        """Count the bot's messages that contain the text."""
        return sum(text in str(message.get("text") or message.get("caption") or "") for message in self.from_bot)


class Town:
    """The bot, its Telegram, its clock, and the people."""

    def __init__(self, app: App, telegram: Telegram, clock: ManualClock, path: Path) -> None:
        """Put them together; use ``town()``."""
        self.app = app
        self.telegram = telegram
        self.clock = clock
        self.path = path
        self._offset = 0
        self._seen = 0
        self._ids = iter(range(5001, 9000))

    def person(self, name: str = "Анна", language: str | None = "ru", *, number: int | None = None) -> Chatter:
        """Let somebody new come along."""
        return Chatter(self, self.telegram.person(number or next(self._ids), name, language))

    def admin(self, name: str = "Админ") -> Chatter:
        """The listed admin."""
        return self.person(name, "ru", number=ADMIN)

    def group(
        self,
        number: int = LAWYERS,
        *,
        basic: bool = False,
        forum: bool = False,
        rights: Collection[str] | None = ADMIN_RIGHTS,
    ) -> GroupChat:
        """The lawyers' group, the bot in it with these rights; made here unless it is there already."""
        made = lawyers_group(self.telegram, number, basic=basic, forum=forum, rights=rights)
        return GroupChat(self.telegram, made, self.settle)

    async def subscriber(self, name: str = "Анна", language: str = "ru") -> Chatter:
        """Let somebody come who has subscribed already."""
        chatter = self.person(name, language)
        chatter.person.started = True
        await self.app.dispatcher["subscribe"](chatter.id, Locale(language), discreet=False)
        return chatter

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Run one statement on a connection of its own: what is committed."""
        return committed(self.path, sql)

    async def settle(self) -> None:
        """Hand over every waiting update, each settled before the next batch, and send what is due."""
        while batch := await self.updates():
            for raw in batch:
                await self.app.inbox.take(raw)
                self._offset = int(raw["update_id"]) + 1
        await self.app.sender.drain()
        self._look_at_the_colours()

    def _look_at_the_colours(self) -> None:
        """No screen that was drawn has two main buttons."""
        entries = self.telegram.ledger.entries
        for entry in entries[self._seen :]:
            markup = str(entry.params.get("reply_markup") or "")
            assert markup.count(f'"style": "{Style.PRIMARY}"') <= 1, entry.params
        self._seen = len(entries)

    async def tick(self) -> None:
        """Do all the regular work once, then send what is due."""
        for tick in self.app.ticks():
            await tick.work()
        await self.app.sender.drain()

    async def later(self, **by: float) -> None:
        """Let time pass, and everything that falls due in it happen."""
        self.clock.forward(**by)
        await self.tick()

    async def updates(self) -> list[dict[str, Any]]:
        """Ask for what waits, as the bot would."""
        reply = await self.telegram.call("getUpdates", {"offset": self._offset, "timeout": 0})
        return list(reply.body["result"])


class NeverTold:
    """Looks at the answers for the first time, always: the weekly list of facts would be the admins' newest message."""

    async def told(self) -> Told | None:
        """Return nothing."""
        return None

    async def keep_told(self, told: Told) -> None:
        """Forget it."""


HEAD_TOLD = "2100-01-01 0:"
"""So would the journal's head in every test that lets a day pass."""


@asynccontextmanager
async def town(
    *,
    skew: Skew | None = None,
    start: datetime = START,
    feed: ReadFeed | None = None,
    prepare: Callable[[Telegram], object] | None = None,
    limits: Limits | None = None,
    **settings: Any,
) -> AsyncIterator[Town]:
    """Build a bot with an empty plain database over a pretended Telegram; settings may be overridden by name.

    ``feed`` answers in the place of YouTube. ``prepare`` changes the pretended Telegram before the bot starts.
    """
    built_once.install()
    clock, off = ManualClock(start), skew or Skew()
    telegram = Telegram(
        token=TOKEN, now=lambda: clock.now().timestamp() - off.seconds, sleep=clock.sleep, limits=limits or Limits()
    )
    if prepare:
        prepare(telegram)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bot.db"
        values = {
            "bot_token": TOKEN,
            "admin_ids": str(ADMIN),
            "database_path": path,
            "send_undo": 0,
            **await engine_settings(path),
        }
        given, session = Fixed(**{**values, **settings}), InProcessSession(telegram)
        if given.database_unencrypted:
            await lay_empty_database(path)
        async with opened(given, clock, asyncio.Event(), session, feed=feed) as app:
            await app.repositories.journal.keep_told(HEAD_TOLD)
            quiet = replace(app, review_notices=replace(app.review_notices, store=NeverTold()))
            yield Town(quiet, telegram, clock, path)
        built_once.give_back(app.dispatcher)
