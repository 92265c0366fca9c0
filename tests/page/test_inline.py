"""Inline mode: the bot's name in the message field, results above it, one of them sent into the chat (P12)."""

from typing import TYPE_CHECKING

import pytest

from tests.page.visitor import Visitor, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

NAME = "@seminar_demo_bot"


async def offered(visitor: Visitor, count: int) -> None:
    """Wait for so many results."""
    await visitor.until("count => document.querySelectorAll('#results .result').length === count", count)
    assert str(count) in await visitor.page.inner_text("#found")


async def test_a_result_is_sent_into_the_chat(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", f"{NAME} работу")
        await offered(anna, 1)
        await anna.page.get_by_role("option", name="Разрешение на работу").click()
        message = anna.page.locator(".message.out", has_text=f"через {NAME}")
        await message.wait_for()
        assert await message.locator("strong").inner_text() == "Разрешение на работу"
        assert await message.locator(".key").inner_text() == "Открыть"
        assert await anna.page.input_value("#text") == ""
        assert await anna.page.locator("#results").is_hidden()
        assert await anna.page.inner_text("#found") == ""


async def test_inline_mode_by_keyboard_alone(phone: "BrowserContext") -> None:
    async with visiting(phone, "#anna/group") as anna:
        await anna.page.locator("#bot-name", has_text="Соседи").wait_for()
        await anna.tabs_to("Сообщение")
        await anna.page.keyboard.type("@sem")
        assert "отправить его в этот чат" in await anna.page.inner_text("#found")
        await anna.press("Enter")
        await offered(anna, 3)
        assert await anna.page.input_value("#text") == f"{NAME} "
        await anna.press("ArrowDown")
        active = await anna.page.get_attribute("#text", "aria-activedescendant")
        assert "Разрешение" in await anna.page.inner_text(f"#{active}")
        assert await anna.page.get_attribute(f"#{active}", "aria-selected") == "true"
        await anna.press("ArrowUp", "ArrowUp", "Enter")
        await anna.page.locator(".message.out", has_text="Суд и слушания").wait_for()
        assert await anna.focused() == "Сообщение"
        assert anna.stage.group.messages[0]["via_bot"]["username"] == "seminar_demo_bot"


async def test_escape_closes_and_the_words_can_be_sent_as_they_are(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", f"{NAME} суд")
        await offered(anna, 1)
        await anna.press("Escape")
        assert await anna.page.locator("#results").is_hidden()
        assert await anna.page.get_attribute("#text", "aria-activedescendant") is None
        await anna.press("Enter")
        await anna.page.locator(".message.out", has_text=f"{NAME} суд").wait_for()
        assert "via_bot" not in anna.stage.personas[0].person.messages[2]


async def test_more_letters_bring_other_results_and_none_are_said(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", f"{NAME.upper()} ")
        await offered(anna, 3)
        await anna.page.focus("#text")
        await anna.press("End")
        await anna.page.keyboard.type("xyz")
        await anna.page.locator("#found", has_text="ничего не предложил").wait_for()
        assert await anna.page.locator("#results").is_hidden()
        await anna.page.fill("#text", "привет")
        assert await anna.page.inner_text("#found") == ""


async def test_a_result_answers_the_message_that_was_chosen(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.locator(".in .reply").last.click()
        await anna.page.fill("#text", f"{NAME} шаги")
        await offered(anna, 1)
        await anna.press("Enter")
        message = anna.page.locator(".message.out", has_text="Первые шаги")
        assert "Здравствуйте" in await message.locator(".quoted").inner_text()


async def test_other_chats_know_nothing_of_the_results(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", f"{NAME} ")
        await offered(anna, 3)
        await anna.page.click("#switch")
        await anna.page.locator("#bot-name", has_text="Соседи").wait_for()
        assert await anna.page.inner_text("#found") == ""
        assert await anna.page.locator("#results").is_hidden()


@pytest.mark.parametrize("persona", ["anna", "john"])
async def test_results_fit_a_phone(phone: "BrowserContext", persona: str) -> None:
    async with visiting(phone, f"#{persona}/group") as visitor:
        await visitor.page.locator("#bot-name", has_text="Соседи").wait_for()
        await visitor.page.fill("#text", f"{NAME} ")
        await offered(visitor, 3)
        for width in (390, 320):
            await visitor.page.set_viewport_size({"width": width, "height": 568})
            for selector in ("html", "#inline", "#results", "#composer"):
                assert await visitor.page.locator(selector).evaluate("e => e.scrollWidth <= e.clientWidth"), selector
            box = await visitor.page.locator("#inline").bounding_box()
            field = await visitor.page.locator("#text").bounding_box()
            assert box is not None
            assert field is not None
            assert box["y"] + box["height"] <= field["y"]
