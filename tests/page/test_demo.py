"""The demo as a newcomer sees it: the real bot and the page in a process of their own, driven in Chromium."""

import asyncio
import multiprocessing
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from bot.cli import demo_server as demo
from bot.cli.demo_server import Programme, serve
from bot.cli.loopback import listen

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Locator, Page

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

# Its server imports the bot once: `import aiogram` costs seconds.
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.page.test_demo"])

BOT_TIMEOUT_MS = 20_000
"""Milliseconds for anything the bot does: the browser, the bot and this test share few processors."""

SOON = Programme(ladder="8s,4s,0", begins_in=timedelta(seconds=15), lasts=1)
"""The demo's own seminar with a ladder of seconds."""

PROGRAMME_TIMEOUT_MS = 100_000
"""Milliseconds within which a seminar with all its reminders happens, whenever a person subscribes."""

CALM = Programme(begins_in=timedelta(hours=1), lasts=1)
"""A programme without reminders, so that none comes between the other steps."""


class Told:
    """The standard output of the demo's process: it writes into a pipe that the test reads."""

    def __init__(self, pipe: Connection) -> None:
        """Write into the pipe."""
        self._pipe = pipe

    def write(self, text: str) -> None:
        """Pass the text on."""
        self._pipe.send(text)

    def flush(self) -> None:
        """Nothing is kept back."""


def child(pipe: Connection, programme: Programme) -> None:
    """Run ``python -m bot demo`` on a free port."""
    sys.stdout = Told(pipe)
    asyncio.run(serve(listen(0), programme))


@asynccontextmanager
async def running(programme: Programme) -> AsyncIterator[str]:
    """Run a demo and give its address. At the end it must stop at SIGTERM with exit code 0."""
    here, there = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=child, args=(there, programme), daemon=True)
    process.start()
    there.close()
    try:
        assert await asyncio.to_thread(here.poll, 60), "the demo never printed its address"
        yield str(here.recv()).removeprefix("Demo: ").strip()
        process.terminate()
        await asyncio.to_thread(process.join, 20)
        assert process.exitcode == 0
    finally:
        process.kill()


