"""B02: with this machine's clock minutes off, orders are judged by Telegram's time, and the admins are told (R15)."""

from datetime import timedelta

import pytest

from bot.core.mailings.mailings import MailingState
from tests.chat import Chatter, Skew, Town, town

OFF = [330, 900, -900, -330]


async def composing(t: Town) -> Chatter:
    """An admin with one subscriber writes a broadcast."""
    await t.subscriber()
    admin = t.admin()
    await admin.sends("/start")
    await admin.sends("/broadcast")
    admin.sees("Новая рассылка")
    await admin.sends("Текст")
    return admin


@pytest.mark.parametrize("seconds", OFF)
async def test_b02_fresh_orders_are_obeyed(seconds: float) -> None:
    async with town(skew=Skew(seconds)) as t:
        admin = await composing(t)
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await t.tick()
        assert admin.got("Рассылка закончена") == 1


@pytest.mark.parametrize("seconds", OFF)
async def test_b02_orders_that_waited_are_not(seconds: float) -> None:
    async with town(skew=Skew(seconds)) as t:
        admin = await composing(t)
        await admin.taps("Одно для всех")
        admin.person.press("Отправить 1")
        admin.person.sends("Другой текст")
        admin.person.sends("/seminar 2026-12-05 19:00 America/New_York | Тема | Topic")
        t.clock.forward(seconds=310)
        await t.settle()
        assert [each.state for each in await t.app.repositories.mailings.with_cards()] == []
        assert await t.app.repositories.seminars.coming(t.clock.now()) == []
        assert admin.got("не выполнил") == 2
        assert admin.got("Нажатие не выполнено") == 1


@pytest.mark.parametrize("waited", [0, 1000])
@pytest.mark.parametrize("seconds", OFF)
async def test_b02_pause_works_with_any_skew(seconds: float, waited: float) -> None:
    async with town(skew=Skew(seconds)) as t:
        admin = t.admin()
        admin.person.sends("/pause")
        t.clock.forward(seconds=waited)
        await t.settle()
        assert await t.app.repositories.pause.on()
        await admin.taps("Продолжить")
        assert not await t.app.repositories.pause.on()


@pytest.mark.parametrize(("seconds", "words"), [(330, "спешат"), (-900, "отстают")])
async def test_b02_the_admins_are_told_once_a_day_and_at_its_end(
    seconds: float, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    skew = Skew(seconds)
    async with town(skew=skew) as t:
        admin = t.admin()
        await admin.sends("/start")
        await t.tick()
        admin.sees(words, f"примерно на {abs(round(seconds / 60))} мин")
        assert f"clock_off ahead={seconds}" in caplog.text
        await t.later(hours=23)
        assert admin.got(words) == 1
        await t.later(hours=2)
        assert admin.got(words) == 2
        skew.seconds = 0
        t.clock.set(t.clock.now() - timedelta(seconds=seconds))
        await t.later(minutes=1)
        assert admin.got("Часы сервера снова идут верно") == 0, "it must have stayed right for a while"
        await t.later(minutes=6)
        assert admin.got("Часы сервера снова идут верно") == 1
        await t.later(hours=1)
        assert admin.got("Часы сервера снова идут верно") == 1


async def test_b02_a_right_clock_is_not_spoken_of() -> None:
    async with town(skew=Skew(50)) as t:
        admin = t.admin()
        await admin.sends("/start")
        await t.tick()
        assert admin.got("Часы сервера") == 0


async def test_an_admin_who_cannot_be_reached_now_is_told_later() -> None:
    async with town(skew=Skew(330)) as t:
        admin = t.admin()
        await admin.sends("/start")
        admin.person.blocks()
        await t.settle()
        await t.tick()
        admin.person.unblocks()
        await t.later(days=1.1)
        assert admin.got("спешат") == 1


async def test_a_card_no_longer_there_shows_no_age() -> None:
    async with town() as t:
        for _ in range(2):
            await t.subscriber()
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends("/broadcast")
        await admin.sends("Текст")
        await admin.taps("Одно для всех")
        card, data = admin.last["message_id"], admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        admin.person.deletes(card)
        await admin.taps_data(data, card)
        assert await t.app.repositories.mailings.with_cards() == []
        admin.sees("Нажатие не выполнено", "Отправить 2")
        await admin.taps("Отправить 2")
        (run,) = await t.app.repositories.mailings.with_cards()
        assert run.state in (MailingState.QUEUED, MailingState.DONE)
