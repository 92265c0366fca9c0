"""The group: who writes what, the menu that names the bot, its coming and going, the way back (P16)."""

from typing import TYPE_CHECKING

import pytest

from tests.page.visitor import Visitor, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def enters(visitor: Visitor) -> None:
    """Open the group from the chat with the bot."""
    await visitor.page.click("#switch")
    await visitor.page.locator("#bot-name", has_text="Соседи").wait_for()


async def test_the_group_and_back_by_keyboard(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.tabs_to("Сообщение")
        await anna.page.keyboard.type("черновик")
        await anna.page.focus("#switch")
        assert await anna.focused() == "В группу"
        await anna.press("Enter")
        await anna.page.locator("#bot-name", has_text="Соседи").wait_for()
        assert anna.page.url.endswith("#anna/group")
        assert await anna.page.input_value("#text") == ""
        assert "/faq@seminar_demo_bot" in await anna.page.inner_text("#welcome")
        assert await anna.focused() == "Назад в чат с ботом"
        await anna.press("Enter")
        await anna.sees("Здравствуйте")
        assert anna.page.url.endswith("#anna")
        assert await anna.page.input_value("#text") == "черновик"


async def test_a_reload_stays_in_the_group(phone: "BrowserContext") -> None:
    async with visiting(phone, "#john/group") as john:
        await john.page.locator("#bot-name", has_text="Neighbours").wait_for()
        await john.page.reload()
        await john.page.locator("#status", has_text="group with the bot").wait_for()


async def test_names_stand_over_what_others_write(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await enters(anna)
        anna.stage.personas[1].person.sends("hello", group=anna.stage.group)
        await anna.writes("привет")
        await anna.sees("привет")
        await anna.stage.script.call("sendMessage", chat_id=anna.stage.group.id, text="фраза")
        said = await anna.sees("фраза")
        assert "Семинары об убежище" in await said.locator(".sender").inner_text()
        heard = await anna.sees("hello")
        assert "John" in await heard.locator(".sender").inner_text()
        assert await anna.page.locator(".message.out", has_text="привет").count() == 1
        assert await anna.page.locator(".message.in", has_text="hello").count() == 1


async def test_a_command_from_the_menu_names_the_bot(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await enters(anna)
        await anna.page.fill("#text", "/semi")
        await anna.press("Enter")
        await anna.until("() => document.querySelectorAll('.message').length >= 2")
        assert anna.stage.group.messages[0]["text"] == "/seminars@seminar_demo_bot"


async def test_the_bot_comes_and_goes(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await enters(anna)
        await anna.page.click("#more")
        await anna.page.get_by_role("button", name="Удалить бота из группы").click()
        await anna.page.locator("#status", has_text="группа без бота").wait_for()
        assert not anna.stage.group.bot_is_member
        await anna.page.click("#more")
        await anna.page.get_by_role("button", name="Добавить бота в группу").click()
        await anna.page.locator("#status", has_text="группа с ботом").wait_for()
        assert anna.stage.group.bot_is_member


async def test_a_link_to_the_bot_leads_into_the_private_chat(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await enters(anna)
        for label, address in {"Открыть": "", "Ответ": "?start=faq_first-steps"}.items():
            keyboard = {"inline_keyboard": [[{"text": label, "url": f"https://t.me/seminar_demo_bot{address}"}]]}
            group = anna.stage.group.id
            await anna.stage.script.call("sendMessage", chat_id=group, text=label, reply_markup=keyboard)
        await anna.taps("Открыть")
        await anna.page.locator("#start", has_text="СТАРТ").wait_for()
        assert anna.page.url.endswith("#anna")
        await enters(anna)
        await anna.taps("Ответ")
        await anna.page.locator("#start", has_text="faq_first-steps").wait_for()
        assert anna.stage.personas[0].person.messages == []


async def test_private_messages_stay_unread_in_the_group(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await enters(anna)
        await anna.stage.script.call("sendMessage", chat_id=1001, text="напоминание")
        await anna.page.locator("#tab-anna .badge").wait_for()
        assert await anna.page.locator(".message", has_text="напоминание").count() == 0
        await anna.page.click("#tab-anna")
        await anna.sees("напоминание")
        await anna.page.locator("#tab-anna .badge").wait_for(state="hidden")


@pytest.mark.parametrize("persona", ["anna", "john"])
async def test_the_group_fits_a_phone(phone: "BrowserContext", persona: str) -> None:
    async with visiting(phone, f"#{persona}/group") as visitor:
        await visitor.page.locator("#bot-name", has_text="Соседи").wait_for()
        await visitor.writes("ы" * 300)
        await visitor.page.fill("#text", "/")
        for width in (390, 320):
            await visitor.page.set_viewport_size({"width": width, "height": 600})
            await visitor.page.locator("#menu").wait_for()
            for selector in ("html", "#scroll", "#chat", ".top", "#menu", "#composer"):
                assert await visitor.page.locator(selector).evaluate("e => e.scrollWidth <= e.clientWidth"), selector
        await visitor.press("Escape")
        await visitor.page.click("#more")
        box = await visitor.page.locator("#more-list").bounding_box()
        assert box is not None
        assert box["x"] >= 0
