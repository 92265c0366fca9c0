"""A visitor of the page: what they do, what they see, and what must never happen meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.page.stage import Stage, staged

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Locator, Page


@dataclass
class Visitor:
    """A page in a browser and the demo behind it."""

    page: "Page"
    stage: Stage
    problems: list[str] = field(default_factory=list)

    async def starts(self) -> None:
        await self.page.click("#start")
        await self.sees("Здравствуйте")

    async def writes(self, text: str) -> None:
        """Write and send; a space behind a command closes its menu."""
        await self.page.fill("#text", f"{text} ")
        await self.page.press("#text", "Enter")

    async def taps(self, label: str) -> None:
        await self.key(label).click()

    def key(self, label: str) -> "Locator":
        return self.page.locator(".key", has_text=label).last

    async def sees(self, text: str) -> "Locator":
        """Wait for a bubble with this text and return the newest one."""
        message = self.page.locator(".message", has_text=text).last
        await message.wait_for()
        return message

    async def focused(self) -> str:
        """The focused element: its text, or its label."""
        text = await self.page.evaluate(
            "() => document.activeElement.matches('body') ? '' : "
            "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
        )
        return str(text)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.page.keyboard.press(key)

    async def tabs_to(self, label: str, most: int = 40) -> None:
        """Press Tab until this element has the focus."""
        for _ in range(most):
            if label in await self.focused():
                return
            await self.press("Tab")
        raise AssertionError(f"{label!r} cannot be reached by Tab")

    async def until(self, condition: str, argument: object = None) -> None:
        """Wait for a JavaScript condition."""
        await self.page.wait_for_function(condition, arg=argument)

    def watch(self) -> None:
        host = f"127.0.0.1:{self.stage.port}"
        self.page.on("console", lambda entry: self._note(entry.type in ("error", "warning"), entry.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("request", lambda request: self._note(urlsplit(request.url).netloc != host, request.url))

    def _note(self, bad: bool, text: str) -> None:
        if bad:
            self.problems.append(text)


@asynccontextmanager
async def visiting(context: "BrowserContext", address: str = "#anna", *, wait: bool = True) -> AsyncIterator[Visitor]:
    """A visit. Fails when the browser reports an error or requests another address."""
    async with staged() as stage:
        visitor = Visitor(await context.new_page(), stage)
        visitor.watch()
        await visitor.page.goto(stage.address + address)
        if wait:
            await visitor.page.wait_for_function("() => document.querySelector('#bot-name').textContent !== ''")
        yield visitor
        await visitor.page.close()
        assert visitor.problems == []
