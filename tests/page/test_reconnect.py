"""When the server stops: the page says so, keeps what was written, and reconnects by itself."""

from typing import TYPE_CHECKING

import pytest

from tests.page.visitor import visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Route

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def test_the_page_comes_back_and_has_missed_nothing(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.stage.drop()
        line = anna.page.locator("#connection", has_text="Связь потеряна")
        await line.wait_for()
        await anna.stage.script.call("sendMessage", chat_id=1001, text="пока вас не было")
        await anna.stage.script.edits_later(1001, 2, "Другой текст")
        assert await anna.page.locator(".message", has_text="пока вас не было").count() == 0
        await anna.stage.come_back()
        await anna.page.locator(".message", has_text="пока вас не было").wait_for(timeout=15_000)
        await anna.sees("Другой текст")
        await line.wait_for(state="hidden")
        await anna.writes("снова тут")
        await anna.page.locator(".message.in", has_text="снова тут").wait_for()
        # The browser itself may report a refused connection; nothing else may be reported.
        assert all("ERR_" in problem for problem in anna.problems)
        anna.problems.clear()


async def test_what_did_not_arrive_is_given_back(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.stage.drop()
        await anna.writes("важные слова")
        await anna.page.locator("#toasts", has_text="Не дошло").wait_for()
        assert await anna.page.input_value("#text") == "важные слова "
        await anna.taps("Подписаться")
        await anna.until("() => !document.querySelector('.key[aria-busy=true]')")
        await anna.stage.come_back()
        await anna.page.locator("#connection").wait_for(state="hidden", timeout=15_000)
        await anna.page.press("#text", "Enter")
        await anna.page.locator(".message.in", has_text="важные слова").wait_for()
        anna.problems.clear()


async def test_a_broken_stream_is_opened_again(phone: "BrowserContext") -> None:
    async with visiting(phone, wait=False) as anna:
        refused: list[str] = []

        async def answer(route: "Route") -> None:
            refused.append("503")
            await route.fulfill(status=503, body="")

        await anna.page.route("**/events", answer, times=1)
        await anna.page.reload()
        await anna.page.locator("#bot-name", has_text="Семинары").wait_for(timeout=15_000)
        assert refused == ["503"]
        anna.problems.clear()


async def test_a_screen_reader_hears_only_what_is_new(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.evaluate(
            "() => { window.heard = []; new MutationObserver((changes) => { for (const change of changes)"
            " for (const node of change.addedNodes)"
            " window.heard.push((node.querySelector?.('.text') ?? node).textContent); })"
            ".observe(document.getElementById('log'), { childList: true, subtree: true }); }"
        )
        await anna.stage.script.call("sendMessage", chat_id=1001, text="первое")
        await anna.sees("первое")
        await anna.stage.drop()
        await anna.stage.script.call("sendMessage", chat_id=1001, text="второе")
        await anna.stage.come_back()
        await anna.page.locator(".message", has_text="второе").wait_for(timeout=15_000)
        assert await anna.page.evaluate("() => window.heard") == ["первое", "второе"]
        anna.problems.clear()
