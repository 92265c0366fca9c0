"""«Удалить у всех»: what a broadcast delivered is deleted, once, and the report adds up (A7, R11, R15)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.core.locales import Locale
from bot.core.mailings.amendments import AmendedParcel
from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.broadcasts.restarts import server
from tests.handlers.broadcasts.test_repeat_chat import refusing

SECOND = 9002
TEXT = "Привет всем"


async def broadcast(t: Town, admin: Chatter, count: int) -> None:
    """Send one text to everybody."""
    await admin.sends("/broadcast")
    await admin.sends(TEXT)
    await admin.taps("Одно для всех")
    await admin.taps(f"Отправить {count}")
    await t.tick()


@asynccontextmanager
async def sent(people: int = 3, **settings: Any) -> AsyncIterator[tuple[Town, list[Chatter], Chatter]]:
    """A town in which a broadcast is over."""
    async with town(admin_ids=f"{ADMIN},{SECOND}", **settings) as t:
        readers = [await t.subscriber(f"Анна {number}") for number in range(people)]
        admin = t.admin()
        await broadcast(t, admin, people)
        admin.sees(f"Доставлено: {people}", "Удалить у всех")
        yield t, readers, admin


def second_admin(t: Town) -> Chatter:
    """The other listed admin, who has pressed Start."""
    chatter = t.person("Вторая", number=SECOND)
    chatter.person.started = True
    return chatter


def left(readers: list[Chatter]) -> int:
    """How many messages of the broadcast stand in chats."""
    return sum(reader.got(TEXT) for reader in readers)


async def test_it_asks_first_and_then_deletes_everywhere_on_one_card() -> None:
    async with sent() as (t, readers, admin):
        other = second_admin(t)
        card = admin.last["message_id"]
        await admin.taps("Удалить у всех")
        admin.sees("Удалить эту рассылку у всех?", "Можно удалить: 3", "Недоступно: 0")
        assert left(readers) == 3
        await admin.taps("↩️ Удалить 3")
        assert left(readers) == 0
        await t.tick()
        assert admin.last["message_id"] == card
        admin.sees("Удаление закончено", "Удалено: 3", "Недоступно: 0", "Ошибки: 0", "Отписались: 0", "Всего: 3")
        other.sees("удаляет у всех рассылку № 1", "Сообщений: 3")
        await other.taps("Что сделано с разосланным")
        other.sees("Удалено: 3")
        await admin.taps("Назад")
        admin.sees("Доставлено: 3", "Что сделано")
        admin.sees_not("Удалить у всех")
        entries = t.query("SELECT alias, action, count FROM journal ORDER BY number")
        assert entries[-1][1:] == ("broadcast-deleted", 3)
        await t.tick()
        assert other.got("удаляет у всех") == 0, "it is told once: the message became the report"


async def test_who_left_is_counted_out_of_reach_before_and_left_meanwhile() -> None:
    async with sent(4) as (t, readers, admin):
        await readers[0].sends("/stop")
        await admin.taps("Удалить у всех")
        admin.sees("Можно удалить: 3", "Недоступно: 1")
        await t.app.repositories.pause.switch(on=True)
        await admin.taps("↩️ Удалить 3")
        assert left(readers[1:]) == 3
        await t.tick()
        admin.sees("Рассылка удаляется", "Отправки остановлены", "Осталось: 3")
        await readers[1].sends("/delete")
        await readers[1].taps("Удалить всё")
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        await t.tick()
        admin.sees("Удалено: 2", "Отписались: 1", "Всего: 3", "с самого начала недоступно: 1")
        assert left(readers[2:]) == 0
        assert t.query('SELECT count(*) FROM amendment WHERE done + unreachable + failed + "left" <> total') == [(0,)]


async def test_it_pauses_goes_on_and_ends() -> None:
    async with sent(3) as (t, readers, admin):
        await t.app.repositories.pause.switch(on=True)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await admin.taps("⏸ Пауза")
        admin.sees("Удаление на паузе", "Осталось: 3")
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        assert left(readers) == 3
        t.clock.forward(minutes=10)
        await admin.taps("▶️ Продолжить")
        assert left(readers) == 3, "a late tap lets nothing go on"
        admin.sees("не выполнено", "▶️ Продолжить")
        await admin.taps("⏹ Прекратить")
        admin.sees("Удаление прекращено", "Осталось как было: 3")
        await admin.taps_data("bac:ru:0:1:resume")
        await t.tick()
        assert left(readers) == 3
        await admin.taps("Назад")
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await t.tick()
        assert left(readers) == 0
        noted = t.query("SELECT action FROM journal WHERE action NOT LIKE 'all-%' ORDER BY number")
        actions = [action for (action,) in noted][-4:]
        assert actions == ["broadcast-deleted", "amendment-paused", "amendment-cancelled", "broadcast-deleted"]


async def test_a_late_tap_and_a_second_one_delete_nothing() -> None:
    async with sent() as (t, readers, admin):
        await admin.taps("Удалить у всех")
        stale = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        t.clock.forward(minutes=6)
        await admin.taps("↩️ Удалить 3")
        assert left(readers) == 3
        admin.sees("Можно удалить: 3")
        await admin.taps("↩️ Удалить 3")
        assert left(readers) == 0
        await admin.taps_data(stale)
        assert "Ничего не сделано" in admin.toasts[-1]
        assert t.query("SELECT count(*) FROM amendment") == [(1,)]


async def test_forged_taps_do_nothing() -> None:
    async with sent() as (t, readers, admin):
        await admin.taps("Удалить у всех")
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        eve, other = t.person("Ева"), second_admin(t)
        await eve.sends("/start")
        await other.sends("/admin")
        for forged in (data, "bad:ru:0:1:000000000000:3", "bac:ru:0:1:end", "bar:ru:0:1", "bam:ru:0:1"):
            await eve.taps_data(forged)
        for forged in (data, "bad:ru:0:1:000000000000:3", "bad:ru:0:9:000000000000:3", "bac:ru:0:9:resume"):
            await other.taps_data(forged)
        await other.taps_data("bam:ru:0:9")
        other.sees("ничего не известно")
        assert left(readers) == 3
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]


async def test_what_telegram_will_not_delete_is_out_of_reach() -> None:
    async with sent() as (t, readers, admin):
        said = "Forbidden: bot was blocked by the user"
        chats = frozenset({readers[0].id})
        gone = Fault(FaultKind.ERROR, methods=("deleteMessages",), chats=chats, status=403, description=said)
        t.telegram.faults = Faults(gone)
        readers[1].person.remove([readers[1].last["message_id"]])
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await t.tick()
        admin.sees("Удалено: 2", "Недоступно: 1", "Всего: 3")
        assert t.query("SELECT count(*) FROM subscriber") == [(3,)], "nobody is removed for it"


async def test_trouble_and_429_are_waited_out() -> None:
    async with sent() as (t, readers, admin):
        broken = Fault(FaultKind.ERROR, methods=("deleteMessages",), status=502, description="Bad Gateway", calls=(1,))
        slow = Fault(
            FaultKind.ERROR, methods=("deleteMessages",), calls=(2,), status=429, description="Too Many", retry_after=7
        )
        t.telegram.faults = Faults(broken, slow)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        for _ in range(10):
            await t.later(seconds=5)
        admin.sees("Удалено: 3", "Всего: 3")
        assert left(readers) == 0


async def test_the_rows_go_after_48_hours_and_the_report_says_so() -> None:
    async with sent() as (t, readers, admin):
        await t.app.repositories.pause.switch(on=True)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await t.later(hours=48, minutes=1)
        await t.tick()
        admin.sees("Удаление закончено", "Удалено: 0", "Недоступно: 3", "Всего: 3")
        await t.later(hours=1)
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        assert left(readers) == 3
        await admin.taps_data("bar:ru:0:1")
        admin.sees("нечего удалять")


async def test_a_run_that_stopped_itself_ends_with_it() -> None:
    async with town() as t:
        readers, admin = [await t.subscriber(f"Анна {number}") for number in range(20)], t.admin()
        chats = frozenset(reader.id for reader in readers[2:])
        said = "Forbidden: bot was blocked by the user"
        gone = Fault(FaultKind.ERROR, methods=("sendMessage",), chats=chats, status=403, description=said)
        t.telegram.faults = Faults(gone)
        await broadcast(t, admin, 20)
        admin.sees("остановилась сама", "Удалить у всех")
        await admin.taps("Удалить у всех")
        admin.sees("Можно удалить: 2", "остальные её не получат")
        await admin.taps("↩️ Удалить 2")
        await t.tick()
        admin.sees("Удалено: 2", "Всего: 2")
        assert left(readers) == 0
        assert t.query("SELECT state, expired FROM mailing") == [("cancelled", 4)]
        await admin.taps("Назад")
        admin.sees("Рассылка отменена", "Всего: 20")
        admin.sees_not("Продолжить", "Повторить")


async def test_a_new_process_goes_on_where_a_killed_one_stopped(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        readers, admin = [await t.subscriber(f"Анна {number}") for number in range(40)], t.admin()
        await broadcast(t, admin, 40)
        await admin.taps("Удалить у всех")
        await t.app.repositories.pause.switch(on=True)
        await admin.taps("↩️ Удалить 40")
        card = admin.last["message_id"]
        await t.app.repositories.pause.switch(on=False)
        claimed = await t.app.repositories.amended_rows.claim(t.clock.now(), 10)
        assert len(claimed) == 10
        for parcel in claimed[:5]:  # deleted, and the process dies before that is written down
            assert isinstance(parcel, AmendedParcel)
            await t.app.bot.delete_messages(parcel.chat, list(parcel.messages))
    async with place.process(admin, *readers) as t:
        await t.tick()
        await t.tick()
        assert left(readers) == 0
        assert admin.last["message_id"] == card
        admin.sees("Удалено: 40", "Всего: 40")


async def test_a_discreet_message_that_could_not_be_deleted_opens_nothing() -> None:
    async with town() as t:
        anna, admin = t.person("Анна"), t.admin()
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale.RU, discreet=True)
        await broadcast(t, admin, 1)
        said = "Bad Request: message can't be deleted for everyone"
        t.telegram.faults = Faults(Fault(FaultKind.ERROR, methods=("deleteMessages",), status=400, description=said))
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 1")
        await t.tick()
        admin.sees("Удалено: 0", "Недоступно: 1")
        await anna.taps("Открыть")
        anna.sees("больше не хранится")
        anna.sees_not(TEXT)


async def test_an_older_report_repeats_nothing_of_what_was_taken_back() -> None:
    async with town() as t:
        anna, olga, admin = await t.subscriber("Анна"), await t.subscriber("Ольга"), t.admin()
        t.telegram.faults = refusing(olga)
        await broadcast(t, admin, 2)
        t.telegram.faults = Faults()
        again = next(label for label in admin.labels if label.startswith("Повторить"))
        rows = admin.last["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for row in rows for button in row if button["text"] == again)
        await admin.taps("Удалить у всех")
        await admin.taps("Удалить")
        await t.tick()
        assert not anna.got(TEXT)
        await admin.taps_data(data)
        assert t.query("SELECT count(*) FROM mailing WHERE state = 'draft'") == [(0,)]
