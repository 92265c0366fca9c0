"""Takes the pictures of docs/screens anew: ``make screens``. Needs Chromium and a font with emoji.

The real bot runs over the pretended Telegram, and every screen is reached as a person reaches it.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

from playwright.async_api import Browser, async_playwright

from bot.cli.demo_server import Programme, serve
from bot.cli.loopback import HOST, listen
from bot.core.locales import Locale
from tests.page.camera import SCREENS, SMALL_PHONE, Camera, phone
from tests.page.conftest import CHROMIUM
from tests.page.desk_screens import take_desk
from tests.page.lawyer_screens import take_lawyers
from tests.page.site.pictures import take_site

HOUR = timedelta(hours=1)
PROGRAMME = Programme(ladder="1h,10m,0", begins_in=timedelta(hours=1, seconds=50), lasts=90)
"""A seminar whose first reminder is due when the reader has just subscribed."""


async def read_in_russian(anna: Camera) -> None:
    """The first screen, what one asks, an answer."""
    await anna.take("start-ru", top="Убежище в США")
    await anna.write("меня призвали, боюсь возвращаться", "Выберите тему")
    await anna.take("suggestions-ru")
    await anna.write("я больше не хочу жить", "Вы не одни")
    await anna.take("despair-ru", top="Вы не одни")
    await anna.write("когда дадут разрешение на работу", "Сейчас:")
    await anna.take("answer-ru", top="Сейчас:")
    await anna.write("/seminars", "Бесплатные онлайн-встречи")
    await anna.tap("Интервью", "Ведёт:")
    await anna.take("seminar-ru")
    await anna.write("/privacy", "Что о вас хранится")
    await anna.take("privacy-ru", top="Что о вас хранится")


async def read_in_english(john: Camera) -> None:
    """The FAQ, an answer and the deadline helper in the dark, the settings."""
    await john.write("/faq", "Choose a topic")
    await john.take("faq-en")
    await john.tap("How long it takes", "Now:")
    await john.take("answer-en", top="Now:")
    await john.write("/deadlines", "What should be counted?")
    await john.tap("Arrival", "On which day")
    await john.write("3 February 2026", "3 February 2027")
    await john.take("deadline-en")
    await john.write("/subscribe", "What is stored for this")
    await john.take("subscribe-en")
    await john.tap("Subscribe", "You are subscribed")
    await john.write("/settings", "Tap to change")
    await john.take("settings-en")


async def subscribe_discreetly(anna: Camera) -> None:
    """Subscribe before the reminder is due, and leave nothing in the chat."""
    await anna.write("/subscribe", "Что для этого сохранится")
    await anna.tap("Незаметно", "Что для этого сохранится")
    await anna.tap("🔔 Подписаться", "Вы подписаны")
    await anna.write("/clear", "Чат очищен")


async def be_reminded(anna: Camera) -> None:
    """A reminder in discreet mode, covered and opened."""
    await anna.wait("Напоминание о встрече")
    await anna.take("reminder-covered-ru")
    await anna.tap("Открыть", "Разрешение на работу")
    await anna.take("reminder-opened-ru")


async def organise(admin: Camera) -> None:
    """A broadcast from its preview to its report, and a seminar before anybody knows of it."""
    await admin.write("/broadcast", "Новая рассылка")
    await admin.write("Здравствуйте! Запись последнего семинара уже на нашем канале.", "Русский текст принят")
    await admin.write("Hello! The recording of the last seminar is on our channel.", "Рассылка готова")
    await admin.take("broadcast-preview-ru")
    await admin.tap("Отправить 1", "Рассылка")
    await admin.wait("Рассылка закончена")
    await admin.take("report-ru")
    line = "/seminar завтра 19:00 | Собеседование об убежище | The asylum interview | https://example.org/talk | 60m"
    await admin.write(line, "Семинар ещё не открыт")
    await admin.take("seminar-preview-ru")


async def on_a_small_phone(john: Camera) -> None:
    """The first screen where there is least room."""
    await john.write("/start", "Asylum in the US")
    await john.take("start-small-en", top="Asylum in the US")


async def take_readers(browser: Browser, address: str) -> None:
    """Take what readers see, and the admin's preview and report on a phone of usual width."""
    async with phone(browser, address, "anna", "dark") as anna:
        await subscribe_discreetly(anna)
        await be_reminded(anna)
        await anna.write("/stop", "Вы отписаны")
        await anna.write("/clear", "Чат очищен")
    async with phone(browser, address, "john", "dark") as john:
        await read_in_english(john)
    async with phone(browser, address, "anna", "light") as anna:
        await anna.write("/start", "Убежище в США")
        await read_in_russian(anna)
    async with phone(browser, address, "admin", "light") as admin:
        await organise(admin)
    async with phone(browser, address, "john", "light", SMALL_PHONE) as john:
        await on_a_small_phone(john)


Take = Callable[[Browser, str], Awaitable[None]]


async def take_all(programme: Programme, *takes: Take) -> None:
    """Run a demo, take pictures of it, end it."""
    listening = listen(0)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    async with asyncio.TaskGroup() as tasks, async_playwright() as playwright:
        tasks.create_task(serve(listening, programme))
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for take in takes:
            await take(browser, address)
        await browser.close()
        os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Take all pictures; with the word ``desk`` or ``lawyer`` those of that handbook only, with ``site`` the site's."""
    SCREENS.mkdir(exist_ok=True)
    only = set(sys.argv[1:])
    if not only or "site" in only:
        asyncio.run(take_all(PROGRAMME, take_site))
    if only == {"site"}:
        return
    if "lawyer" not in sys.argv:
        asyncio.run(take_all(PROGRAMME, *(() if "desk" in sys.argv else (take_readers,)), take_desk))
    if "desk" not in sys.argv:
        for locale in Locale:
            asyncio.run(take_all(Programme(begins_in=HOUR, language=locale), partial(take_lawyers, locale=locale)))


if __name__ == "__main__":
    main()
