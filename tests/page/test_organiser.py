"""An organiser at a phone of 360 pixels: composer, undo, edit, correction, deletion, statistics (A2, A4, A7, A11)."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.cli import demo_server as demo
from bot.cli.demo_server import Programme
from tests.page.test_demo import CALM, Guest, visiting
from tests.page.test_wizard import SMALL, whole

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

FEW = Programme(begins_in=timedelta(hours=1), lasts=1, listeners=20)
"""So few that a broadcast takes a second and has no seconds in which it can be taken back."""

RUSSIAN, ENGLISH = "Встреча в субботу", "We meet on Saturday"
MENDED, CORRECTION = "Встреча в воскресенье", "Поправка: начало в семь"


@asynccontextmanager
async def a_subscriber_and_the_desk(phone: "BrowserContext", programme: Programme) -> AsyncIterator[Guest]:
    """Анна has subscribed; then the same phone shows the organiser's chat."""
    async with visiting(phone, programme) as guest:
        await guest.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # width and height
        await guest.comes("anna")
        await guest.taps("Подписаться", "Что для этого сохранится")
        await guest.page.locator(".key", has_text="Подписаться").last.click()
        await guest.page.locator(".message", has_text="Вы подписаны").wait_for()
        await guest.becomes("admin")
        yield guest


async def composed(guest: Guest, count: int) -> None:
    """A broadcast in two languages, as far as its preview."""
    await guest.writes("/broadcast", "Новая рассылка")
    await guest.writes(RUSSIAN, "Русский текст принят")
    await guest.writes(ENGLISH, "Рассылка готова")
    await guest.last(f"Все · {count}").wait_for()
    await whole(guest)


async def reads(guest: Guest, text: str) -> str:
    """Look into Анна's chat, wait for a message with this text, and come back to the desk."""
    await guest.page.click("#tab-anna")
    message = guest.page.locator(".message.in", has_text=text)
    await message.wait_for()
    found = await message.inner_text()
    await guest.page.click("#tab-admin")
    return found


async def test_a_broadcast_is_composed_and_taken_back(phone: "BrowserContext") -> None:
    async with a_subscriber_and_the_desk(phone, CALM) as guest:
        count = demo.LISTENERS + 1
        await composed(guest, count)
        for copy in (RUSSIAN, ENGLISH):
            assert await guest.page.locator(".message.in", has_text=copy).count() == 1
        await guest.taps(f"Отправить {count}", "Рассылка сейчас начнётся")
        await whole(guest)
        await guest.taps("Вернуть", "Рассылка готова")
        await guest.page.click("#tab-anna")
        assert await guest.page.locator(".message", has_text=RUSSIAN).count() == 0


async def test_a_broadcast_is_edited_corrected_and_deleted_everywhere(phone: "BrowserContext") -> None:
    async with a_subscriber_and_the_desk(phone, FEW) as guest:
        await composed(guest, FEW.listeners + 1)
        await guest.taps(f"Отправить {FEW.listeners + 1}", "Рассылка закончена")
        await whole(guest)
        reached = FEW.listeners + 1 - demo.BLOCKED
        await guest.taps("Исправить у всех", "Что исправить?")
        await guest.taps("Исправить русский", "Пришлите исправленный русский")
        await guest.writes(MENDED, "Исправление готово")
        await whole(guest)
        await guest.taps(f"Исправить {reached}", "справл")
        assert "изменено" in await reads(guest, MENDED)
        await guest.taps("Поправка тем, кто получил", "Это поправка к рассылке")
        await guest.writes(CORRECTION, "Русский текст принят")
        await guest.page.locator(".message", has_text="Русский текст принят").nth(1).wait_for()
        await guest.taps("Одно для всех", f"Кто получил первую · {reached}")
        await guest.taps(f"Отправить {reached}", "Рассылка")
        assert MENDED in await reads(guest, CORRECTION), "the correction answers the first message"
        await guest.taps("Удалить у всех", "Удалить эту рассылку у всех?")
        await whole(guest)
        await guest.taps(f"Удалить {reached}", "далени")
        await guest.page.click("#tab-anna")
        both = guest.page.locator(".message.in .text", has_text=re.compile(f"^({MENDED}|{CORRECTION})$"))
        await both.first.wait_for()
        await both.nth(1).wait_for(state="detached")
        assert await both.count() == 1, "one of the two is deleted, the other stays"


async def test_the_statistics_are_a_picture_and_numbers(phone: "BrowserContext") -> None:
    async with visiting(phone, CALM) as guest:
        await guest.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # width and height
        await guest.comes("admin")
        await guest.writes("/stats", "Статистика: 30 дней")
        picture = guest.last("Статистика: 30 дней").locator("img")
        await picture.evaluate("image => image.decode()")
        assert await picture.evaluate("image => image.naturalWidth") == 1080
        assert await picture.evaluate("image => image.getBoundingClientRect().right <= innerWidth")
        assert "По-русски: 100" in await guest.last("Статистика: 30 дней").inner_text()
        await whole(guest)
