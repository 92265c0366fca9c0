"""One round after /delete or /stop the chat's id is in no file, whatever was under way (R9, P14, T106)."""

from contextlib import suppress
from pathlib import Path

import pytest
import sqlcipher3

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.storage.db.database import Database
from bot.storage.db.errors import StorageError
from bot.storage.db.sqlite import open_database
from bot.storage.erase import erase_chats
from bot.storage.subscribers import SubscriberRepository
from tests.chat import Chatter, Town, town
from tests.clock import ManualClock
from tests.people import CHATS, subscribe
from tests.privacy.traces import FIRST, everything, forms, found
from tests.sizes import dice

FORM = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
WAYS = ("/delete", "/stop", "blocks")


async def leaves(chatter: Chatter, way: str) -> None:
    """Leave in one of the ways there are, and let one round go by."""
    if way == "blocks":
        chatter.person.blocks()
        await chatter.town.settle()
    else:
        await chatter.sends(way)
    if way == "/delete":
        await chatter.taps("Удалить всё")
        chatter.sees("Удалено")
    await chatter.town.app.repositories.retention.wipe_round()


async def subscriber(t: Town, number: int) -> Chatter:
    """Somebody who has subscribed by hand."""
    chatter = t.person(number=number)
    await chatter.sends("/subscribe")
    await chatter.taps("Подписаться")
    return chatter


async def compose(t: Town, text: str = "Новость") -> Chatter:
    """Let the admin write a broadcast and see its preview."""
    admin = t.admin()
    await admin.sends("/broadcast")
    await admin.sends(text)
    await admin.taps("Одно для всех")
    return admin


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_left_after_reminders_choices_and_broadcasts(way: str) -> None:
    async with town() as t:
        people = [await subscriber(t, FIRST + number) for number in range(12)]
        anna = people[5]
        await t.admin().announces(FORM)
        await t.tick()
        assert anna.got("Новый семинар") == 1
        await anna.taps("Не напоминать")
        await (await compose(t)).taps("Отправить 12")
        assert anna.got("Новость") == 1
        assert found([anna.id], t.path.parent) == {anna.id}
        await leaves(anna, way)
        assert found([anna.id], t.path.parent) == set()
        assert len(found([p.id for p in people], t.path.parent)) == 11


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_left_of_somebody_who_waits_in_a_paused_broadcast(way: str) -> None:
    async with town() as t:
        people = [await subscriber(t, FIRST + number) for number in range(8)]
        admin = await compose(t)
        sender = vars(t.app.sender)
        sender["drain"] = _nothing  # as if it had just begun
        await admin.taps("Отправить 8")
        await admin.taps("Пауза")
        del sender["drain"]
        await leaves(people[3], way)
        assert found([people[3].id], t.path.parent) == set()
        await admin.taps("Продолжить")
        await t.later(seconds=3)
        admin.sees("Доставлено: 7", "Отписались: 1", "Всего: 8")
        assert [p.got("Новость") for p in people] == [1, 1, 1, 0, 1, 1, 1, 1]


async def _nothing() -> int:
    return 0


async def test_nothing_is_left_of_an_admin_with_a_draft_and_a_sent_broadcast() -> None:
    async with town(admin_ids=str(FIRST)) as t:
        await subscriber(t, FIRST + 1)
        admin = await subscriber(t, FIRST)
        for _ in range(2):
            await admin.sends("/broadcast")
            await admin.sends("Новость")
            await admin.taps("Одно для всех")
            if admin.got("Рассылка готова") == 1:
                await admin.taps("Отправить 2")
        assert found([FIRST], t.path.parent) == {FIRST}
        await leaves(admin, "/delete")
        assert found([FIRST], t.path.parent) == set()


async def test_whom_a_run_finds_gone_leaves_nothing() -> None:
    async with town() as t:
        people = [await subscriber(t, FIRST + number) for number in range(5)]
        people[2].person.deactivated = True
        await (await compose(t)).taps("Отправить 5")
        await t.later(seconds=11)
        assert found([p.id for p in people], t.path.parent) == {p.id for p in people if p is not people[2]}


async def test_who_did_not_answer_for_a_month_leaves_nothing() -> None:
    async with town() as t:
        anna = await subscriber(t, FIRST)
        await t.later(days=365)
        anna.sees("Вам ещё нужны")
        assert found([FIRST], t.path.parent) == {FIRST}
        await t.later(days=30)
        assert found([FIRST], t.path.parent) == set()


async def test_who_wanted_one_seminar_and_no_more_leaves_nothing() -> None:
    async with town() as t:
        anna = t.person(number=FIRST)
        await t.admin().announces(FORM)
        await anna.sends("/start seminar_1")
        await anna.taps("Напомнить")
        await anna.taps("Напомнить")
        await t.later(days=10, hours=12)
        assert anna.got("Напоминание о встрече") >= 1
        assert found([FIRST], t.path.parent) == {FIRST}
        await anna.taps("Открыть")
        await anna.taps("Не напоминать")
        await anna.sends("/privacy")
        anna.sees("Ничего.")
        await t.app.repositories.retention.wipe_round()
        assert found([FIRST], t.path.parent) == set()


async def bulk(tmp_path: Path, count: int) -> tuple[Database, list[int]]:
    """A file whose pages were split and filled in a random order, as a year of subscribing does."""
    database = await open_database(tmp_path / "bot.db", None, ManualClock())
    chats = dice("erased").sample(range(FIRST, FIRST * 2), count)
    for start in range(0, count, 50):
        async with database.writing() as tx:
            await subscribe(tx, chats[start : start + 50])
    return database, chats


