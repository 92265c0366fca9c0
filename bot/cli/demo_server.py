"""What ``python -m bot demo`` runs: the real bot over the pretended Telegram, with a chat page in the browser.

It reads no ``.env`` and no token, listens on the loopback interface only, and keeps its database in a temporary folder.
"""

import asyncio
import gc
import signal
import socket
import sys
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from aiohttp import web
from pydantic_settings import PydanticBaseSettingsSource

from bot import logs
from bot.app import App
from bot.cli.loopback import HOST, listen
from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.seminars.changes import EnterSeminar
from bot.core.seminars.seminars import Plan, When
from bot.core.subscribers.subscribers import Subscriber
from bot.demo.chats.members import ADMIN_RIGHTS
from bot.demo.doors.http import bot_api
from bot.demo.page.app import Persona, chat_page
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from bot.settings import Settings
from bot.texts import Texts, read_catalogues

TOKEN = "42:demo"  # noqa: S105 -- opens nothing but the pretended Telegram
ADMIN, SECOND, LAWYER = 1003, 1004, 1005
GROUP, LAWYERS = -1001000000001, -1001000000002
GROUP_TITLE, LAWYERS_TITLE = "Соседи · Neighbours", "Юристы"
NEXT_WEEK = timedelta(days=9)
LINK = "https://example.org/seminar"
OFFICIAL_LINKS = "https://example.org/official"
SUCCESSOR = "https://example.org/if-the-bot-is-gone"
"""No bot's name: on Telegram it might be anybody's."""


PAID_RATE, STARS = 1000, 10_000
"""What paying brings the pretended bot, and what it has: as many Stars as Telegram asks of a bot before it may pay."""

LISTENERS = 150
"""Pretended people who have subscribed already, so that a broadcast takes seconds and one can watch it go out."""

APPROVED_ABOVE = 151
"""To more people than this a broadcast needs the second admin: to everybody once both readers have subscribed."""

BLOCKED = 3
"""How many of them have blocked the bot since; only a broadcast finds that out."""


@dataclass(frozen=True)
class Programme:
    """The seminar about to begin: its reminders (as in ``REMINDER_OFFSETS``), its wait, its length in minutes.

    The first is announced so long after the start that a reader of the README has subscribed by then.
    ``listeners``: how many have subscribed before. ``language``: the lawyers' group's, and of the lawyer in it.
    """

    ladder: str = "3m,2m,1m,0"
    begins_in: timedelta = timedelta(minutes=4)
    lasts: int = 2
    announced_after: timedelta = timedelta()
    listeners: int = LISTENERS
    language: Locale = Locale.RU


PROGRAMME = Programme(announced_after=timedelta(minutes=2))


class DemoSettings(Settings):
    """Settings from arguments alone."""

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: Any, init_settings: PydanticBaseSettingsSource, *_: Any, **__: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read no environment and no file."""
        return (init_settings,)


def main(listening: socket.socket) -> int:
    """Serve the page there until Ctrl-C; return the exit code."""
    logs.set_up("WARNING")
    gc.freeze()  # modules and classes stay: a full collection takes 15 ms then instead of 80
    asyncio.run(serve(listening))
    return 0


async def serve(listening: socket.socket, programme: Programme = PROGRAMME) -> None:
    """Open Telegram, the page and the bot, in this order, until a signal comes."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    clock = SystemClock()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp())
    telegram.world.stars.tenths = STARS * 10
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="seminar-demo-"))
        group = telegram.group(GROUP, GROUP_TITLE)
        page_port = await _open(stack, chat_page(telegram, personas(telegram, programme.language), group), listening)
        api_port = await _open(stack, bot_api(telegram), listen(0))
        app = await stack.enter_async_context(opened(_settings(folder, api_port, programme), clock, stop))
        await _name(app, telegram)
        await _people(app, telegram, programme.listeners)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(app.run(stop))
            tasks.create_task(_seminars(app, programme, stop))
            tasks.create_task(_invite(app, telegram, page_port, stop))


