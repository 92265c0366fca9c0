"""A correction to exactly those who got a broadcast: an answer to it, in the language in which they got it (A7, A3)."""

import asyncio
from datetime import timedelta

from bot.core.locales import Locale
from bot.demo.faults.plan import Faults
from tests.chat import Chatter, Town, town
from tests.handlers.amendments.test_edit_everywhere import OLD_EN, OLD_RU, broadcast, sent
from tests.handlers.broadcasts.test_repeat_chat import refusing

FIX_RU, FIX_EN = "Поправка: в воскресенье", "Correction: on Sunday"


def answers(person: Chatter, text: str) -> list[int]:
    """Which messages the person's messages with this text answer."""
    found = [message for message in person.from_bot if text in str(message.get("text"))]
    return [message["reply_to_message"]["message_id"] for message in found if "reply_to_message" in message]


async def corrected(t: Town, admin: Chatter, count: int) -> None:
    """Send a correction in both languages."""
    await admin.taps("Поправка тем, кто получил")
    admin.sees("поправка к рассылке № 1", "русский текст")
    await admin.sends(FIX_RU)
    await admin.sends(FIX_EN)
    admin.sees(f"Кто получил первую · {count}", "Это поправка", f"Отправить {count}")
    await admin.taps(f"Отправить {count}")
    await t.tick()


async def test_who_got_it_is_answered_and_nobody_else() -> None:
    async with town() as t:
        anna, olga, boris = await t.subscriber("Анна"), await t.subscriber("Olga", "en"), await t.subscriber("Борис")
        admin = t.admin()
        t.telegram.faults = refusing(boris)
        await broadcast(t, admin, 3)
        t.telegram.faults = Faults()
        first = {person.id: person.last["message_id"] for person in (anna, olga)}
        late = await t.subscriber("Вера")
        await corrected(t, admin, 2)
        assert answers(anna, FIX_RU) == [first[anna.id]]
        assert answers(olga, FIX_EN) == [first[olga.id]]
        assert [person.got(FIX_RU) + person.got(FIX_EN) for person in (boris, late)] == [0, 0]
        admin.sees("Доставлено: 2", "Всего: 2")
        assert t.query("SELECT action, count FROM journal ORDER BY number")[-1] == ("broadcast-sent", 2)


async def test_it_comes_in_the_language_of_the_first_and_a_deleted_first_is_no_obstacle() -> None:
    async with sent() as (t, people, admin):
        await t.app.dispatcher["choose_language"](people[0].id, Locale.EN)
        people[2].person.remove([people[2].last["message_id"]])
        await corrected(t, admin, 3)
        assert [person.got(FIX_RU) for person in people] == [1, 0, 1]
        assert answers(people[2], FIX_RU) == []


async def test_who_left_or_wants_no_news_meanwhile_is_not_told() -> None:
    async with sent() as (t, people, admin):
        await people[0].sends("/stop")
        await admin.taps("Поправка тем, кто получил")
        await admin.sends(FIX_RU)
        await admin.taps("Одно для всех")
        admin.sees("Отправить 2")
        await t.app.repositories.pause.switch(on=True)
        await admin.taps("Отправить 2")
        await people[1].sends("/settings")
        await people[1].taps("News")
        await people[2].sends("/stop")
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        await t.tick()
        assert [person.got(FIX_RU) for person in people] == [0, 0, 0]
        admin.sees("Доставлено: 0", "Отписались: 2", "Всего: 2")


async def test_russian_only_reaches_those_who_got_the_russian_text() -> None:
    async with sent() as (t, people, admin):
        await t.app.dispatcher["choose_language"](people[0].id, Locale.EN)
        await admin.taps("Поправка тем, кто получил")
        await admin.sends(FIX_RU)
        await admin.taps("Только русским")
        await admin.taps("Отправить 2")
        await t.tick()
        assert [person.got(FIX_RU) for person in people] == [1, 0, 1]


async def test_a_second_correction_and_a_repetition_of_the_first_run_stay_possible() -> None:
    async with town() as t:
        anna, boris, admin = await t.subscriber("Анна"), await t.subscriber("Борис"), t.admin()
        t.telegram.faults = refusing(boris)
        await broadcast(t, admin, 2)
        t.telegram.faults = Faults()
        report = admin.last["message_id"]
        for number in range(2):
            await admin.taps("Поправка тем, кто получил", report)
            await admin.sends(f"{FIX_RU} {number}")
            await admin.taps("Одно для всех")
            await admin.taps("Отправить 1")
            await t.tick()
        assert anna.got(FIX_RU) == 2
        await admin.taps("Повторить тем, кому не дошло · 1", report)
        await admin.taps("Отправить 1")
        await t.tick()
        assert boris.got(OLD_RU) == 1
        assert boris.got(FIX_RU) == 0


async def test_it_can_wait_for_its_moment_and_be_taken_back_like_any_other() -> None:
    async with sent() as (t, people, admin):
        await admin.taps("Поправка тем, кто получил")
        await admin.sends(FIX_RU)
        await admin.sends(FIX_EN)
        await admin.sends("завтра 19:00")
        t.clock.forward(seconds=timedelta(hours=36).total_seconds())
        await t.tick()
        await asyncio.sleep(0)
        assert [person.got(FIX_RU) + person.got(FIX_EN) for person in people] == [1, 1, 1]


async def test_a_late_tap_begins_none() -> None:
    async with sent() as (t, people, admin):
        t.clock.forward(minutes=6)
        await admin.taps("Поправка тем, кто получил")
        assert t.query("SELECT count(*) FROM mailing") == [(1,)]
        admin.sees("Поправка тем, кто получил")
        await corrected(t, admin, 3)
        assert sum(person.got(OLD_RU) + person.got(OLD_EN) for person in people) == 3
