"""An admin enters, moves, switches and cancels seminars, over the whole bot."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.seminars.seminars import Seminar
from tests.chat import ADMIN, Chatter, Town, town
from tests.clock import START

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
BEFORE_FOLD = datetime(2026, 10, 1, 12, tzinfo=UTC)
FOLD = "2026-11-01 01:30 America/New_York"
LINK = "https://youtu.be/abc?a=1&lt=2"
FOLD_FORM = f"/seminar {FOLD} | Работа &amp; <b>всё</b> | Work &amp; <b>all</b> | {LINK} | 1h | ru"
EARLIER = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


async def stored(place: Town) -> list[Seminar]:
    """Every planned seminar."""
    return list(await place.app.repositories.seminars.coming(place.clock.now()))


async def draft(place: Town) -> Any:
    """What the admin was asked to type."""
    return await place.app.dispatcher["conversations"].get(ADMIN, place.clock.now())


async def entered(place: Town, form: str = FORM) -> Chatter:
    """An admin before the card of a seminar just entered."""
    admin = place.admin()
    await admin.announces(form)
    return admin


async def typed(place: Town, form: str) -> Chatter:
    """An admin before the answer to a line."""
    admin = place.admin()
    await admin.sends(form)
    return admin


async def test_the_desk_shows_the_form_and_leads_to_cards() -> None:
    async with town() as place:
        admin = place.admin()
        await admin.sends("/seminar")
        admin.sees("Назначенных семинаров нет", "/seminar 2026-12-01 19:00 America/New_York |")
        await admin.announces(FORM)
        await admin.sends("/seminar")
        await admin.taps("Разрешение на работу")
        admin.sees("Work permits", "Перенести", "Отменить семинар", "Пока никому не сообщали")
        await admin.taps("English")
        admin.sees("Nobody has been told yet", "24 h before", "Move")
        await admin.taps("Back")
        admin.sees("A new seminar")
        await admin.taps("Русский")
        admin.sees("Новый семинар можно завести")


async def test_a_form_is_stored_shown_and_announced() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await entered(place)
        admin.sees("Разрешение на работу", "2026-12-05 19:00 America/New_York", "5 декабря, 19:00 Нью-Йорк")
        (seminar,) = await stored(place)
        assert seminar.start == datetime(2026, 12, 6, tzinfo=UTC)
        await place.tick()
        assert anna.got("Новый семинар") == 1
        await admin.taps("Назад")
        await admin.taps("Разрешение на работу")
        admin.sees("Сообщили 1 человеку")


async def test_the_same_form_twice_is_one_seminar() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.sends(FORM)
        assert len(await stored(place)) == 1
        admin.sees("Разрешение на работу", "Перенести")


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("/seminar завтра", "разделены чертой"),
        ("/seminar 2027-03-14 02:30 America/New_York | А | B", "часы переводят вперёд"),
        ("/seminar 2025-12-05 19:00 America/New_York | А | B", "уже прошло"),
        ("/seminar 2026-12-05 19:00 America/New_York | А", "Нет названия на английском"),
        ("/seminar 2026-12-05 19:00 America/New_York | А | B | javascript://x", "Ссылка не подходит"),
        ("/seminar 2026-12-05 19:00 America/New_York | А | B | <script>&", "<script>&"),
        ("/seminar 2026-12-05 19:00 America/New_York | А | B | " + "&<" * 1900, "&<&<…"),
    ],
)
async def test_what_is_wrong_is_named_and_nothing_is_stored(form: str, named: str) -> None:
    async with town() as place:
        admin = await typed(place, form)
        admin.sees(named, "/seminar 2026-12-01 19:00 America/New_York |")
        assert await stored(place) == []


async def test_a_time_that_happens_twice_is_asked_about_and_entered_once() -> None:
    async with town(start=BEFORE_FOLD) as place:
        admin = await typed(place, FOLD_FORM)
        assert await stored(place) == []
        assert [label.split(" · ")[0] for label in admin.labels[:2]] == ["Раньше", "Позже"]
        await admin.taps("English")
        assert [label.split(" · ")[0] for label in admin.labels[:2]] == ["Earlier", "Later"]
        question = dict(admin.last)
        await admin.taps("Later")
        await admin.taps("Announce")
        (seminar,) = await stored(place)
        assert (seminar.start, seminar.plan.minutes, seminar.plan.link) == (LATER, 60, LINK)
        assert (seminar.plan.title_ru, seminar.plan.title_en) == ("Работа &amp; <b>всё</b>", "Work &amp; <b>all</b>")
        admin.sees("Work &amp; <b>all</b>", "Move")
        data = question["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
        await admin.taps_data(data)
        assert len(await stored(place)) == 1
        admin.sees("This question no longer applies")


async def test_the_earlier_of_two_moments() -> None:
    async with town(start=BEFORE_FOLD) as place:
        admin = await typed(place, FOLD_FORM)
        await admin.taps("Раньше")
        await admin.taps("Объявить")
        (seminar,) = await stored(place)
        assert seminar.start == EARLIER


async def test_a_moment_that_was_not_offered_is_not_taken() -> None:
    async with town(start=BEFORE_FOLD) as place:
        admin = await typed(place, FOLD_FORM)
        await admin.taps_data(f"fld:ru:0:0:{int(LATER.timestamp()) + 60}")
        assert await stored(place) == []
        admin.sees("Раньше")


async def test_a_step_is_switched_off_and_not_sent() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await entered(place)
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await admin.taps("за 24 ч")
        admin.sees("⬜️ за 24 ч", "✅ за 1 ч")
        await admin.taps_data(data)
        admin.sees("⬜️ за 24 ч")
        await place.tick()
        await place.later(days=10.5)
        assert anna.got("Напоминание о семинаре") == 0
        await admin.taps("за 24 ч")  # on a card of ten days ago: drawn anew
        admin.sees("Нажатие не выполнено", "⬜️ за 24 ч")
        await admin.taps("за 24 ч")
        admin.sees("✅ за 24 ч")
        await place.tick()
        assert anna.got("Напоминание о семинаре") == 1


@pytest.mark.parametrize(
    ("switch", "ask", "yes"),
    [(False, "Отменить семинар", "Отменить семинар · 1"), (True, "Cancel the seminar", "Cancel the seminar · 1")],
)
async def test_cancelling_is_confirmed_and_told_once(switch: bool, ask: str, yes: str) -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await entered(place)
        await place.tick()
        if switch:
            await admin.taps("English")
        await admin.taps(ask)
        assert len(await stored(place)) == 1
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await admin.taps(yes)
        await admin.taps_data(data)
        admin.sees("cancelled" if switch else "Семинар отменён")
        assert await stored(place) == []
        assert anna.got("Семинар отменён") == 1


@pytest.mark.parametrize("text", ["/seminar", FORM])
async def test_nobody_else_gets_in(text: str) -> None:
    async with town() as place:
        anna = place.person()
        await anna.sends(text)
        anna.sees_not("Чтобы добавить", "Перенести")
        assert await stored(place) == []


@pytest.mark.parametrize("do", ["list", "card", "switch", "move", "time", "stay", "ask"])
async def test_nobody_elses_taps_do_anything(do: str) -> None:
    async with town() as place:
        await entered(place)
        (before,) = await stored(place)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps_data(f"man:ru:0:{do}:1:600:0")
        await anna.taps_data("fld:ru:0:1:1796000000")
        assert len(anna.toasts) == 2
        anna.sees_not("Перенести", "Отменить семинар")
        assert await stored(place) == [before]


@pytest.mark.parametrize(
    "data",
    [
        "man:ru:0:card:404:0:0",
        "man:ru:0:move:404:0:0",
        "smn:ru:0:404:x:0",
        "smm:ru:0:404:x:0",
        "man:ru:0:ask:404:0:0",
        "man:ru:0:switch:404:600:0",
        "fld:ru:0:0:5",
        "fld:ru:0:404:5",
    ],
)
async def test_an_admins_old_buttons_get_an_answer(data: str) -> None:
    async with town() as place:
        admin = await entered(place)
        answered = len(admin.toasts)
        await admin.taps_data(data)
        admin.sees("Этот вопрос уже неактуален")
        assert len(admin.toasts) == answered + 1


async def test_an_order_that_came_too_late_is_not_obeyed() -> None:
    async with town() as place:
        admin = place.admin()
        admin.person.sends(FORM)
        place.clock.forward(minutes=6)
        await place.settle()
        assert await stored(place) == []
        admin.sees("больше пяти минут")


async def test_a_forwarded_order_is_not_obeyed() -> None:
    async with town() as place:
        admin = place.admin()
        origin = {"type": "hidden_user", "sender_user_name": "x", "date": int(place.clock.now().timestamp())}
        await admin.sends(FORM, forward_origin=origin)
        assert await stored(place) == []


async def test_s3_what_cannot_reach_everybody_in_time_is_told_when_a_seminar_is_entered() -> None:
    begins = (START + timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
    async with town(send_rate=1, reminder_offsets="2h,1s,0") as t:
        admin = t.admin()
        await admin.sends("/start")
        form = f"/seminar {begins} UTC | Тема | Topic | https://youtu.be/abc | 90m"
        await admin.announces(form)
        admin.sees_not("Не все успеют")
        await t.subscriber()
        await admin.sends(form)
        admin.sees("Не все успеют получить напоминание вовремя", "Напоминать нужно 1", "успеют примерно 0")
        await admin.taps("English")
        admin.sees("Not everybody will be reminded in time")
