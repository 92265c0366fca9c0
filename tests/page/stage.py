"""A whole demo on a free port for the length of a test: people, scripted bot, page."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.demo.chats.group import Group
from bot.demo.chats.members import ADMIN_RIGHTS
from bot.demo.page.app import Persona, chat_page
from bot.demo.telegram import Limits, Telegram
from tests.page.script import Script

GROUP = -1001000000001
LAWYERS = -1001000000002


@dataclass
class Stage:
    """What a test can use beside the page itself."""

    telegram: Telegram
    script: Script
    personas: list[Persona]
    group: Group
    port: int
    runner: web.AppRunner

    @property
    def lawyers(self) -> Group:
        """The group of the lawyers."""
        return self.telegram.group(LAWYERS, "Юристы")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    async def drop(self) -> None:
        """Stop the server; people and chats stay."""
        await self.runner.cleanup()

    async def come_back(self) -> None:
        self.runner = await _serve(self.telegram, self.personas, self.group, self.port)


def cast(telegram: Telegram) -> list[Persona]:
    """Four people, as in the demo."""
    lawyers, nina = telegram.group(LAWYERS, "Юристы"), telegram.person(1005, "Нина", "ru")
    lawyers.joins(nina.user, owner=True)
    lawyers.bot_rights = ADMIN_RIGHTS
    return [
        Persona("anna", telegram.person(1001, "Анна", "ru"), "Читает по-русски", "reader"),
        Persona("john", telegram.person(1002, "John", "en"), "Reads English", "reader"),
        Persona("admin", telegram.person(1003, "Админ", "ru"), "Ведёт рассылки", "admin"),
        Persona("lawyer", nina, "Отвечает на вопросы", "lawyer", lawyers),
    ]


@asynccontextmanager
async def staged(port: int = 0) -> AsyncIterator[Stage]:
    """The demo, with its bot polling."""
    telegram = Telegram(now=lambda: time.clock_gettime(time.CLOCK_REALTIME), limits=Limits(model="off"))
    script, personas = Script(telegram), cast(telegram)
    await script.introduce()
    group = telegram.group(GROUP, "Соседи · Neighbours")
    runner = await _serve(telegram, personas, group, port)
    stage = Stage(telegram, script, personas, group, runner.addresses[0][1], runner)
    async with asyncio.TaskGroup() as tasks:
        bot = tasks.create_task(script.play())
        try:
            yield stage
        finally:
            bot.cancel()
            await stage.drop()


async def _serve(telegram: Telegram, personas: list[Persona], group: Group, port: int) -> web.AppRunner:
    runner = web.AppRunner(chat_page(telegram, personas, group), shutdown_timeout=2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner
