"""What a calendar file says waits at the desk: previewed, confirmed by an admin, announced by nothing else (A9)."""

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.clock import SystemClock
from bot.core.seminars.calendar_events import read_events
from bot.core.seminars.imports import Took
from bot.storage.db.sqlite import open_database
from bot.storage.imports import ImportRepository
from tests.chat import ADMIN, Town, town
from tests.core.seminars.calendars import APPLE, GOOGLE, calendar
from tests.handlers.broadcasts.restarts import server
from tests.handlers.seminars.test_wizard_chat import SECOND, buttons_of, second_admin
from tests.tree import ROOT

BUTTON = "📥 Из календаря"
SEMINAR = "SELECT title_ru, title_en, start, minutes, link, state FROM seminar"


async def imports(t: Town, data: bytes) -> Sequence[Took]:
    """Import a file as the command does: over a database of its own, beside the running bot."""
    database = await open_database(t.path, None, SystemClock())
    try:
        return await ImportRepository(database).take(read_events(data)[0], t.clock.now())
    finally:
        await database.close()


async def test_a_new_event_is_announced_by_nobody_but_an_admin() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        assert await imports(t, GOOGLE.encode()) == [Took.NEW]
        await t.tick()
        assert not anna.got("Разрешение")
        await anna.sends("/seminars")
        anna.sees_not("Разрешение")
        await admin.sends("/seminar")
        await admin.taps(f"{BUTTON} · 1")
        admin.sees("Никто об этом не узнал", "Разрешение на работу")
        await admin.taps("Разрешение на работу")
        admin.sees("Новый семинар из календаря", "Work permits", "meet.google.com")
        await admin.taps("Предпросмотр")
        admin.sees("Семинар ещё не открыт", "Объявить 1")
        await admin.taps("Исправить")
        await admin.taps("🇷🇺 Название")
        await admin.sends("Право на работу")
        await admin.taps("Объявить 1")
        await t.tick()
        assert anna.got("Право на работу") == 1
        assert t.query("SELECT seminar, open FROM imported") == [(1, 0)]
        assert await imports(t, GOOGLE.encode()) == [Took.SAME]
        await admin.sends("/seminar")
        admin.sees_not(BUTTON)


async def test_a_changed_event_moves_and_edits_only_after_previews() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await imports(t, APPLE.encode())
        await admin.sends("/seminar")
        for label in (BUTTON, "Work permits", "Предпросмотр", "Объявить 1"):
            await admin.taps(label)
        await t.tick()
        before = t.query(SEMINAR)
        changed = APPLE.replace("T190000", "T200000").replace("T203000", "T213000").replace("SEQUENCE:1", "SEQUENCE:2")
        changed = changed.replace("youtu.be/abc", "youtu.be/new")
        assert await imports(t, changed.encode()) == [Took.CHANGED]
        await t.tick()
        assert t.query(SEMINAR) == before
        await admin.sends("/seminar")
        for label in (f"{BUTTON} · 1", "Work permits"):
            await admin.taps(label)
        admin.sees("теперь другой", "2026-12-05 20:00", "youtu.be/new", "🕒 Время", "🔗 Ссылка")
        event = admin.last["message_id"]
        await admin.taps("🔗 Ссылка")
        admin.sees("Станет: https://youtu.be/new", "Сообщить · 1", "Изменить без сообщения")
        await admin.taps("Изменить без сообщения")
        await admin.taps("🔗 Ссылка", event)
        assert "уже не ждёт" in admin.toasts[-1]
        await admin.taps("🕒 Время", event)
        admin.sees("Станет:", "20:00", "Перенести · 1")
        await admin.taps("Перенести · 1")
        await t.tick()
        assert anna.got("Семинар перенесён") == 1
        await admin.sends("/seminar")
        admin.sees_not(BUTTON)
        assert await imports(t, changed.encode()) == [Took.SAME]


async def test_a_cancelled_event_is_cancelled_only_by_an_admin() -> None:
    async with town(admin_ids=f"{ADMIN},{SECOND}") as t:
        anna, admin, other = await t.subscriber("Анна"), t.admin(), second_admin(t)
        await imports(t, calendar())
        await admin.sends("/seminar")
        for label in (BUTTON, "Тема", "Предпросмотр", "Объявить 1"):
            await admin.taps(label)
        await t.tick()
        off = calendar("DTSTART:20261206T000000Z", "DTEND:20261206T013000Z", "STATUS:CANCELLED", sequence=1)
        assert await imports(t, off) == [Took.CANCELLED]
        await t.tick()
        assert anna.got("Семинар отменён") == 0
        await other.sends("/seminar")
        for label in (BUTTON, "Тема", "Отменить семинар"):
            await other.taps(label)
        other.sees("ещё не отменён", "Отменить семинар · 1")
        await other.taps("Отменить семинар · 1")
        await t.tick()
        assert anna.got("Семинар отменён") == 1
        assert await imports(t, off) == [Took.SAME]


