"""A broadcast for Telegram Stars as an admin lives through it: two prices, one choice, no money without a button."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMyStarBalance

from bot.handlers.broadcasts.stars import PaidEndNotices
from tests.chat import ADMIN, Chatter, Town, town

PEOPLE, RATE = 20, 10
OTHER_ADMIN = 9002
NOTICE = {"ru": "Рассылка идёт дальше бесплатно", "en": "The broadcast goes on for free"}


@pytest.fixture(autouse=True)
def any_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer the faster way to a few dozen people too; what it must save is tried in test_misleading_chat.py."""
    monkeypatch.setattr("bot.handlers.broadcasts.screens.WORTH_STARS", timedelta(0))


@asynccontextmanager
async def rich(stars: int = 10_000, **settings: Any) -> AsyncIterator[tuple[Town, Chatter]]:
    """A town of twenty subscribers whose bot may pay, with an admin who has written a broadcast."""
    values = {"paid_broadcast_rate": 1000, "send_rate": RATE, "admin_ids": f"{ADMIN},{OTHER_ADMIN}", **settings}
    async with town(**values) as t:
        t.telegram.world.stars.tenths = stars * 10
        for _ in range(PEOPLE):
            await t.subscriber("Анна")
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends("Привет")
        await admin.taps("Одно для всех")
        yield t, admin


def paid(t: Town) -> list[bool]:
    """Of every message of the broadcast, in their order, whether it was paid for."""
    sent = [entry for entry in t.telegram.ledger.messages("Привет") if entry.chat_id != ADMIN]
    return [entry.params.get("allow_paid_broadcast") == "true" for entry in sent]


async def test_the_card_offers_both_ways_and_the_button_with_the_price_pays() -> None:
    async with rich() as (t, admin):
        admin.sees("Отправить 20", "⚡ Быстро за 2 ⭐", "Цена: до 2 ⭐", "На балансе: 10000 ⭐")
        await admin.taps("Быстро за 2 ⭐")
        await t.tick()
        admin.sees("Рассылка закончена", "Доставлено: 20", "Всего: 20")
        assert paid(t) == [True] * PEOPLE
        assert t.telegram.world.stars.spent == PEOPLE
        assert admin.toasts[-1] == "Рассылка подтверждена"
        assert not admin.got(NOTICE["ru"])


async def test_the_usual_button_spends_nothing() -> None:
    async with rich() as (t, admin):
        await admin.taps("Отправить 20")
        await t.tick()
        admin.sees("Доставлено: 20")
        assert (paid(t), t.telegram.world.stars.spent) == ([False] * PEOPLE, 0)


async def test_in_english_too() -> None:
    async with rich() as (t, admin):
        await admin.taps("English")
        admin.sees("Send 20", "Price: up to 2 ⭐", "Balance: 10000 ⭐", "Only the button with the lightning")
        await admin.taps("Fast for 2 ⭐")
        await t.tick()
        admin.sees("The broadcast is finished", "Delivered: 20")
        assert paid(t) == [True] * PEOPLE


async def test_replies_and_reminders_are_never_paid_for() -> None:
    async with rich() as (t, admin):
        await admin.taps("Быстро за")
        await admin.announces("/seminar 2026-12-05 19:00 UTC | Тема | Topic | https://youtu.be/abc | 90m")
        await t.tick()
        flagged = {e.chat_id for e in t.telegram.ledger.entries if "allow_paid_broadcast" in e.params}
        assert len(flagged) == t.telegram.world.stars.spent == PEOPLE
        told = [entry for entry in t.telegram.ledger.messages("Новый семинар") if entry.chat_id != admin.id]
        assert len(told) == PEOPLE


async def test_a_higher_price_is_shown_before_it_is_paid() -> None:
    async with rich() as (t, admin):
        await t.subscriber("Ольга")
        await admin.taps("Быстро за 2 ⭐")
        assert "цена выросла" in admin.toasts[-1]
        admin.sees("Отправить 21", "⚡ Быстро за 3 ⭐")
        assert t.telegram.world.stars.spent == 0
        await admin.taps("Быстро за 3 ⭐")
        await t.tick()
        assert paid(t) == [True] * 21


