"""O10: the site in a browser, from a stick: by keyboard, on a phone, after its days, in the dark, on paper."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.test_accessibility import CONTRAST

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

KINDS = (
    *("index.html", "ru/index.html", "ru/fees.html", "ru/seminars.html", "ru/search.html", "ru/verify.html"),
    *("en/find-legal-help.html", "en/what-is-stored.html", "en/404.html"),
)
TODAY = "2026-11-30T12:00:00Z"
SMALL = """() => [...document.querySelectorAll("nav a, li a, button, input, summary")]
  .filter(each => each.offsetHeight && each.offsetHeight < 44).map(each => each.textContent)"""
LONG_AFTER = "2028-01-01T12:00:00Z"


async def test_it_is_read_by_keyboard_and_searched_without_a_server(phone: "BrowserContext", stick: Path) -> None:
    asked: list[str] = []
    page = await phone.new_page()
    page.on("console", lambda message: asked.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    try:
        await page.goto((stick / "index.html").as_uri())
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/ru/index.html")
        await page.click("nav >> text=Поиск")
        await page.fill("#words", "когда дадут разрешение на работу")
        await page.keyboard.press("Enter")
        await page.locator("#found a").first.wait_for()
        assert await page.locator("#found a").first.inner_text() == "⏳ Разрешение на работу"
        await page.fill("#words", "ыыы")
        await page.keyboard.press("Enter")
        assert await page.locator("#found").inner_text() == "Ничего не нашлось. Ниже весь список."
    finally:
        await page.close()
    assert all(each.startswith("file:") for each in asked), asked


async def test_what_is_long_past_is_folded_once_where_it_stands_together(phone: "BrowserContext", stick: Path) -> None:
    page = await phone.new_page()
    try:
        await page.clock.set_fixed_time(LONG_AFTER)
        await page.goto((stick / "ru" / "work-permit.html").as_uri())
        moving, folded = page.locator(".dated"), page.locator("details")
        assert await moving.count() > await folded.count() == 1
        assert not await moving.first.is_visible()
        assert await page.locator("#help").is_visible()
        await page.click("summary")
        assert await moving.first.is_visible() and await moving.last.is_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        await page.close()


async def test_every_kind_of_page_is_legible_and_fits_the_smallest_phone(
    phone: "BrowserContext", desktop: "BrowserContext", stick: Path
) -> None:
    found = []
    for context in (phone, desktop):
        page = await context.new_page()
        await page.set_viewport_size({"width": 280, "height": 600})
        try:
            for name in KINDS:
                await page.goto((stick / name).as_uri())
                found += [(name, each) for each in await page.evaluate(CONTRAST)]
                if await page.evaluate("document.documentElement.scrollWidth") > 280:
                    found.append((name, "too wide"))
        finally:
            await page.close()
    assert found == []


async def test_a_seminar_that_is_over_says_so_by_the_readers_clock(phone: "BrowserContext", stick: Path) -> None:
    page = await phone.new_page()
    try:
        for now, over, old in (("2026-12-05T20:00:00Z", 0, 1), ("2026-12-07T12:00:00Z", 1, 1), (TODAY, 0, 0)):
            await page.clock.set_fixed_time(now)
            await page.goto((stick / "ru" / "seminars.html").as_uri())
            assert await page.locator("text=Семинар уже прошёл").locator("visible=true").count() == over
            assert await page.locator(".known", has_text="⏳ Расписание").count() == old
    finally:
        await page.close()


async def test_what_is_tapped_has_room_for_a_thumb(phone: "BrowserContext", stick: Path) -> None:
    page = await phone.new_page()
    await page.set_viewport_size({"width": 320, "height": 568})
    try:
        for name in KINDS:
            await page.goto((stick / name).as_uri())
            small = await page.evaluate(SMALL)
            assert small == [], name
    finally:
        await page.close()


async def test_before_its_days_nothing_is_marked(phone: "BrowserContext", stick: Path) -> None:
    page = await phone.new_page()
    try:
        await page.clock.set_fixed_time("2026-08-22T12:00:00Z")
        await page.goto((stick / "ru" / "fees.html").as_uri())
        assert await page.locator(".past").count() == 0
        assert not await page.locator("#help").is_visible()
        assert await page.locator(".known").first.inner_text() != ""
    finally:
        await page.close()