async def test_an_event_is_put_aside_and_a_newer_one_waits_again() -> None:
    async with town() as t:
        admin = t.admin()
        await imports(t, calendar())
        await admin.sends("/seminar")
        for label in (BUTTON, "Тема"):
            await admin.taps(label)
        await admin.taps("🌐 English")
        admin.sees("A new seminar from the calendar")
        await admin.taps("Do not show again")
        admin.sees("Nothing of the calendar waits")
        assert t.query("SELECT action FROM journal ORDER BY number DESC LIMIT 1") == [("import-settled",)]
        assert await imports(t, calendar()) == [Took.SAME]
        await imports(t, calendar(sequence=1, summary="Иначе"))
        await admin.sends("/seminar")
        admin.sees(f"{'📥'}", "· 1")


async def test_what_was_entered_already_is_linked_and_a_line_of_its_own_is_not() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.announces("/seminar 2026-12-06 00:00 UTC | Тема | Topic")
        await imports(t, calendar())
        await imports(t, calendar(uid="two", summary="Вторая"))
        await admin.sends("/seminar")
        for label in (BUTTON, "Тема · ", "Предпросмотр"):
            await admin.taps(label)
        admin.sees("Перенести")
        assert t.query("SELECT seminar FROM imported ORDER BY id") == [(1,), (None,)]
        await admin.sends("/seminar")
        for label in (BUTTON, "Вторая", "Предпросмотр"):
            await admin.taps(label)
        await admin.announces("/seminar 2026-12-07 19:00 | Своё | Own")
        assert t.query("SELECT seminar FROM imported ORDER BY id") == [(1,), (None,)]


async def test_late_forged_and_foreign_buttons_do_nothing() -> None:
    async with town() as t:
        admin, other = t.admin(), t.person("Чужой")
        await imports(t, calendar())
        await admin.sends("/seminar")
        for label in (BUTTON, "Тема"):
            await admin.taps(label)
        card, drawn = admin.last["message_id"], buttons_of(admin)
        before = t.query("SELECT * FROM imported"), t.query("SELECT * FROM draft")
        await other.sends("/start")
        for data in (*drawn, "imp:ru:0", "imv:ru:0:1"):
            await other.taps_data(data)
        await t.later(minutes=10)
        await admin.taps("Больше не показывать", card)
        for data in ("imt:ru:0:99", "imd:ru:0:99", "imt:ru:0:1:link", "imv:ru:0:99"):
            await admin.taps_data(data)
            t.clock.forward(seconds=2)
        assert (t.query("SELECT * FROM imported"), t.query("SELECT * FROM draft")) == before


@pytest.mark.process
async def test_the_command_writes_beside_the_running_bot(tmp_path: Path) -> None:
    now = datetime.now(UTC)  # noqa: TID251 -- the command reads the machine's clock
    async with town(start=now) as t:
        admin, file = t.admin(), tmp_path / "seminars.ics"
        day = f"{now + timedelta(days=30):%Y%m%d}"
        file.write_bytes(calendar(f"DTSTART:{day}T000000Z", f"DTEND:{day}T013000Z"))
        environment = {"DATABASE_PATH": str(t.path), "DATABASE_UNENCRYPTED": "yes", "PYTHONPATH": str(ROOT)}
        command = (sys.executable, "-m", "bot", "seminars", "import", str(file))
        for said in (b"new, waits at the desk", b"nothing has changed"):
            pipe = asyncio.subprocess.PIPE
            run = await asyncio.create_subprocess_exec(*command, cwd=tmp_path, env=environment, stdout=pipe)
            told, _ = await run.communicate()
            assert (run.returncode, said in told) == (0, True)
        await admin.sends("/seminar")
        for label in (f"{BUTTON} · 1", "Тема", "Предпросмотр", "Объявить 0"):
            await admin.taps(label)
        assert t.query("SELECT seminar FROM imported") == [(1,)]
        await t.tick()


async def test_it_waits_through_a_restart(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        admin = t.admin()
        await imports(t, calendar())
        await admin.sends("/seminar")
        for label in (BUTTON, "Тема", "Предпросмотр"):
            await admin.taps(label)
    async with place.process(admin) as t:
        await admin.taps("Объявить 0")  # a card of another process orders nothing: it is drawn anew
        await admin.taps("Объявить 0")
        assert t.query("SELECT seminar, open FROM imported") == [(1, 0)]
