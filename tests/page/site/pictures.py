"""The pictures of the site and of the link to another bot (docs/screens), taken by ``make screens``."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.async_api import Browser

from bot.site.build import site_files
from bot.site.records import Records
from bot.site.writing import write_site
from tests.page.camera import SCREENS, SMALL_PHONE, phone
from tests.page.small_png import small
from tests.site.records import records, seminar

TAKEN = (
    ("site-answer-ru", "ru/fees.html", "light", 880),
    ("site-index-en", "en/index.html", "dark", 0),
    ("site-seminars-ru", "ru/seminars.html", "light", 0),
    ("site-verify-en", "en/verify.html", "dark", 330),
)
"""Name, page, colours, and how far it is scrolled down, in pixels."""


async def take_site(browser: Browser, address: str) -> None:
    """Take pages of the site on a small phone, and in the demo at ``address`` the link that takes settings along."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        await asyncio.to_thread(write_site, site, site_files(shown()))
        for name, path, scheme, down in TAKEN:
            page = await browser.new_page(
                viewport={"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            await page.goto((site / path).as_uri())
            await page.evaluate("down => scrollTo(0, down)", down)
            (SCREENS / f"{name}.png").write_bytes(small(await page.screenshot()))
            await page.close()
    async with phone(browser, address, "anna", "light") as anna:
        await anna.write("/subscribe", "Что для этого сохранится")
        await anna.tap("🔔 Подписаться", "Вы подписаны")
        await anna.write("/settings", "Нажмите, чтобы изменить")
        await anna.tap("Взять настройки", "Настройки в ссылке")
        await anna.take("carry-ru", top="Настройки в ссылке")


def shown() -> Records:
    """Return records with a seminar as organisers enter one."""
    coming = seminar(1, 5)
    plan = replace(coming.plan, title_ru="Как говорить с офицером", title_en="Speaking to an officer")
    link = "https://www.youtube.com/live/abcdefghijk"
    return replace(records(), seminars=(replace(coming, plan=replace(plan, link=link)),), past=())
