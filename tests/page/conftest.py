"""A browser for the tests of the page; without one they are skipped and say why."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def playwright_api() -> Any:
    """The library. Skips the test when the library or Chromium is missing."""
    if not CHROMIUM.exists():
        pytest.skip(f"the page is tested in Chromium: none at {CHROMIUM}")
    return pytest.importorskip("playwright.async_api", reason="the page is tested with playwright: not installed")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(playwright_api: Any) -> AsyncIterator["Browser"]:
    """One Chromium for all tests."""
    async with playwright_api.async_playwright() as playwright:
        # The sandbox needs user namespaces, which containers often lack; only our own page is opened.
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def phone(browser: "Browser") -> AsyncIterator["BrowserContext"]:
    """A phone's screen in Moscow."""
    context = await browser.new_context(
        viewport={"width": 390, "height": 844}, timezone_id="Europe/Moscow", reduced_motion="reduce"
    )
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(5000)
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def desktop(browser: "Browser") -> AsyncIterator["BrowserContext"]:
    """A wide screen, dark."""
    context = await browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark", reduced_motion="reduce"
    )
    context.set_default_timeout(5000)
    yield context
    await context.close()
