"""The paper clip: a made-up photo, voice message, sticker or contact, by hand and by keyboard (P11)."""

from typing import TYPE_CHECKING

import pytest

from tests.page.visitor import visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def test_what_is_chosen_is_sent(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        person = anna.stage.personas[0].person
        kinds = {"Фото": "photo", "Голосовое сообщение": "voice", "Стикер": "sticker", "Контакт": "contact"}
        for number, (label, kind) in enumerate(kinds.items(), start=2):
            await anna.page.click("#attach")
            assert "ничего не берётся" in await anna.page.inner_text("#attach-list")
            await anna.page.get_by_role("button", name=label, exact=True).click()
            await anna.until("count => document.querySelectorAll('.message.out').length === count", number)
            assert kind in person.messages[-1]
            assert await anna.page.locator("#attach-list").is_hidden()


async def test_the_photo_is_drawn(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.click("#attach")
        await anna.page.click("[data-kind=photo]")
        await anna.until("() => document.querySelector('.message.out .photo')?.naturalWidth > 0")


async def test_an_album_is_sent_and_drawn_photo_by_photo(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.click("#attach")
        await anna.page.get_by_role("button", name="Альбом", exact=True).click()
        await anna.until("() => document.querySelectorAll('.message.out .photo').length === 3")
        person = anna.stage.personas[0].person
        sent = [message for message in person.messages if "photo" in message]
        assert len({message["media_group_id"] for message in sent}) == 1
        assert [message["caption"] for message in sent] == ["1 / 3", "2 / 3", "3 / 3"]


async def test_attaching_by_keyboard_alone(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.tabs_to("Прикрепить")
        await anna.press("Enter")
        assert await anna.focused() == "Фото"
        assert await anna.page.get_attribute("#attach", "aria-expanded") == "true"
        await anna.press("Escape")
        assert await anna.focused() == "Прикрепить"
        assert await anna.page.locator("#attach-list").is_hidden()
        await anna.press("Enter", "Tab", "Tab", "Enter")
        await anna.page.locator(".message.out", has_text="Стикер").wait_for()
        assert await anna.focused() == "Прикрепить"
        await anna.press("Enter", "Tab", "Tab", "Tab", "Tab", "Tab")
        assert await anna.focused() == "Сообщение"
        assert await anna.page.locator("#attach-list").is_hidden()


async def test_an_attachment_answers_the_message_that_was_chosen(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.locator(".in .reply").last.click()
        await anna.page.click("#attach")
        await anna.page.click("[data-kind=sticker]")
        message = anna.page.locator(".message.out", has_text="Стикер")
        assert "Здравствуйте" in await message.locator(".quoted").inner_text()
        assert await anna.page.locator("#replying").is_hidden()


@pytest.mark.parametrize("persona", ["anna", "john"])
async def test_the_menu_fits_a_phone(phone: "BrowserContext", persona: str) -> None:
    async with visiting(phone, f"#{persona}") as visitor:
        await visitor.starts()
        await visitor.page.click("#attach")
        for width in (390, 320):
            await visitor.page.set_viewport_size({"width": width, "height": 600})
            box = await visitor.page.locator("#attach-list").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            fits = "e => [e, ...e.children].every(each => each.scrollWidth <= each.clientWidth)"
            assert await visitor.page.locator("#attach-list").evaluate(fits)
            assert await visitor.page.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth")
