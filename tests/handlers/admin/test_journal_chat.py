"""A14 as chats: what two admins order stands in the journal under their names; its head comes once a day."""

from typing import Any

import pytest

from bot.core.journal import verify
from bot.storage.journal_file import read_journal
from tests.chat import ADMIN, Chatter, Town, town

OTHER = 9002
SETTINGS: dict[str, Any] = {
    "admin_ids": f"{ADMIN},{OTHER}",
    "admin_aliases": f"{ADMIN}:Анна",
    "reviewers": f"{OTHER}:Jane Doe",
}
SEMINAR = "/seminar 2026-12-05 19:00 America/New_York | Тема | Topic"


async def desk(t: Town) -> tuple[Chatter, Chatter]:
    """Two admins who have pressed Start."""
    first, second = t.person("Имя", number=ADMIN), t.person("Второй", number=OTHER)
    for admin in (first, second):
        await admin.sends("/start")
    return first, second


def told(t: Town) -> list[tuple[str, str, str, int | None]]:
    """Return alias, action, object and count of every entry, the oldest first; the chain is whole."""
    entries, kept = read_journal(t.path, None)
    assert verify(entries, [kept]) == []
    return [(entry.alias, entry.action, entry.object, entry.count) for entry in entries]


async def opens(admin: Chatter) -> None:
    """Open the journal from the desk."""
    await admin.sends("/admin")
    await admin.taps("Журнал")


async def test_who_did_what_is_written_with_it() -> None:
    async with town(**SETTINGS) as t:
        first, second = await desk(t)
        await t.subscriber()
        await first.announces(SEMINAR)
        await second.sends("/pause")
        await second.sends("/pause")
        await first.sends("/broadcast")
        await first.sends("Текст")
        await first.taps("Одно для всех")
        await first.taps("Отправить 1")
        await first.taps("Отменить")
        await second.sends("/admin")
        await second.taps("Продолжить")
        await second.taps("Семинары")
        await second.taps("Тема")
        await second.taps("Отменить семинар")
        await second.taps("Отменить семинар · ")
        assert told(t) == [
            ("Анна", "seminar-announced", "1", 1),
            ("Jane Doe", "all-paused", "", None),
            ("Анна", "broadcast-sent", "1", 1),
            ("Анна", "broadcast-cancelled", "1", 1),
            ("Jane Doe", "all-resumed", "", None),
            ("Jane Doe", "seminar-cancelled", "1", 0),
        ]
        await opens(first)
        first.sees("Отменён семинар № 1", "Jane Doe", "Отправлена рассылка № 1, получателей: 1", "Анна")
        first.sees_not(str(ADMIN), str(OTHER), "Имя")
        stored = [str(value) for row in t.query("SELECT * FROM journal") for value in row]
        assert not [value for value in stored if value in (str(ADMIN), str(OTHER))]


async def test_an_admin_without_a_name_is_one_by_place() -> None:
    async with town(admin_ids=f"{ADMIN},{OTHER}") as t:
        _, second = await desk(t)
        await second.sends("/pause")
        assert told(t) == [("admin 2", "all-paused", "", None)]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_pages_turn_and_the_language_changes(language: str) -> None:
    async with town() as t:
        admin = t.person("Имя", language, number=ADMIN)
        await admin.sends("/start")
        for _ in range(5):
            await admin.sends("/pause")
            await t.app.dispatcher["admin_desk"].pause_all(on=False)
        await admin.sends("/admin")
        await admin.taps("Журнал" if language == "ru" else "Journal")
        admin.sees("1/2", "10")
        await admin.taps("›")
        admin.sees("2/2", "Остановлены все отправки" if language == "ru" else "All sending stopped")
        await admin.taps("English" if language == "ru" else "Русский")
        admin.sees("2/2", "All sending stopped" if language == "ru" else "Остановлены все отправки")
        await admin.taps("Back" if language == "ru" else "Назад")
        admin.sees("Broadcast" if language == "ru" else "Рассылка")


async def test_an_empty_journal_says_so_and_a_page_too_far_is_the_last() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await opens(admin)
        admin.sees("Пока записей нет")
        await admin.taps_data("jrn:ru:0:99")
        admin.sees("Пока записей нет")


async def test_nobody_else_sees_it() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/start")
        await anna.taps_data("jrn:ru:0:0")
        anna.sees_not("Журнал")


async def test_the_head_comes_once_a_day_after_nine_when_there_is_a_new_one() -> None:
    async with town(**SETTINGS) as t:
        first, second = await desk(t)
        await t.app.repositories.journal.keep_told("")
        await t.later(days=1)
        assert first.got("Журнал, запись") == 0
        await first.sends("/pause")
        t.clock.forward(hours=(32 - t.clock.now().hour) % 24)  # 08:00 UTC is the night in New York
        await t.tick()
        assert first.got("Журнал, запись 1") == 0
        await t.later(hours=7)
        assert (first.got("Журнал, запись 1"), second.got("Журнал, запись 1")) == (1, 1)
        entries, _ = read_journal(t.path, None)
        first.sees(f"1:{entries[0].hash[:32]}")
        await first.sends("/admin")
        await first.taps("Продолжить")
        await t.later(hours=2)
        assert first.got("Журнал, запись") == 1
        await t.later(days=1)
        assert first.got("Журнал, запись 2") == 1
        await t.later(days=1)
        assert first.got("Журнал, запись") == 2


async def test_steps_and_moves_are_written_too() -> None:
    async with town(**SETTINGS) as t:
        first, _ = await desk(t)
        await first.sends(SEMINAR)
        await first.taps("Открыть без объявления")
        await first.taps_data("man:ru:0:switch:1:3600:0")
        await first.taps("Перенести")
        await first.sends("2026-12-06 19:00 America/New_York")
        await first.taps("Перенести · ")
        actions = [action for _, action, *_ in told(t)]
        assert actions == ["seminar-opened", "steps-switched", "seminar-moved"]


async def test_stamps_and_their_taking_back_are_written() -> None:
    async with town(**SETTINGS) as t:
        reviews = t.app.repositories.reviews
        await reviews.drop_fact("W-1")
        assert told(t) == [("bot", "fact-unstamped", "W-1", None)]


async def test_a_reload_is_written_with_its_outcome() -> None:
    async with town(**SETTINGS) as t:
        first, _ = await desk(t)
        await first.sends("/reload")
        await t.tick()
        folder = t.path.parent / "locales" / "ru"
        folder.mkdir(parents=True)
        (folder / "faq-first-steps.ftl").write_text("faq-first-steps = { $nobody }\n", encoding="utf-8")
        await first.sends("/reload")
        await t.tick()
        assert [(alias, action) for alias, action, *_ in told(t)] == [("Анна", "reloaded"), ("Анна", "reload-refused")]


async def test_an_entry_of_a_later_version_is_shown_as_such() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/pause")
        async with t.app.repositories.pause._database.writing() as tx:  # noqa: SLF001 -- there is no other way to write it
            await tx.execute("UPDATE journal SET action = 'flown', object = '7'")
        await opens(admin)
        admin.sees("не знает: 7")
