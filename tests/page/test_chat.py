"""A chat as a newcomer sees it: start, tap, edit in place, toasts, files, several people."""

from typing import TYPE_CHECKING

import pytest

from tests.page.visitor import visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def test_start_button_then_a_conversation(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        assert await anna.page.locator("#composer").is_hidden()
        assert "Ответы с источниками" in await anna.page.inner_text("#welcome")
        await anna.starts()
        assert await anna.page.locator("#welcome").is_hidden()
        await anna.writes("как дела")
        await anna.page.locator(".message.in", has_text="как дела").wait_for()
        assert await anna.page.locator(".message.out").count() == 2
        assert "Это не Telegram" in await anna.page.inner_text(".banner")
        assert await anna.page.locator(".banner").is_visible()


async def test_a_tap_edits_in_place_without_a_mark(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        before = await anna.page.locator(".message").count()
        await anna.taps("Вопросы и ответы")
        message = await anna.sees("Сколько ждать")
        assert await anna.page.locator(".message").count() == before
        assert await message.locator(".edited").count() == 0
        await anna.taps("Назад")
        await anna.sees("Здравствуйте")


async def test_an_edit_by_itself_is_marked_also_after_a_reload(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.stage.script.edits_later(1001, 2, "Новый текст")
        message = await anna.sees("Новый текст")
        assert await message.locator(".edited").inner_text() == "изменено"
        await anna.page.reload()
        assert await (await anna.sees("Новый текст")).locator(".edited").count() == 1


async def test_deleted_messages_go(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.stage.script.call("deleteMessages", chat_id=1001, message_ids=[1, 2])
        await anna.until("() => !document.querySelector('.message, .day')")
        assert await anna.page.locator("#composer").is_visible()


async def test_toast_passes_by_and_an_alert_waits(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Подписаться")
        await anna.page.locator("#toasts", has_text="Вы подписаны").wait_for()
        await anna.until("() => !document.querySelector('[aria-busy=true]')")
        await anna.taps("Важно")
        dialog = anna.page.get_by_role("alertdialog")
        await dialog.wait_for()
        assert "не просим денег" in await dialog.inner_text()
        await anna.press("Escape")
        await dialog.wait_for(state="hidden")
        assert "Важно" in await anna.focused()


async def test_an_unanswered_tap_spins_for_ten_seconds(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.page.clock.install()
        await anna.page.reload()
        await anna.starts()
        await anna.taps("Ещё")
        await anna.taps("Молчит")
        key = anna.key("Молчит")
        assert await key.get_attribute("aria-busy") == "true"
        await anna.page.clock.fast_forward(9000)
        assert await key.get_attribute("aria-busy") == "true"
        await anna.page.clock.fast_forward(2000)
        assert await key.get_attribute("aria-busy") == "false"


async def test_a_document_is_downloaded(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Ещё")
        await anna.taps("Файл")
        message = await anna.sees("памятка.html")
        assert "29 Б" in await message.inner_text()
        async with anna.page.expect_download() as waiting:
            await message.locator(".file").click()
        download = await waiting.value
        assert download.suggested_filename == "памятка.html"
        saved = await download.path()
        assert saved.read_bytes() == b"<!doctype html><p>offline</p>"


async def test_copy_buttons_fill_the_clipboard(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Ещё")
        await anna.taps("Копия")
        await anna.page.locator("#toasts", has_text="Скопировано").wait_for()
        assert await anna.page.evaluate("() => navigator.clipboard.readText()") == "Клён-417"
        await anna.taps("Поделиться")
        await anna.page.locator("#toasts", has_text="выбрать чат").wait_for()
        assert await anna.page.evaluate("() => navigator.clipboard.readText()") == "@seminar_demo_bot work"


async def test_other_people_get_a_badge_and_their_own_language(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        john = anna.stage.personas[1].person
        john.sends("/start")
        badge = anna.page.locator("#tab-john .badge")
        await badge.wait_for()
        assert "1 unread" in await badge.inner_text() or "непрочитанных: 1" in await badge.inner_text()
        await anna.page.click("#tab-john")
        await badge.wait_for(state="hidden")
        assert anna.page.url.endswith("#john")
        assert "This is not Telegram" in await anna.page.inner_text(".banner")
        assert await anna.page.evaluate("() => document.documentElement.lang") == "en"
        await anna.page.reload()
        await anna.sees("Здравствуйте")
        assert await anna.page.get_attribute("#tab-john", "aria-selected") == "true"
        assert await badge.is_hidden()


async def test_everybody_keeps_an_own_draft(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", "недописанное")
        await anna.page.click("#tab-john")
        await anna.page.click("#start")
        await anna.sees("Здравствуйте")
        assert await anna.page.input_value("#text") == ""
        await anna.page.click("#tab-anna")
        assert await anna.page.input_value("#text") == "недописанное"


async def test_blocking_and_coming_back(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.click("#more")
        await anna.page.click("#block")
        await anna.page.locator("#unblock").wait_for()
        assert anna.stage.personas[0].person.blocked
        assert await anna.page.locator("#composer").is_hidden()
        await anna.page.click("#unblock")
        await anna.page.locator("#composer").wait_for()
        assert not anna.stage.personas[0].person.blocked


async def test_typing_is_shown_until_the_message_comes(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.stage.script.call("sendChatAction", chat_id=1001, action="typing")
        await anna.page.locator("#status", has_text="печатает").wait_for()
        await anna.stage.script.call("sendMessage", chat_id=1001, text="вот")
        await anna.until("() => document.querySelector('#status').textContent === 'бот'")


async def test_a_start_link_waits_for_the_press(phone: "BrowserContext") -> None:
    async with visiting(phone, "#anna?start=faq_first-steps") as anna:
        await anna.page.locator("#start", has_text="faq_first-steps").wait_for()
        assert anna.stage.personas[0].person.messages == []
        await anna.page.click("#start")
        await anna.sees("faq_first-steps")
        assert anna.stage.personas[0].person.messages[0]["text"] == "/start faq_first-steps"


async def test_a_link_to_the_bot_itself_starts_it(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Вопросы и ответы")
        await (await anna.sees("Сколько ждать")).get_by_role("button", name="первые шаги").click()
        await anna.sees("/start faq_first-steps")


async def test_three_pages_at_once_all_work(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        for person in ("anna", "john", "admin"):
            another = await phone.new_page()
            await another.goto(anna.stage.address + "#" + person)
            await another.locator("#bot-name", has_text="Семинары").wait_for()
        await anna.writes("слышно?")
        await anna.page.locator(".message.in", has_text="слышно?").wait_for()