async def test_a_forged_or_second_tap_pays_nothing() -> None:
    async with rich() as (t, admin):
        (button,) = [
            key for row in admin.last["reply_markup"]["inline_keyboard"] for key in row if "Быстро" in key["text"]
        ]
        data = button["callback_data"]
        await admin.taps_data(data.replace(":2:", ":9:"))
        assert "последний предпросмотр" in admin.toasts[-1]
        eve = t.person("Ева")
        await eve.sends("/start")
        await eve.taps_data(data)
        assert t.telegram.world.stars.spent == 0
        await admin.taps_data(data)
        await t.tick()
        await admin.taps_data(data)
        assert "последний предпросмотр" in admin.toasts[-1]
        assert t.telegram.world.stars.spent == PEOPLE


async def test_without_enough_stars_there_is_nothing_to_pay_with() -> None:
    async with rich(stars=1) as (_, admin):
        admin.sees("Отправить 20", "Цена: до 2 ⭐", "На балансе: 1 ⭐", "не хватает звёзд")
        admin.sees_not("Быстро за")


async def test_without_the_setting_nothing_is_said_or_asked() -> None:
    async with rich(paid_broadcast_rate=0) as (t, admin):
        admin.sees("Отправить 20")
        admin.sees_not("⭐", "⚡")
        assert not t.telegram.ledger.accepted("getMyStarBalance")


async def test_a_balance_that_is_not_told_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    async with rich() as (t, admin):
        asked = t.app.bot.session.make_request

        async def deaf(bot: Any, method: Any, **more: Any) -> Any:
            if isinstance(method, GetMyStarBalance):
                raise TelegramNetworkError(method, "x")
            return await asked(bot, method, **more)

        monkeypatch.setattr(t.app.bot.session, "make_request", deaf)
        await admin.taps("English")
        admin.sees("Price: up to 2 ⭐", "⚡ Fast for 2 ⭐")
        admin.sees_not("Balance:")


async def test_when_the_stars_run_out_the_rest_goes_for_nothing_and_every_admin_hears_of_it_once() -> None:
    async with rich() as (t, admin):
        other = t.person("Jane", "en", number=OTHER_ADMIN)
        await other.sends("/start")
        t.telegram.world.stars.tenths = 15
        await admin.taps("Быстро за 2 ⭐")
        for _ in range(3):
            await t.later(seconds=6)
        assert sorted(paid(t), reverse=True) == [True] * 15 + [False] * 5
        assert t.telegram.ledger.doubled("Привет").keys() <= {ADMIN}
        assert admin.got(NOTICE["ru"]) == 1
        assert sum(other.got(words) for words in NOTICE.values()) == 1
        report = next(message["text"] for message in admin.from_bot if "Рассылка закончена" in message["text"])
        assert "Доставлено: 20" in report
        assert "перестал принимать платные" in report


async def test_whoever_cannot_be_told_is_passed_over_but_the_word_waits_for_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with rich() as (t, admin):
        other = t.person("Jane", "en", number=OTHER_ADMIN)
        t.telegram.world.stars.tenths = 1
        await admin.taps("Быстро за 2 ⭐")
        notices: PaidEndNotices = t.app.paid_end_notices
        asked = t.app.bot.session.make_request

        async def cut(bot: Any, method: Any, **more: Any) -> Any:
            raise TelegramNetworkError(method, "x")

        monkeypatch.setattr(t.app.bot.session, "make_request", cut)
        await notices()
        assert len(await t.app.repositories.stars.ended()) == 1
        monkeypatch.setattr(t.app.bot.session, "make_request", asked)
        await notices()
        await notices()
        assert not await t.app.repositories.stars.ended()
        assert (admin.got(NOTICE["ru"]), len(other.from_bot)) == (1, 0)