def personas(telegram: Telegram, lawyers_language: Locale = Locale.RU) -> list[Persona]:
    """Return the people one can play."""
    texts = Texts(read_catalogues(resources.files("bot") / "locales"))
    anna = telegram.person(1001, "Анна", "ru")
    john = telegram.person(1002, "John", "en")
    admin = telegram.person(ADMIN, "Админ", "ru")
    second = telegram.person(SECOND, "Вера", "ru")
    lawyer = telegram.person(LAWYER, "Нина", lawyers_language.value)
    lawyers = telegram.group(LAWYERS, LAWYERS_TITLE)
    lawyers.joins(lawyer.user, owner=True)
    lawyers.bot_rights = ADMIN_RIGHTS
    return [
        Persona("anna", anna, texts.plain("ru", "demo-anna"), "reader"),
        Persona("john", john, texts.plain("en", "demo-john"), "reader"),
        Persona("admin", admin, texts.plain("ru", "demo-admin"), "admin"),
        Persona("second", second, texts.plain("ru", "demo-second"), "admin"),
        Persona("lawyer", lawyer, texts.plain(lawyers_language, "demo-lawyer"), "lawyer", lawyers),
    ]


async def _open(stack: AsyncExitStack, application: web.Application, listening: socket.socket) -> int:
    """Serve at the socket; return its port."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.SockSite(runner, listening).start()
    return int(runner.addresses[0][1])


def _settings(folder: str, api_port: int, programme: Programme) -> Settings:
    values: dict[str, Any] = {
        "bot_token": TOKEN,
        "admin_ids": f"{ADMIN},{SECOND}",
        "admin_aliases": f"{ADMIN}:Админ;{SECOND}:Вера",
        "second_approval_above": APPROVED_ABOVE,
        "lawyer_chat_id": LAWYERS,
        "default_language": programme.language,
        "database_path": Path(folder) / "demo.db",
        "database_unencrypted": True,
        "official_links": OFFICIAL_LINKS,
        "successor": SUCCESSOR,
        "reminder_offsets": programme.ladder,
        "paid_broadcast_rate": PAID_RATE,
        "telegram_api_url": f"http://{HOST}:{api_port}",
    }
    return DemoSettings(**values)


async def _name(app: App, telegram: Telegram) -> None:
    """Call the bot something, as its owner does with BotFather."""
    for locale in Locale:
        await telegram.call("setMyName", {"name": app.texts.plain(locale, "demo-name"), "language_code": locale}, {})


async def _invite(app: App, telegram: Telegram, port: int, stop: asyncio.Event) -> None:
    """Print the address when there is something to see: the bot has introduced itself in every persona's language."""
    profile = telegram.world.profile
    while not all(profile.text("description", locale) for locale in Locale) and not stop.is_set():
        await app.clock.sleep(0.02)
    sys.stdout.write(f"Demo: http://{HOST}:{port}/\n")
    sys.stdout.flush()


async def _people(app: App, telegram: Telegram, listeners: int) -> None:
    today = app.clock.now().date().isoformat()
    for number in range(listeners):
        language = Locale.EN if number % 3 == 2 else Locale.RU  # noqa: PLR2004 -- every third reads English
        person = telegram.person(2001 + number, str(number), language.value)
        person.started = True
        person.blocked = number >= listeners - BLOCKED
        reminders = not person.blocked
        await app.repositories.subscribers.add(
            Subscriber(person.id, language, reminders=reminders, joined=today, active=today)
        )


async def _seminars(app: App, programme: Programme, stop: asyncio.Event) -> None:
    """Keep one seminar about to begin, and one next week."""
    enter: EnterSeminar = app.dispatcher["enter_seminar"]
    await enter(_plan(app, "demo-next", NEXT_WEEK, 90))
    opens = app.clock.now() + programme.announced_after
    while not stop.is_set():
        now = app.clock.now()
        if now >= opens and not any(
            seminar.start - now < programme.begins_in for seminar in await app.repositories.seminars.coming(now)
        ):
            await enter(_plan(app, "demo-soon", programme.begins_in, programme.lasts))
        await app.clock.sleep(1)


def _plan(app: App, title: str, ahead: timedelta, minutes: int) -> Plan:
    start = (app.clock.now() + ahead).replace(microsecond=0)
    when = When(start, start.strftime("%Y-%m-%dT%H:%M"), "UTC")
    return Plan(when, app.texts.plain("ru", title), app.texts.plain("en", title), LINK, minutes)