class Guest:
    """A visitor of the demo's page; errors and foreign requests are written into ``problems``."""

    def __init__(self, page: "Page", address: str) -> None:
        """Watch the page from its first request on."""
        self.page, self.address, self.problems = page, address, list[str]()
        host = urlsplit(address).netloc
        page.on("console", lambda entry: self._note(entry.type in ("error", "warning"), entry.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("request", lambda request: self._note(urlsplit(request.url).netloc != host, request.url))

    async def comes(self, persona: str) -> None:
        """Open the page as this person and press START."""
        await self.page.goto(f"{self.address}#{persona}")
        await self.page.click("#start")
        await self.last("⚖️").wait_for()

    async def becomes(self, persona: str) -> None:
        """Change to another person on the same page and press START."""
        await self.page.click(f"#tab-{persona}")
        await self.page.click("#start")
        await self.last("⚖️").wait_for()

    async def taps(self, label: str, then: str) -> None:
        """Tap the newest button with the label; the newest message must say ``then``."""
        await self.page.locator(".key", has_text=label).last.click()
        await self.last(then).wait_for()

    async def writes(self, text: str, then: str) -> None:
        """Send a message; a space behind a command leaves its menu."""
        await self.page.fill("#text", f"{text} ")
        await self.page.press("#text", "Enter")
        await self.last(then).wait_for()

    async def nth(self, text: str, number: int) -> None:
        """Wait for so many messages that have the text."""
        await self.page.locator(".message", has_text=text).nth(number - 1).wait_for()

    def last(self, text: str) -> "Locator":
        """The newest message that has the text; announcements and reminders may come in between."""
        return self.page.locator(".message", has_text=text).last

    def _note(self, bad: bool, text: str) -> None:
        if bad:
            self.problems.append(text)


@asynccontextmanager
async def visiting(context: "BrowserContext", programme: Programme) -> AsyncIterator[Guest]:
    """A visit to a demo of its own. Fails when the browser reports an error or requests another address."""
    context.set_default_timeout(BOT_TIMEOUT_MS)
    async with running(programme) as address:
        guest = Guest(await context.new_page(), address)
        yield guest
        await guest.page.close()
        assert guest.problems == []


async def test_a_reader_on_a_phone_reads_an_answer_in_both_languages(phone: "BrowserContext") -> None:
    async with visiting(phone, CALM) as anna:
        await anna.page.goto(f"{anna.address}#anna")
        await anna.page.locator("#welcome", has_text="Это информация, а не юридическая консультация").wait_for()
        assert "Это не Telegram" in await anna.page.inner_text(".banner")
        await anna.comes("anna")
        await anna.taps("Вопросы и ответы", "Выберите раздел")
        await anna.taps("С чего начать", "Выберите вопрос")
        await anna.taps("Первые шаги", "⚠️ Черновик ·")
        await anna.taps("English", "⚠️ Draft ·")
        assert "First steps" in await anna.last("Sources").inner_text()
        await anna.taps("Back", "Choose a question")
        assert await anna.page.locator(".message.in").count() == 1
        wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await anna.page.evaluate(wide) <= 0


async def test_a_photo_is_refused_a_group_gets_one_sentence_and_an_answer_is_shared(phone: "BrowserContext") -> None:
    async with visiting(phone, CALM) as john:
        await john.comes("john")
        await john.page.click("#attach")
        await john.page.click("[data-kind=photo]")
        await john.last("does not take photos").wait_for()
        await john.taps("Delete from the chat", "deleted")
        assert await john.page.locator(".photo").count() == 0
        await john.page.click("#switch")
        await john.writes("/faq@seminar_demo_bot", "answers in a private chat only")
        await john.page.fill("#text", "@seminar_demo_bot work permit")
        await john.page.locator("#results .result", has_text="Work permit").first.click()
        shared = john.page.locator(".message.out", has_text="via @seminar_demo_bot")
        await shared.locator(".key", has_text="Open in the bot").click()
        await john.page.locator("#start", has_text="faq_work-permit").click()
        await john.last("Sources").wait_for()


async def test_a_subscriber_is_reminded_while_looking(phone: "BrowserContext") -> None:
    async with visiting(phone, SOON) as john:
        await john.comes("john")
        await john.taps("Subscribe", "What is stored for this")
        await john.page.locator(".key", has_text="Subscribe").last.click()
        await john.page.locator(".message", has_text="You are subscribed").wait_for()
        live = john.page.locator(".message", has_text="The seminar is live").first
        await live.wait_for(timeout=PROGRAMME_TIMEOUT_MS)
        assert "Work permits" in await live.inner_text()
        assert await live.locator(".key", has_text="Link to the meeting").get_attribute("href") == demo.LINK


async def test_an_admin_sends_a_broadcast_and_reads_the_report(desktop: "BrowserContext") -> None:
    async with visiting(desktop, CALM) as guest:
        await guest.comes("anna")
        await guest.taps("Подписаться", "Что для этого сохранится")
        await guest.taps("Подписаться", "Вы подписаны")
        await guest.becomes("admin")
        await guest.writes("/broadcast", "Новая рассылка")
        await guest.writes("Здравствуйте! **Важно**: семинар перенесён.", "Русский текст принят")
        await guest.writes("Hello! The seminar was moved.", f"Все · {demo.LISTENERS + 1}")
        await guest.taps(f"Отправить {demo.LISTENERS + 1}", "Рассылка сейчас начнётся")
        await guest.last("Рассылка идёт").wait_for()
        await guest.taps("Пауза", "Рассылка на паузе")
        await guest.taps("Продолжить", "Рассылка идёт")
        await guest.last("Рассылка закончена").wait_for()
        report = await guest.last("Рассылка закончена").inner_text()
        assert f"Доставлено: {demo.LISTENERS + 1 - demo.BLOCKED}\n" in report
        assert f"Недоступны: {demo.BLOCKED}\n" in report
        assert f"Всего: {demo.LISTENERS + 1}\n" in report
        await guest.page.click("#tab-anna")
        # A reminder may have come after it: the broadcast need not be the last message.
        arrived = guest.page.locator(".message").filter(has_text="семинар перенесён")
        assert await arrived.locator("strong, b").inner_text() == "Важно"


async def test_a_second_admin_approves_a_large_broadcast_and_a_smaller_one_is_taken_back(
    phone: "BrowserContext",
) -> None:
    async with visiting(phone, CALM) as guest:
        await guest.comes("anna")
        await guest.taps("Подписаться", "Что для этого сохранится")
        await guest.taps("Подписаться", "Вы подписаны")
        await guest.becomes("second")
        await guest.becomes("admin")
        await guest.writes("/broadcast", "Новая рассылка")
        await guest.writes("Первая рассылка", "Русский текст принят")
        await guest.taps("Одно для всех", f"Все · {demo.LISTENERS + 1}")
        await guest.taps(f"Отправить {demo.LISTENERS + 1}", "Рассылка сейчас начнётся")
        await guest.taps("Вернуть", "Рассылка готова")
        await guest.page.click("#tab-john")
        await guest.page.click("#start")
        await guest.taps("Subscribe", "What is stored for this")
        await guest.page.locator(".key", has_text="Subscribe").last.click()
        await guest.page.locator(".message", has_text="You are subscribed").wait_for()
        await guest.page.click("#tab-admin")
        await guest.writes("/broadcast", "Новая рассылка")
        await guest.nth("Новая рассылка", 2)
        await guest.writes("Вторая рассылка", "Вторая рассылка")
        await guest.nth("Русский текст принят", 2)
        await guest.taps("Одно для всех", f"Все · {demo.LISTENERS + 2}")
        await guest.taps(f"Отправить {demo.LISTENERS + 2}", "ждёт второго подтверждения")
        await guest.page.click("#tab-second")
        await guest.last("Нужно ваше подтверждение").wait_for()
        assert await guest.page.locator(".message", has_text="Вторая рассылка").count() == 1
        assert "Подготовлено: Админ" in await guest.last("Нужно ваше подтверждение").inner_text()
        await guest.taps("Подтвердить", "Вы подтвердили рассылку")
        await guest.page.click("#tab-john")
        await guest.last("Вторая рассылка").wait_for()
        assert await guest.page.locator(".message", has_text="Первая рассылка").count() == 0
        await guest.page.click("#tab-admin")
        await guest.last("Рассылка закончена").wait_for()
