"""The composition root: everything is built, opened and closed here, in order, with plain constructors."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from importlib import resources
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.types import User

from bot.core.broadcasts import Composer, Confirm, Control
from bot.core.clock import Clock
from bot.core.languages import Languages
from bot.core.reminders import QueueDue
from bot.core.seminar_changes import CancelSeminar, EnterSeminar, MoveSeminar, SwitchStep
from bot.core.subscribers import Choose, ChooseLanguage, Leave, Subscribe
from bot.core.topics import read_tree
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.paced import PacedRequests
from bot.delivery.sender import Sender
from bot.delivery.wire import wire_of
from bot.handlers.admins import Admins
from bot.handlers.inbox import Inbox, SettleBeforeAnswer, TokenRejected
from bot.handlers.late_taps import ForgiveLateTaps
from bot.handlers.middleware import LocaleMiddleware
from bot.handlers.notices import Notice
from bot.handlers.presentation import Presentation
from bot.handlers.profile import introduce
from bot.handlers.progress import ProgressCards
from bot.handlers.reminders import DiscreetWords, ReminderWords
from bot.handlers.routers import all_routers
from bot.scheduler.ticks import Metronome, Tick, attempt
from bot.settings import BadSettings, Settings, read_key
from bot.storage.database import Database, open_database
from bot.storage.instance import InstanceLock
from bot.storage.rows import Rows, rows_over
from bot.storage.seen import BotIdentity
from bot.texts import Texts, read_catalogues

log = logging.getLogger("bot.app")

STOP_WITHIN = 18
"""Seconds a stop may take in all before what is left is handed back to the next start (R14: 20)."""

MEETING = 15
"""Seconds one attempt may take."""

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
"""Seconds between attempts to reach Telegram at the start."""

NAME_HOLDS = 30
"""Seconds an address of Telegram's is believed; aiogram's hour would be an hour of silence when it changes (T13)."""


@dataclass(frozen=True)
class App:
    """The running parts."""

    bot: Bot
    dispatcher: Dispatcher
    texts: Texts
    admins: Admins
    rows: Rows
    inbox: Inbox
    sender: Sender
    queue_due: QueueDue
    cards: ProgressCards
    clock: Clock

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop, then end everything in flight; raises TokenRejected on a 401."""
        await self.prepare()
        try:
            async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as tasks:
                tasks.create_task(_limit_the_stop(stop, limit))
                tasks.create_task(self.inbox.run(stop))
                tasks.create_task(self.sender.run(stop))
                tasks.create_task(Metronome(self.ticks(), self.clock).run(stop))
                tasks.create_task(self._introduce(stop))
        except TimeoutError:
            log.warning("stopped_late")
        except ExceptionGroup as group:
            raise group.exceptions[0] from None

    async def prepare(self) -> None:
        """Do what comes before the first update: leases of a dead process, and what is due."""
        again = await self.rows.outbox.recover()
        log.info("started recovered=%d", again)
        for tick in self.ticks():
            if tick.name != "cards":  # a card needs Telegram, and can wait for its tick
                await attempt(tick)

    async def _introduce(self, stop: asyncio.Event) -> None:
        try:
            await introduce(self.bot, self.texts, self.admins, stop)
        except TelegramUnauthorizedError as refusal:
            raise TokenRejected from refusal
        except Exception as error:  # whatever a proxy makes of an answer: menus are no reason to end
            log.warning("introduction_failed kind=%s", type(error).__name__)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the regular work."""
        now, kept = self.clock.now, self.rows.retention
        return (
            Tick("queue_due", 1, self.queue_due),
            Tick("fill", 1, lambda: self.rows.recipients.fill(now())),
            Tick("cards", 3, self.cards.refresh),
            Tick("expire", 5, lambda: self.rows.outbox.expire(now())),
            Tick("remove_gone", 10, lambda: kept.remove_gone(now())),
            Tick("scrub", 20, kept.finish_scrubbing),
            Tick("forget", 3600, lambda: kept.forget(now())),
        )


async def _limit_the_stop(stop: asyncio.Event, limit: asyncio.Timeout) -> None:
    await stop.wait()
    limit.reschedule(asyncio.get_running_loop().time() + STOP_WITHIN)


class Stopped(Exception):
    """Told to stop before the bot was up."""


@asynccontextmanager
async def opened(
    settings: Settings, clock: Clock, stop: asyncio.Event, session: BaseSession | None = None
) -> AsyncIterator[App]:
    """Build the whole bot over an opened database, alone on it, and close it again.

    Raises BadSettings, AnotherInstance, StorageError, TokenRejected, Stopped. Waits for Telegram as long as it takes.
    """
    token = settings.require_run()
    key = read_key(settings.database_key_file) if settings.database_key_file else None
    with InstanceLock(settings.database_path):
        bot = Bot(token, session or _session(settings), default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        database = await open_database(settings.database_path, key, clock)  # its threads must not outlive a failure
        try:
            me = await _meet(bot, stop)
            if not await BotIdentity(database).fits(me.id):
                raise BadSettings("BOT_TOKEN is another bot's than the database: nothing was sent, nobody removed")
            yield build(settings, clock, database, bot, me)
        finally:
            try:
                await bot.session.close()
            finally:
                await database.close()


def _session(settings: Settings) -> AiohttpSession:
    connections = max(100, int(settings.send_rate))
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url), limit=connections)
    session._connector_init["ttl_dns_cache"] = NAME_HOLDS  # aiogram has no parameter for it
    return session


async def _meet(bot: Bot, stop: asyncio.Event) -> User:
    wait = FIRST_WAIT
    while not stop.is_set():
        try:
            async with asyncio.timeout(MEETING):
                return await bot.me()  # aiogram remembers it: filters ask for the name, and must not call for it
        except TelegramUnauthorizedError as refusal:
            raise TokenRejected from refusal
        except Exception as error:
            pause = max(wait, error.retry_after + 1 if isinstance(error, TelegramRetryAfter) else 0)
            log.warning("telegram_away kind=%s wait=%d", type(error).__name__, pause)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        wait = min(LONGEST_WAIT, wait * 2)
    raise Stopped


def build(settings: Settings, clock: Clock, database: Database, bot: Bot, me: User) -> App:
    """Connect the rooms."""
    texts, rows = Texts(read_catalogues()), rows_over(database, clock)
    pace = Pace(settings.send_rate, clock)
    sender = Sender(rows.outbox, Courier(wire_of(bot), rows.outbox), pace, clock)
    for middleware in (SettleBeforeAnswer(), ForgiveLateTaps(), PacedRequests(pace)):
        bot.session.middleware(middleware)
    admins, languages = Admins(settings.admin_ids), Languages(rows.subscribers, settings.default_language)
    render = ReminderWords(texts, settings.display_zones)
    known: dict[str, Any] = {
        "texts": texts,
        "tree": read_tree((resources.files("bot") / "locales" / "topics.toml").read_text(encoding="utf-8")),
        "clock": clock,
        "admins": admins,
        "languages": languages,
        "presentation": _presentation(settings, me),
        **_stores(rows),
        **_use_cases(rows, languages, render, texts, clock, sender),
    }
    dispatcher = build_dispatcher(texts, languages, known)
    crowd, late = Notice(texts, languages, "too-many"), Notice(texts, languages, "try-later")
    inbox = Inbox(bot, dispatcher.feed_update, rows.seen, clock, on_flood=crowd, on_late=late)
    queue_due = QueueDue(rows.seminars, rows.ladder, render, clock, sender.wake, settings.reminder_offsets)
    cards = ProgressCards(bot, texts, rows.mailings, languages, clock)
    return App(bot, dispatcher, texts, admins, rows, inbox, sender, queue_due, cards, clock)


def _presentation(settings: Settings, me: User) -> Presentation:
    return Presentation(
        username=me.username or "",
        official_links=settings.official_links,
        display_zones=settings.display_zones,
        admin_zone=settings.admin_zone,
        offsets=settings.reminder_offsets,
        send_rate=settings.send_rate,
    )


def _stores(rows: Rows) -> dict[str, Any]:
    names = ("subscribers", "mailings", "compositions", "drafts", "outbox")
    return {"seminars_store": rows.seminars, **{name: getattr(rows, name) for name in names}}


def build_dispatcher(texts: Texts, languages: Languages, known: dict[str, Any]) -> Dispatcher:
    """Return the dispatcher with its middleware and routers; ``known`` is what handlers may ask for by name."""
    dispatcher = Dispatcher(disable_fsm=True, **known)
    dispatcher.update.outer_middleware(LocaleMiddleware(texts, languages, known["choose_language"]))
    dispatcher.include_routers(*all_routers())
    return dispatcher


def _use_cases(
    rows: Rows, languages: Languages, render: ReminderWords, texts: Texts, clock: Clock, sender: Sender
) -> dict[str, Any]:
    wake = sender.wake
    return {
        "subscribe": Subscribe(rows.subscribers, languages, clock),
        "leave": Leave(rows.subscribers, languages, sender),
        "choose": Choose(rows.subscribers, clock),
        "choose_language": ChooseLanguage(rows.subscribers, languages, clock),
        "enter_seminar": EnterSeminar(rows.seminars, clock),
        "move_seminar": MoveSeminar(rows.seminars, render, clock, wake),
        "cancel_seminar": CancelSeminar(rows.seminars, render, clock, wake),
        "switch_step": SwitchStep(rows.seminars),
        "composer": Composer(rows.compositions, DiscreetWords(texts), clock),
        "confirm": Confirm(rows.mailings, rows.compositions, clock, wake),
        "control": Control(rows.mailings, clock, wake),
    }
