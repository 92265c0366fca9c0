"""«Исправить у всех»: what was delivered gets a new text in its place, exactly as previewed, once (A7, R11, R15)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.core.locales import Locale
from bot.core.mailings.outbox import Sent
from bot.delivery.amendments import AmendingCourier
from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.amendments.test_delete_everywhere import second_admin
from tests.handlers.broadcasts.restarts import server

OLD_RU, OLD_EN, NEW_RU, NEW_EN = (
    "Семинар в суботу",
    "A seminar on Saterday",
    "Семинар в субботу",
    "A seminar on Saturday",
)
SECOND = 9002


async def broadcast(t: Town, admin: Chatter, count: int) -> None:
    """Send a text in each language."""
    await admin.sends("/broadcast")
    await admin.sends(OLD_RU)
    await admin.sends(OLD_EN)
    await admin.taps(f"Отправить {count}")
    await t.tick()


@asynccontextmanager
async def sent(**settings: Any) -> AsyncIterator[tuple[Town, list[Chatter], Chatter]]:
    """A town in which a broadcast in both languages is over: two read Russian, one English."""
    async with town(admin_ids=f"{ADMIN},{SECOND}", **settings) as t:
        people = [await t.subscriber("Анна"), await t.subscriber("Olga", "en"), await t.subscriber("Борис")]
        admin = t.admin()
        await broadcast(t, admin, 3)
        yield t, people, admin


def have(people: list[Chatter], text: str) -> int:
    """How many messages of people say so."""
    return sum(person.got(text) for person in people)


async def edit(admin: Chatter, *texts: str) -> None:
    """Preview new texts, each in the place its letters say."""
    await admin.taps("Исправить у всех")
    for text in texts:
        await admin.sends(text)


async def test_both_texts_are_edited_in_place_exactly_as_previewed() -> None:
    async with sent() as (t, people, admin):
        other, numbers = second_admin(t), [person.last["message_id"] for person in people]
        await admin.taps("Исправить у всех")
        admin.sees("Что исправить?", "Исправить русский", "Исправить английский")
        admin.sees_not("Отправить", "✏️ Исправить 3")
        await admin.taps("Исправить русский")
        await admin.sends(NEW_RU)
        admin.sees("Исправление готово", "Сообщений: 3", "✏️ Исправить 3")
        admin.sees_not("Отправить", "позже")
        await admin.sends(NEW_EN)
        assert have(people, OLD_RU) + have(people, OLD_EN) == 3
        card = admin.last["message_id"]
        await admin.taps("✏️ Исправить 3")
        await t.tick()
        assert [have(people, text) for text in (OLD_RU, OLD_EN, NEW_RU, NEW_EN)] == [0, 0, 2, 1]
        assert [person.last["message_id"] for person in people] == numbers
        assert admin.last["message_id"] == card
        admin.sees("Исправление закончено", "Исправлено: 3", "Всего: 3")
        other.sees("исправляет у всех рассылку № 1", "Сообщений: 3")
        assert t.query("SELECT action, count FROM journal ORDER BY number")[-1] == ("broadcast-edited", 3)
        assert t.query("SELECT count(*) FROM mailing") == [(1,)]
        assert t.query("SELECT count(*) FROM draft") == [(0,)]


async def test_the_new_text_is_what_is_repeated_and_opened_discreetly() -> None:
    async with town() as t:
        anna, olga, admin = t.person("Анна"), await t.subscriber("Ольга"), t.admin()
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale.RU, discreet=True)
        opened = t.person("Борис")
        opened.person.started = True
        await t.app.dispatcher["subscribe"](opened.id, Locale.RU, discreet=True)
        said = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
        refused = Fault(FaultKind.ERROR, methods=("sendMessage",), chats={olga.id}, status=400, description=said)
        t.telegram.faults = Faults(refused)
        await broadcast(t, admin, 3)
        t.telegram.faults = Faults()
        await opened.taps("Открыть")
        opened.sees(OLD_RU)
        await edit(admin, NEW_RU)
        await admin.taps("✏️ Исправить 2")
        await t.tick()
        admin.sees("Исправлено: 2", "Всего: 2")
        for person in (anna, opened):
            person.sees_not(OLD_RU, NEW_RU)
            await person.taps("Открыть")
            person.sees(NEW_RU)
        await admin.taps("Назад")
        await admin.taps("Повторить тем, кому не дошло · 1")
        await admin.taps("Отправить 1")
        await t.tick()
        olga.sees(NEW_RU)


async def test_one_text_for_all_stays_one() -> None:
    async with town() as t:
        people, admin = [await t.subscriber("Анна"), await t.subscriber("Olga", "en")], t.admin()
        await admin.sends("/broadcast")
        await admin.sends(OLD_RU)
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 2")
        await t.tick()
        await edit(admin, NEW_RU)
        await admin.taps("✏️ Исправить 2")
        await t.tick()
        assert have(people, NEW_RU) == 2


async def test_who_changed_the_language_has_the_message_corrected_in_its_own() -> None:
    async with sent() as (t, people, admin):
        await t.app.dispatcher["choose_language"](people[0].id, Locale.EN)
        await edit(admin, NEW_RU, NEW_EN)
        await admin.taps("✏️ Исправить 3")
        await t.tick()
        assert [person.got(NEW_RU) for person in people] == [1, 0, 1]


async def test_what_is_the_same_already_counts_as_done_and_what_is_gone_as_out_of_reach() -> None:
    async with sent() as (t, people, admin):
        people[0].person.remove([people[0].last["message_id"]])
        await edit(admin, NEW_RU)
        await admin.taps("✏️ Исправить 3")
        await t.tick()
        admin.sees("Исправлено: 2", "Недоступно: 1", "Ошибки: 0", "Всего: 3")


async def test_a_text_that_telegram_refuses_stops_it_by_itself() -> None:
    async with town() as t:
        people, admin = [await t.subscriber(f"Анна {number}") for number in range(20)], t.admin()
        await admin.sends("/broadcast")
        await admin.sends(OLD_RU)
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 20")
        await t.tick()
        said = "Bad Request: can't parse entities"
        chats = frozenset(person.id for person in people)
        refused = Fault(FaultKind.ERROR, methods=("editMessageText",), chats=chats, status=400, description=said)
        t.telegram.faults = Faults(refused)
        await edit(admin, NEW_RU)
        await admin.taps("✏️ Исправить 20")
        await t.tick()
        admin.sees("остановилось само", "Осталось как было: 4", "Ошибки: 16")
        assert have(people, OLD_RU) == 20


async def test_a_preview_that_another_edit_has_overtaken_changes_nothing() -> None:
    async with sent() as (t, people, admin):
        other = second_admin(t)
        await edit(admin, NEW_RU)
        stale = next(row[0]["callback_data"] for row in admin.last["reply_markup"]["inline_keyboard"])
        await other.sends("/admin")
        await other.taps_data("bae:ru:0:1")
        await other.sends("Другой текст")
        await other.taps("✏️ Исправить 3")
        await t.tick()
        assert have(people, "Другой текст") == 2
        await admin.taps_data(stale)
        assert "Ничего не сделано" in admin.toasts[-1]
        assert have(people, "Другой текст") == 2
        admin.sees("✏️ Исправить 3")
        await admin.taps("✏️ Исправить 3")
        await t.tick()
        assert have(people, NEW_RU) == 2
        await admin.taps_data(stale)
        assert t.query("SELECT count(*) FROM amendment") == [(2,)]


async def test_a_late_tap_a_forged_one_and_the_sending_buttons_do_nothing() -> None:
    async with sent() as (t, people, admin):
        eve = t.person("Ева")
        await eve.sends("/start")
        report = admin.last["message_id"]
        t.clock.forward(minutes=6)
        await admin.taps("Исправить у всех", report)
        assert t.query("SELECT count(*) FROM mailing") == [(1,)]
        await edit(admin, NEW_RU)
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        mark = data.split(":")[4]
        for forged in (data, "bae:ru:0:1", "baf:ru:0:1", f"bcs:ru:0:2:{mark}:3"):
            await eve.taps_data(forged)
        for forged in (f"bcs:ru:0:2:{mark}:3", "bax:ru:0:2:000000000000:3", "bax:ru:0:1:000000000000:3"):
            await admin.taps_data(forged)
        await admin.taps_data("bcc:ru:0:2:later")
        await admin.sends("завтра 19:00")
        await t.tick()
        assert t.query("SELECT state FROM mailing ORDER BY id") == [("done",), ("draft",)]
        assert have(people, OLD_RU) == 2
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]


async def test_when_nobody_has_it_any_more_nothing_begins() -> None:
    async with sent() as (t, people, admin):
        report = admin.last["message_id"]
        for person in people:
            await person.sends("/stop")
        for label in ("bae:ru:0:1", "baf:ru:0:1", "bae:ru:0:9", "baf:ru:0:9"):
            await admin.taps_data(label, report)
            assert "Ничего не начато" in admin.toasts[-1]
        assert t.query("SELECT count(*) FROM mailing") == [(1,)]


async def test_it_goes_on_after_a_kill_with_the_same_text(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        people, admin = [await t.subscriber(f"Анна {number}") for number in range(20)], t.admin()
        await admin.sends("/broadcast")
        await admin.sends(OLD_RU)
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 20")
        await t.tick()
        await edit(admin, NEW_RU)
        await t.app.repositories.pause.switch(on=True)
        await admin.taps("✏️ Исправить 20")
        await t.app.repositories.pause.switch(on=False)
        courier = AmendingCourier(t.app.bot, t.app.repositories.outbox)
        for parcel in (await t.app.repositories.amended_rows.claim(t.clock.now(), 7))[:4]:
            assert await courier.deliver(parcel) == Sent()
    async with place.process(admin, *people) as t:
        await t.tick()
        assert have(people, NEW_RU) == 20
        admin.sees("Исправлено: 20", "Всего: 20")
