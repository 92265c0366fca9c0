"""Four tasks of an organiser on a phone of 360 pixels, by taps and typed text alone, counted and timed (A2, A7, A9).

``.venv/bin/python -m tests.page.four_tasks`` prints the table of docs/performance.md. A task begins with the phone in
the hand and the chat open. For a person a tap is taken as 2 seconds, typing as 4 signs a second, and sending a message
as one more tap.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from tests.page.conftest import CHROMIUM
from tests.page.test_demo import BOT_TIMEOUT_MS, CALM, running

if TYPE_CHECKING:
    from playwright.async_api import Page

SECONDS_A_TAP = 2
SIGNS_A_SECOND = 4
TARGET_SECONDS = 120

RUSSIAN = "Здравствуйте! Запись последнего семинара уже на нашем канале. Там же ответы на ваши вопросы."
ENGLISH = "Hello! The recording of the last seminar is on our channel now, with answers to your questions."
MENDED = "Здравствуйте! Запись последнего семинара уже на нашем канале, со звуком. Там же ответы на ваши вопросы."


@dataclass
class Task:
    """What one task took."""

    name: str
    taps: int = 0
    messages: int = 0
    signs: int = 0
    waited: float = 0
    """Seconds from each act to what it was waited for, the page's share included."""

    @property
    def seconds(self) -> float:
        """Return what a person needs: their own acts and the waiting."""
        return (self.taps + self.messages) * SECONDS_A_TAP + self.signs / SIGNS_A_SECOND + self.waited


class Organiser:
    """One who taps and types in the page, and is counted."""

    def __init__(self, page: "Page") -> None:
        """Use a page of the demo."""
        self.page, self.tasks = page, list[Task]()

    async def comes(self, address: str) -> None:
        """Open the chat and press START."""
        await self.page.goto(f"{address}#admin")
        await self.page.click("#start")
        await self.page.locator(".message.in", has_text="⚖️").last.wait_for()

    def begins(self, name: str) -> None:
        """Count another task from here on."""
        self.tasks.append(Task(name))

    async def taps(self, label: str, then: str) -> None:
        """Tap the newest button with this label and wait for ``then``."""
        self.tasks[-1].taps += 1
        await self.page.locator(".key").get_by_text(label).last.click()
        await self.waits(then)

    async def writes(self, text: str, then: str) -> None:
        """Type and send a message."""
        self.tasks[-1].messages += 1
        self.tasks[-1].signs += len(text)
        await self.page.fill("#text", f"{text} ")
        await self.page.press("#text", "Enter")
        await self.waits(then)

    async def waits(self, then: str) -> None:
        """Wait until a message of the bot says this, and count the time."""
        began = perf_counter()
        await self.page.wait_for_function(
            "then => [...document.querySelectorAll('.message.in')].some(each => each.textContent.includes(then))",
            arg=then,
        )
        self.tasks[-1].waited += perf_counter() - began


async def enter_a_seminar(organiser: Organiser) -> None:
    """By the wizard, from /admin to the announcement under way."""
    organiser.begins("enter a seminar and announce it")
    await organiser.writes("/admin", "Управление")
    await organiser.taps("Семинары", "Семинары: управление")
    await organiser.taps("Новый семинар по шагам", "· 1 из 9")
    await organiser.writes("Собеседование об убежище", "· 2 из 9")
    await organiser.writes("The asylum interview", "· 3 из 9")
    await organiser.taps("Яков Спектор", "· 4 из 9")
    await organiser.taps("Русский и английский", "· 5 из 9")
    await organiser.taps("»", "· 5 из 9")
    await organiser.page.locator(".message.in").last.locator(".key", has_text="«").wait_for()
    await organiser.taps("15", "· 6 из 9")
    await organiser.taps("19:00", "· 6 из 9")
    await organiser.page.locator(".message.in").last.locator(".key", has_text="Другой час").wait_for()
    await organiser.taps("19:30", "· 7 из 9")
    await organiser.taps("America/New_York", "· 8 из 9")
    await organiser.taps("90 мин", "· 9 из 9")
    await organiser.taps("Без ссылки", "Семинар ещё не открыт")
    await organiser.taps("Объявить", "Напоминания этого семинара")


async def send_in_two_languages(organiser: Organiser) -> None:
    """From /admin to the report, the seconds in which it can be taken back included."""
    organiser.begins("send in two languages")
    await organiser.writes("/admin", "Управление")
    await organiser.taps("Рассылка", "Новая рассылка")
    await organiser.writes(RUSSIAN, "Русский текст принят")
    await organiser.writes(ENGLISH, "Рассылка готова")
    await organiser.taps("Отправить 1", "Рассылка сейчас начнётся")
    await organiser.waits("Рассылка закончена")


async def correct_it(organiser: Organiser) -> None:
    """From the report to the edit's end."""
    organiser.begins("correct it everywhere")
    await organiser.taps("Исправить у всех", "Что исправить?")
    await organiser.taps("Исправить русский", "Пришлите исправленный русский текст")
    await organiser.writes(MENDED, "Исправление готово")
    await organiser.taps("Исправить 1", "Исправление закончено")


async def take_it_back(organiser: Organiser) -> None:
    """From the edit's end by way of the report to the deletion's end."""
    organiser.begins("delete it everywhere")
    await organiser.taps("Назад", "Рассылка закончена")
    await organiser.taps("Удалить у всех", "Удалить эту рассылку у всех?")
    await organiser.taps("Удалить 1", "Удаление закончено")


@asynccontextmanager
async def at_the_desk(page: "Page") -> AsyncIterator[Organiser]:
    """Run a demo, and open the organiser's chat in the page."""
    page.set_default_timeout(BOT_TIMEOUT_MS)
    await page.set_viewport_size({"width": 360, "height": 740})
    async with running(CALM) as address:
        organiser = Organiser(page)
        await organiser.comes(address)
        yield organiser
        await page.close()


async def all_four(page: "Page") -> list[Task]:
    """Do the four tasks one after the other in one demo."""
    async with at_the_desk(page) as organiser:
        for task in (enter_a_seminar, send_in_two_languages, correct_it, take_it_back):
            await task(organiser)
        return organiser.tasks


def row(task: Task) -> str:
    """Return a task as a row of the table."""
    cells = (task.name, task.taps, task.messages, task.signs, f"{task.waited:.1f}", f"{task.seconds:.0f}")
    return f"| {' | '.join(map(str, cells))} |"


async def main() -> None:
    """Print the table."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tasks = await all_four(await browser.new_page())
        await browser.close()
    head = (
        "| task | taps | messages | signs typed | waiting, s | for a person, s |\n| --- | --- | --- | --- | --- | --- |"
    )
    sys.stdout.write("\n".join((head, *map(row, tasks))) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
