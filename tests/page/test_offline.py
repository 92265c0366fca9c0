"""What is read without a network, in a browser: the file with every answer (P19)."""

import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.faq.topics import shipped_tree
from bot.core.locales import Locale
from bot.wording.offline_page import offline_page
from bot.wording.verify_text import Addresses
from tests.handlers.drawn import words

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


A4_PAGES = 30
"""What a person prints, and a small printer bears."""

PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b")
SHOWN = {Locale.RU: ("Русский", "Убежище в США"), Locale.EN: ("English", "Asylum in the US")}


def written(folder: Path, first: Locale = Locale.RU) -> Path:
    """Write the file as a reader of a language gets it."""
    tree = shipped_tree(resources.files("bot") / "locales")
    addresses = Addresses(("https://www.youtube.com/@jurisq",), "@seminar_second_bot", "https://mirror.example.org")
    text = offline_page({locale: words(locale) for locale in Locale}, tree, addresses, first)
    path = folder / "answers.html"
    path.write_text(text, encoding="utf-8")
    return path


async def test_it_reads_on_a_phone_without_a_network(phone: "BrowserContext", tmp_path: Path) -> None:
    path = written(tmp_path)
    asked: list[str] = []
    page = await phone.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    await phone.set_offline(True)
    try:
        await page.goto(path.as_uri())
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        assert not await page.locator("#en").is_visible()
        await page.click("label >> text=English")
        await page.click("nav a >> text=Work permit")
        assert page.url.endswith("#en-work-permit")
        assert await page.locator("#en-work-permit").is_visible()
        assert not await page.locator("#ru").is_visible()
        assert await page.locator("div[lang=en] h1").inner_text() == "Asylum in the US: questions and answers"
        assert await page.evaluate("scrollY") > 1000
        await page.click("div[lang=en] .t")
        assert await page.evaluate("scrollY") < 100
        await page.emulate_media(media="print")
        for hidden in ("nav", ".t", "label", "input", ".b"):
            assert not await page.locator(hidden).first.is_visible()
    finally:
        await phone.set_offline(False)
        await page.close()
    assert asked == [path.as_uri()]


@pytest.mark.parametrize("first", Locale)
async def test_it_begins_in_the_readers_language_and_prints_that_one(
    phone: "BrowserContext", tmp_path: Path, first: Locale
) -> None:
    page = await phone.new_page()
    try:
        await page.goto(written(tmp_path, first).as_uri())
        assert await page.locator(f"#{first}").is_visible()
        assert not await page.locator(f"#{first.other}").is_visible()
        for shown in (first, first.other):
            await page.click(f"label >> text={SHOWN[shown][0]}")
            pages = PAGE_OBJECT.findall(await page.pdf(format="A4", prefer_css_page_size=True))
            assert 10 < len(pages) <= A4_PAGES
        await page.emulate_media(media="print")
        link = page.locator(f"#{first.other}-work-permit a[href^=http]").first
        after = await link.evaluate("each => getComputedStyle(each, '::after').content")
        assert await link.get_attribute("href") in after
    finally:
        await page.close()


async def test_it_is_dark_where_the_phone_is_and_white_on_paper(
    desktop: "BrowserContext", phone: "BrowserContext", tmp_path: Path
) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    found = []
    for context in (phone, desktop):
        page = await context.new_page()
        try:
            await page.goto(written(tmp_path).as_uri())
            found.append(await page.evaluate(colour))
            await page.emulate_media(media="print")
            found.append(await page.evaluate(colour))
        finally:
            await page.close()
    white = "rgb(255, 255, 255)"
    assert found == [white, white, "rgb(18, 18, 18)", white]
