"""Backups of a server: the same files as of a database in a file, for either engine; who was erased stays erased."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pyrage
import pytest

from bot.core.clock import Clock
from bot.core.clock_line import ClockLine
from bot.storage.backups.age import AgeDecryptor, AgeEncryptor
from bot.storage.backups.backup import Backups, BackupsBeside
from bot.storage.clock_looks import ClockLooks
from bot.storage.db.database import Database
from bot.storage.db.errors import Occupied, StorageError, WrongKey
from bot.storage.db.instance_lock import AnotherInstance
from bot.storage.db.postgres.leadership import held, over
from bot.storage.db.sqlite import open_database
from bot.storage.maintenance.put_back_server import Target, put_into_server
from bot.storage.maintenance.restore import Found, put_back, read_backup
from bot.storage.repositories import repositories_over
from tests.chaos.figures import note
from tests.clock import ManualClock
from tests.people import CHATS, enter
from tests.postgres.cluster import KEY, shared
from tests.privacy.traces import FIRST, found
from tests.sizes import dice, trials
from tests.storage.conftest import Store

OTHER_KEY = "d1" * 32
BOT = 42
MANY = [7_000_000_000 + 31 * number for number in range(2_500)]
IDENTITY = pyrage.x25519.Identity.generate()


class Machine:
    """One machine of several: its folder of backups. The identity is elsewhere."""

    def __init__(self, root: Path, name: str, url: str, clock: ManualClock) -> None:
        """Make the folders."""
        self.root, self.folder, self.url, self.clock = root, root / name, url, clock
        self.folder.mkdir()
        (root / "identity").write_text(f"{IDENTITY}\n", encoding="ascii")
        self.opener = AgeDecryptor(root / "identity")
        self.backups = Backups(self.folder, AgeEncryptor([str(IDENTITY.to_public())]))

    @asynccontextmanager
    async def leads(self, *, new: bool = False) -> AsyncIterator[Store]:
        """Lead for as long as the block takes."""
        turn = over(self.url, KEY, BOT, self.clock, self.backups, new=new)
        lost = asyncio.Event()
        led = await turn.lead(asyncio.Event(), lost)
        assert led is not None
        async with held(led, lost) as database:
            yield Store(self.root / "none.db", database, repositories_over(database, self.clock), self.clock)

    def read(self, backup: Path) -> Found:
        """Open a backup as its owner can."""
        return read_backup(backup, self.opener, [self.folder])

    async def put_into(self, url: str, backup: Path, key: str = KEY, *, force: bool = False) -> str | None:
        """Put a backup into a server, as the command does: in a loop of its own."""
        target = Target(url, key, BOT, self.root / "copy.db")

        def put() -> str | None:
            read = self.read(backup)
            try:
                return put_into_server(read, target, self.opener, [self.folder], self.clock, force=force)
            finally:
                read.memory.close()

        return await asyncio.to_thread(put)


@pytest.fixture
def clock() -> ManualClock:
    """A clock moved by hand."""
    return ManualClock()


@pytest.fixture
def one(tmp_path: Path, clock: ManualClock) -> Machine:
    """A machine beside a server with nobody in it."""
    return Machine(tmp_path, "one", shared().url(shared().new_database()), clock)


async def backup_of(store: Store) -> Path:
    """Write a backup, a minute later."""
    assert isinstance(store.clock, ManualClock)
    store.clock.forward(minutes=1)
    place = await store.database.back_up()
    assert place
    return place


async def subscribed(database: Database) -> list[int]:
    """Return who is subscribed."""
    return sorted(row[0] for row in await database.rows(CHATS))


async def all_of(store: Store, table: str) -> list[tuple[object, ...]]:
    """Return every row of a table."""
    return await store.database.rows(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608 -- a name of the schema


async def on_server(url: str, clock: Clock, key: str = KEY, backups: Backups | None = None) -> list[int]:
    """Return who is subscribed on a server."""
    database = await over(url, key, BOT, clock, backups).lead(asyncio.Event(), asyncio.Event())
    assert database is not None
    try:
        return await subscribed(database)
    finally:
        await database.close()


async def test_it_goes_into_a_file_or_another_server_with_another_key(one: Machine, tmp_path: Path) -> None:
    async with one.leads() as store:
        await store.people(FIRST, FIRST + 1, FIRST + 2)
        async with store.database.writing() as tx:
            await enter(tx, MANY)
        seminar = await store.seminar()
        await store.step(seminar)
        assert await store.rows.subscribers.erase(FIRST + 2)
        backup = await backup_of(store)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert found([FIRST, MANY[0]], one.folder) == set()
    path, other = tmp_path / "bot.db", shared().url(shared().bare_database())
    read = one.read(backup)
    await put_back(read, path, OTHER_KEY, one.clock, [one.folder], lambda: None)
    read.memory.close()
    file = await open_database(path, OTHER_KEY, one.clock)
    filed = Store(path, file, repositories_over(file, one.clock), one.clock)
    assert await subscribed(file) == [FIRST, FIRST + 1]
    assert await filed.database.rows("SELECT count(*) FROM person WHERE chat IS NOT NULL") == [(len(MANY) + 2,)]
    assert await filed.rows.subscribers.erase(FIRST + 1)  # found by the way that only a file has
    assert await subscribed(file) == [FIRST]
    await file.close()
    assert await one.put_into(other, backup, OTHER_KEY) is None
    assert await on_server(other, one.clock, OTHER_KEY, one.backups) == [FIRST, FIRST + 1]
    with pytest.raises(WrongKey):
        await on_server(other, one.clock, KEY, one.backups)


async def test_every_row_and_every_number_comes_back_as_it_was(one: Machine) -> None:
    other = shared().url(shared().bare_database())
    async with one.leads() as store:
        await store.people(FIRST, FIRST + 1, not_found="2026-11-20", silent=True)
        for _ in range(3):
            last = await store.seminar()
        await store.step(last)
        async with store.database.writing() as tx:
            for sql in ("DELETE FROM delivery", "DELETE FROM mailing"):
                await tx.execute(sql)
        backup = await backup_of(store)
        tables = set(await store.database.tables()) - {"schema_version", "video", "feed"}
        before = {name: await all_of(store, name) for name in tables}
    await one.put_into(other, backup)
    again = Machine(one.root, "again", other, one.clock)
    async with again.leads() as store:
        for name in tables - {"meta", "journal", "seminar"}:
            assert await all_of(store, name) == before[name], name
        await store.step(await store.seminar())
        newest = await store.database.rows("SELECT max(id) FROM mailing")
    note("T117", f"{len(tables)} tables, every row equal; no number given twice")
    assert newest == [(2,)]  # 1 was given before the backup, and is never given again


async def test_who_is_erased_while_another_machine_leads_stays_erased(one: Machine) -> None:
    two = Machine(one.root, "two", one.url, one.clock)
    async with one.leads() as store:
        await store.people(FIRST, FIRST + 1, FIRST + 2)
        first = await backup_of(store)
        await store.rows.subscribers.erase(FIRST)
        assert len(list(one.folder.glob("erased-*"))) == 1  # before the person was answered
    async with two.leads() as store:
        assert await store.database.backup_due()  # it has none of its own yet
        second = await backup_of(store)
        await store.rows.subscribers.erase(FIRST + 1)
        assert found([FIRST, FIRST + 1, FIRST + 2], two.folder) == set()
    for backup in (first, second):
        assert two.read(backup).erased >= {FIRST + 1}
        assert await one.put_into(shared().url(shared().bare_database()), backup) is None
    async with one.leads() as store:
        await store.database.wipe_round()
    kept = [file.read_text() for file in one.folder.glob("erased-*")]
    async with one.leads() as store:  # written once, however often it leads
        await store.database.wipe_round()
    assert kept == [file.read_text() for file in one.folder.glob("erased-*")]
    server = shared().url(shared().bare_database())
    assert await one.put_into(server, first) is None
    assert await on_server(server, one.clock, KEY, one.backups) == [FIRST + 2]


async def test_t116_whoever_leads_and_whichever_backup_is_restored_nobody_is_resurrected(one: Machine) -> None:
    chance, turns = dice("T116"), trials(60, 6)
    machines = [one, *(Machine(one.root, name, one.url, one.clock) for name in ("two", "three"))]
    gone: set[int] = set()
    backups: list[tuple[Path, set[int]]] = []
    last = one
    for turn in range(turns):
        last = chance.choice(machines)
        async with last.leads() as store:
            new = [FIRST + 10 * turn + number for number in range(4)]
            await store.people(*new)
            backups.append((await backup_of(store), await _there(store)))
            for chat in chance.sample(sorted(await _there(store)), 2):
                await store.rows.subscribers.erase(chat)
                gone.add(chat)
    resurrected = 0
    left = [(backup, there) for backup, there in backups if backup.exists()]  # seven a machine
    for backup, there in left:
        read = last.read(backup)
        held = {chat for (chat,) in read.memory.execute("SELECT chat FROM person WHERE chat IS NOT NULL")}
        resurrected += len((held - read.erased) & gone)
        assert held == there
        read.memory.close()
    told = f"{turns} turns of 3 machines, {len(gone)} erased, each of the {len(left)} backups left"
    note("T116", f"{told}: back again {resurrected}")
    assert resurrected == 0


async def _there(store: Store) -> set[int]:
    return set(await subscribed(store.database))


async def test_no_backup_holds_somebody_whose_erasure_was_under_way(one: Machine) -> None:
    """A backup that is begun in the middle of an erasure waits for its end."""
    async with one.leads() as store:
        await store.people(FIRST, FIRST + 1)
        await backup_of(store)
        async with asyncio.TaskGroup() as tasks, store.database.writing() as tx:
            await tx.note_erased([FIRST])
            making = tasks.create_task(store.database.back_up())
            await asyncio.sleep(0.3)
            assert not making.done()
            await tx.execute("DELETE FROM subscriber")
        place = making.result()
    assert place
    read = one.read(place)
    assert (read.counts["subscriber"], read.erased) == (0, frozenset())
    read.memory.close()


async def waits(machine: Machine) -> None:
    """Let a machine wait for its turn, in vain, for long enough to ask once."""
    stop, turn = asyncio.Event(), over(machine.url, KEY, BOT, machine.clock, machine.backups)
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(turn.lead(stop, asyncio.Event()))
        await asyncio.sleep(0.3)
        stop.set()
    assert waiting.result() is None


async def test_what_is_too_old_goes_also_on_a_machine_that_waits(one: Machine, clock: ManualClock) -> None:
    two = Machine(one.root, "two", one.url, clock)
    async with one.leads() as store:
        await store.people(FIRST)
        await backup_of(store)
        await store.rows.subscribers.erase(FIRST)
    left = []
    async with two.leads() as store:
        line = ClockLine(ClockLooks(store.database), clock)
        for _ in range(10):
            for _ in range(24):
                clock.forward(hours=1)
                await line.horizon()
            await waits(one)
            left.append(sorted(file.name[:3] for file in one.folder.iterdir()))
    assert left == [["bot", "era"]] * 6 + [["era"]] + [[]] * 3
    async with one.leads() as store:
        await backup_of(store)
    async with two.leads():
        clock.forward(days=20)  # nobody has looked at a clock meanwhile: ours alone may have jumped
        await waits(one)
    assert len(list(one.folder.iterdir())) == 1


async def test_beside_backups_an_empty_server_is_asked_about(one: Machine) -> None:
    async with one.leads() as store:
        await backup_of(store)
    lost = Machine(one.root, "lost", shared().url(shared().bare_database()), one.clock)
    lost.backups = one.backups
    with pytest.raises(BackupsBeside):
        async with lost.leads():
            pass
    async with lost.leads(new=True):
        pass
    async with lost.leads():  # from now on there is one
        pass


async def test_who_has_no_backups_does_not_work_beside_those_who_have(one: Machine) -> None:
    async with one.leads() as store:
        await backup_of(store)
    with pytest.raises(StorageError, match="BACKUP_DIR"):
        await on_server(one.url, one.clock)
    one.clock.forward(days=9)  # the last of theirs is gone
    assert await on_server(one.url, one.clock) == []


async def test_what_is_there_is_put_aside_and_not_while_somebody_works(one: Machine) -> None:
    async with one.leads() as store:
        await store.people(FIRST)
        backup = await backup_of(store)
        await store.people(FIRST + 1)
        with pytest.raises(AnotherInstance):
            await one.put_into(one.url, backup, force=True)
    with pytest.raises(Occupied):
        await one.put_into(one.url, backup)
    aside = await one.put_into(one.url, backup, force=True)
    assert aside
    async with one.leads() as store:
        assert await subscribed(store.database) == [FIRST]
        assert await store.database.rows(f"SELECT count(*) FROM {aside}.person") == [(2,)]  # noqa: S608 -- a name of ours


async def test_before_the_tables_change_there_is_a_backup_or_nothing_changes(one: Machine) -> None:
    async with one.leads() as store:
        await store.people(FIRST)
    shared().rows(one.url.rsplit("/", 1)[1], "DROP TABLE ticket_sum")
    shared().rows(one.url.rsplit("/", 1)[1], "UPDATE schema_version SET version = 18")
    one.folder.chmod(0o500)
    away = one.folder.rename(one.root / "away")
    with pytest.raises(StorageError, match="BACKUP_DIR"):
        async with one.leads():
            pass
    away.chmod(0o700)
    away.rename(one.folder)
    async with one.leads() as store:
        assert await subscribed(store.database) == [FIRST]
    (backup,) = one.folder.glob("bot-*")
    read = one.read(backup)
    assert read.memory.execute("PRAGMA user_version").fetchone() == (18,)
    read.memory.close()
    other = shared().url(shared().bare_database())
    await one.put_into(other, backup)
    assert await on_server(other, one.clock, KEY, one.backups) == [FIRST]


async def test_a_backup_that_must_wait_gives_up_before_the_leader_does(one: Machine) -> None:
    """The operator's own pg_dump reads every table for minutes; whoever wants a lock stands before the leader."""
    async with one.leads() as store:
        with psycopg.connect(one.url, autocommit=True) as dump:
            dump.execute("BEGIN")
            dump.execute("SELECT 1 FROM meta")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                await store.database.back_up()
            dump.execute("ROLLBACK")
        await store.people(FIRST)
        assert await backup_of(store)
