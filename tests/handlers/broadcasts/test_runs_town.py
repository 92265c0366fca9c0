"""A broadcast from the first word to the report, in the whole bot: what people get, and only they (A2, A8, S5)."""

import pytest

from bot.core.locales import Locale
from tests.chat import town


async def test_everybody_gets_their_language_once() -> None:
    async with town() as t:
        anna, john = await t.subscriber("Анна"), await t.subscriber("John", "en")
        reader, admin = t.person("Пётр"), t.admin()
        await reader.sends("/start")
        await admin.sends("/broadcast")
        await admin.sends("Привет <всем>", entities=[{"type": "bold", "offset": 0, "length": 6}])
        await admin.sends("Hello <all>")
        admin.sees("Все · 2", "Отправить 2")
        await admin.taps("Отправить 2")
        await t.tick()
        assert (anna.got("Привет <всем>"), anna.got("Hello")) == (1, 0)
        assert (john.got("Hello <all>"), john.got("Привет")) == (1, 0)
        assert anna.last["entities"] == [{"type": "bold", "offset": 0, "length": 6}]
        assert not reader.got("Привет")
        admin.sees("Рассылка закончена", "Доставлено: 2", "Всего: 2", "Возможно дважды: 0")


async def test_a_discreet_person_sees_nothing_before_opening_it() -> None:
    async with town() as t:
        anna = t.person("Анна")
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale.RU, discreet=True)
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends("Убежище: новое правило")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        anna.sees_not("Убежище", "правило")
        await anna.taps(anna.labels[0])
        anna.sees("Убежище: новое правило")


async def test_who_left_meanwhile_gets_nothing() -> None:
    async with town() as t:
        anna, _ = await t.subscriber("Анна"), await t.subscriber("Ольга")
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends("Привет")
        await admin.taps("Одно для всех")
        await anna.sends("/stop")
        await admin.taps("Отправить 2")
        await t.tick()
        assert not anna.got("Привет")
        admin.sees("Доставлено: 1", "Всего: 1")


@pytest.mark.parametrize("order", ["/cancel", "/broadcast"])
async def test_orders_work_in_the_middle_of_composing(order: str) -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends("Привет")
        await admin.sends(order)
        admin.sees({"/cancel": "Черновик рассылки удалён", "/broadcast": "Новая рассылка"}[order])


async def test_a_stranger_cannot_broadcast() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        eve = t.person("Ева")
        await eve.sends("/start")
        await eve.sends("/broadcast")
        eve.sees_not("рассылка", "Рассылка")
        await eve.taps_data("bcs:ru:0:1:0123456789ab")
        await eve.taps_data("bct:ru:0:1:cancelled")
        await eve.taps_data("bcc:ru:0:1:one")
        assert not await t.app.repositories.mailings.get(1)