async def test_no_older_copy_is_left_in_the_unused_part_of_a_page(tmp_path: Path) -> None:
    database, chats = await bulk(tmp_path, 2_000)
    try:
        async with database.writing() as tx:
            await erase_chats(tx, chats[:1_000], 0)
        await database.wipe_round()
        assert remains(set(chats[:1_000]), tmp_path) == set()
        assert remains(set(chats[1_000:]), tmp_path) == set(chats[1_000:])
    finally:
        await database.close()


async def test_h07_nothing_is_left_of_thousands_who_came_and_went_in_any_order(tmp_path: Path) -> None:
    """Pages are filled, buckets split, moved to the front of the file, transactions fail: an id stood nowhere else."""
    chance = dice("h07")
    clock = ManualClock()
    database = await open_database(tmp_path / "bot.db", None, clock)
    here, gone, shortened = set[int](), set[int](), 0
    for turn in range(60):
        coming = [chance.randrange(FIRST, FIRST * 2) for _ in range(50)]
        leaving = chance.sample(sorted(here), len(here) // 20)
        with suppress(OSError):
            async with database.writing() as tx:
                await subscribe(tx, coming)
                if turn % 7 == 0:
                    raise OSError
                await erase_chats(tx, leaving, 0)
        shortened += await makes_room(database, turn)
        here = here if turn % 7 == 0 else (here | set(coming)) - set(leaving)
        gone |= set(coming) if turn % 7 == 0 else set(leaving)
    database.wipe_soon()
    await database.wipe_round()
    assert shortened > 100, "pages of ids were moved, since they came behind what went"
    assert len(gone) > 900
    assert len(here) > 900
    assert remains(gone, tmp_path) == set()
    assert remains(here, tmp_path) == here
    assert {chat for (chat,) in await database.rows(CHATS)} == here
    await database.close()


async def makes_room(database: Database, turn: int) -> int:
    """Write many rows, so that what comes next stands behind them, or take them out and give their pages back."""
    async with database.writing() as tx:
        if turn % 3 == 0:
            await tx.many("INSERT INTO seen VALUES (?, '2026-11-24')", [(10**6 + n,) for n in range(6_000)])
        elif turn % 3 == 2:
            await tx.execute("DELETE FROM seen WHERE update_id >= 1000000")
    if turn % 3 != 2:
        return 0
    before = await database.row("PRAGMA page_count")
    await database.give_back_pages()
    after = await database.row("PRAGMA page_count")
    assert before and after
    return int(before[0]) - int(after[0])


def remains(numbers: set[int], folder: Path) -> set[int]:
    """As ``found``, for thousands: every place of the files is looked up, and then read whole.

    A beginning alone may be anything: "159" in UTF-16 is also three small numbers side by side in the index of the log.
    """
    data = everything(folder)
    begin: dict[bytes, list[tuple[bytes, int]]] = {}
    for number in numbers:
        for form in forms(number):
            begin.setdefault(form[:6], []).append((form, number))
    places = ((at, begin.get(data[at : at + 6], ())) for at in range(len(data) - 5))
    return {number for at, alike in places for form, number in alike if data.startswith(form, at)}


async def test_h07_an_erase_writes_as_much_in_a_large_file_as_in_a_small_one(tmp_path: Path) -> None:
    """Counted in pages of the log: by the people's number nothing grows (T106)."""

    async def pages(people: int) -> int:
        clock, path = ManualClock(), tmp_path / f"{people}.db"
        database = await open_database(path, None, clock)
        async with database.writing() as tx:
            await subscribe(tx, range(FIRST, FIRST + people))
        database.wipe_soon()
        await database.wipe_round()
        log = path.with_name(path.name + "-wal")
        assert log.stat().st_size == 0
        assert await SubscriberRepository(database, clock).erase(FIRST + people // 2)
        written = log.stat().st_size
        await database.wipe_round()
        assert log.stat().st_size == 0
        await database.close()
        return written // 4096

    small, large = await pages(500), await pages(30_000)
    assert large <= 1.5 * small
    assert large < 20


async def test_what_a_crash_left_is_gone_at_the_next_tick(tmp_path: Path) -> None:
    database, chats = await bulk(tmp_path, 300)
    async with database.writing() as tx:
        await erase_chats(tx, chats[:20], 0)
    assert found(chats[:20], tmp_path)
    await database.wipe_round()
    assert found(chats[:20], tmp_path) == set()
    before = (tmp_path / "bot.db").stat().st_mtime_ns
    await database.wipe_round()
    assert (tmp_path / "bot.db").stat().st_mtime_ns == before
    await database.close()


async def test_a_reader_from_outside_is_named_and_the_erasure_finished_later(tmp_path: Path) -> None:
    clock = ManualClock()
    database = await open_database(tmp_path / "bot.db", None, clock)
    other = sqlcipher3.connect(str(tmp_path / "bot.db"), isolation_level=None)
    rows = SubscriberRepository(database, clock)
    await rows.add(Subscriber(FIRST, Locale.RU, joined="2026-11-24", active="2026-11-24"))
    async with database.maintenance() as tx:
        await tx.rows("PRAGMA busy_timeout = 1")
    other.execute("BEGIN")
    other.execute("SELECT * FROM subscriber").fetchall()
    assert await rows.erase(FIRST)
    with pytest.raises(StorageError, match="somebody else reads"):
        await database.wipe_round()
    assert found([FIRST], tmp_path) == {FIRST}
    other.execute("COMMIT")
    await database.wipe_round()
    assert found([FIRST], tmp_path) == set()
    other.close()
    await database.close()
