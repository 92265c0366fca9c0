"""One person's phone in Chromium, driven by hand, and the pictures taken of it (docs/screens)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from playwright.async_api import Browser, Locator, Page

from tests.page.small_png import small
from tests.tree import ROOT

SCREENS = ROOT / "docs" / "screens"
PHONE, SMALL_PHONE = (390, 844), (320, 568)
TIMEOUT_MS = 30_000
REMINDER_TIMEOUT_MS = 120_000

NAMED = """() => document.querySelector('#bot-name').textContent.includes('(')
    || (location.hash.endsWith('/group') && document.querySelector('#bot-name').textContent !== '')"""
"""The bot has introduced itself, or a group has its title."""

NEWEST = (
    "() => { window.newest = [...document.querySelectorAll('.message')].at(-1); return window.newest !== undefined; }"
)
ANSWERED = """([any, text]) => [...document.querySelectorAll('.message.in')].some(message =>
    message.textContent.includes(text)
    && (!any || window.newest.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING))"""


class Camera:
    """One person's chat on one phone, and the pictures taken of it."""

    def __init__(self, page: Page) -> None:
        """Use a page of a browser."""
        self._page = page

    async def start(self, address: str, persona: str) -> None:
        """Open the chat; press START when it is new."""
        await self._page.goto(f"{address}#{persona}")
        await self._page.wait_for_function(NAMED)
        if await self._page.locator("#start").is_visible():
            await self._page.click("#start")
            await self._last("⚖️").wait_for()

    async def write(self, text: str, then: str) -> None:
        """Send a message and wait for an answer that says ``then``, below what there was."""
        newest = await self._page.evaluate(NEWEST)
        await self._page.fill("#text", f"{text} ")
        await self._page.press("#text", "Enter")
        await self._page.wait_for_function(ANSWERED, arg=[newest, then])

    async def tap(self, label: str, then: str) -> None:
        """Tap the newest button with the label and wait for ``then``."""
        await self._page.locator(".key", has_text=label).last.click()
        await self._last(then).wait_for()

    async def reply(self, to: str, text: str, *, own: bool = False) -> None:
        """Reply to the newest message that says ``to``: of somebody else, or one's own."""
        side = ".message.out" if own else ".message.in"
        await self._page.locator(side, has_text=to).last.locator(".reply").click()
        await self._page.fill("#text", f"{text} ")
        await self._page.press("#text", "Enter")

    async def react(self, emoji: str) -> None:
        """Wait for a reaction to a message of one's own."""
        await self._page.locator(".message.out .reaction", has_text=emoji).last.wait_for()

    async def wait(self, text: str) -> None:
        """Wait for what comes by itself."""
        await self._last(text).wait_for(timeout=REMINDER_TIMEOUT_MS)

    async def take(self, name: str, top: str | None = None) -> None:
        """Write the picture; ``top``: the newest message that says it is scrolled to the upper edge, else the end."""
        await self._page.evaluate("() => document.activeElement.blur()")
        await self._page.mouse.move(1, 1)
        if top is None:
            await self._page.evaluate("() => document.querySelector('#scroll').scrollTo(0, 1e9)")
        else:
            await self._last(top).evaluate("message => message.scrollIntoView({block: 'start'})")
        await self._page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")
        await self._page.wait_for_function("() => !document.querySelector('#toasts').textContent.trim()")
        picture = await asyncio.to_thread(small, await self._page.screenshot())
        (SCREENS / f"{name}.png").write_bytes(picture)

    def _last(self, text: str) -> Locator:
        return self._page.locator(".message.in", has_text=text).last


@asynccontextmanager
async def phone(
    browser: Browser, address: str, persona: str, scheme: Literal["light", "dark"], size: tuple[int, int] = PHONE
) -> AsyncIterator[Camera]:
    """A phone in New York with this person's chat open."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        timezone_id="America/New_York",
    )
    context.set_default_timeout(TIMEOUT_MS)
    camera = Camera(await context.new_page())
    await camera.start(address, persona)
    yield camera
    await context.close()
