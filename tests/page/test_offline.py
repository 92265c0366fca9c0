"""The file with every answer in a real browser, without a network: readable on a phone, and printable (P19)."""

from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.faq.topics import read_tree
from bot.core.locales import Locale
from bot.handlers.faq.offline_page import offline_page
from tests.handlers.drawn import words

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def test_it_reads_on_a_phone_without_a_network(phone: "BrowserContext", tmp_path: Path) -> None:
    tree = read_tree((resources.files("bot") / "locales" / "topics.toml").read_text(encoding="utf-8"))
    text = offline_page({locale: words(locale) for locale in Locale}, tree, date(2026, 11, 24), ())
    path = tmp_path / "answers.html"
    path.write_text(text, encoding="utf-8")
    asked: list[str] = []
    page = await phone.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    await phone.set_offline(True)
    try:
        await page.goto(path.as_uri())
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await page.click("nav a >> text=Work permit")
        assert page.url.endswith("#en-work-permit")
        assert await page.locator("#en-work-permit").is_visible()
        assert await page.locator("article").count() == 2 * len(tree.topics)
        assert await page.locator("main[lang=en] h1").inner_text() == "Asylum in the US: questions and answers"
        await page.emulate_media(media="print")
        assert not await page.locator("nav").first.is_visible()
    finally:
        await phone.set_offline(False)
        await page.close()
    assert asked == [path.as_uri()]
