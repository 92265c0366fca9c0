"""An organiser with a phone of 360 pixels enters a seminar and schedules a broadcast, in Chromium (A5, A9)."""

from typing import TYPE_CHECKING

import pytest

from tests.page.test_demo import CALM, Guest, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

SMALL = {"width": 360, "height": 740}

CUT = """() => [...[...document.querySelectorAll('.message.in')].at(-1).querySelectorAll('.key, .key *')]
    .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"""
"""Labels of the newest message that do not fit their button."""


async def whole(guest: Guest) -> None:
    """No label of the newest message is cut."""
    assert await guest.page.evaluate(CUT) == []


async def tap_newest(guest: Guest, label: str) -> None:
    """Tap the button of the newest message that says exactly this."""
    await guest.page.locator(".message.in").last.locator(".key").get_by_text(label, exact=True).click()


async def test_a_seminar_is_entered_by_nine_questions(phone: "BrowserContext") -> None:
    async with visiting(phone, CALM) as guest:
        await guest.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # width and height
        await guest.comes("admin")
        await guest.writes("/seminar", "Семинары: управление")
        await guest.taps("Новый семинар по шагам", "· 1 из 9")
        await guest.writes("Собеседование", "· 2 из 9")
        await guest.writes("The interview", "· 3 из 9")
        await guest.taps("Яков Спектор", "· 4 из 9")
        await whole(guest)
        await guest.taps("Русский и английский", "· 5 из 9")
        await tap_newest(guest, "»")
        await guest.page.locator(".message.in").last.locator(".key", has_text="«").wait_for()
        await whole(guest)
        await tap_newest(guest, "15")
        await guest.last("· 6 из 9").wait_for()
        await whole(guest)
        await tap_newest(guest, "19:00")
        await guest.page.locator(".message.in").last.locator(".key", has_text="Другой час").wait_for()
        await whole(guest)
        await tap_newest(guest, "19:30")
        await guest.last("· 7 из 9").wait_for()
        await guest.taps("America/New_York", "· 8 из 9")
        await guest.taps("90 мин", "· 9 из 9")
        await whole(guest)
        await guest.taps("Без ссылки", "Семинар ещё не открыт")
        await guest.taps("Открыть без объявления", "Открыт без объявления")
        await guest.taps("Изменить", "Что изменить")
        await whole(guest)


async def test_a_broadcast_is_scheduled_with_a_calendar(phone: "BrowserContext") -> None:
    async with visiting(phone, CALM) as guest:
        await guest.page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # width and height
        await guest.comes("admin")
        await guest.writes("/broadcast", "Новая рассылка")
        await guest.writes("Здравствуйте!", "Русский текст принят")
        await guest.taps("Одно для всех", "Рассылка готова")
        await guest.taps("Отправить позже", "Когда отправить?")
        await tap_newest(guest, "»")
        await guest.page.locator(".message.in").last.locator(".key", has_text="«").wait_for()
        await whole(guest)
        await tap_newest(guest, "15")
        await guest.last("В котором часу?").wait_for()
        await tap_newest(guest, "19:00")
        await guest.last("Во сколько минут?").wait_for()
        await tap_newest(guest, "19:05")
        await guest.last("Отправить в это время?").wait_for()
        await whole(guest)
        await guest.taps("Запланировать", "Рассылка отложена")
