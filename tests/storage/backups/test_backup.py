"""Backups: whole under load, unreadable on the disk, seven of them; erasures beside them that nobody here can read."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest

from bot.core.clock import epoch
from bot.core.locales import Locale
from bot.core.mailings.mailings import Hold, MailingState
from bot.storage.backups import copies
from bot.storage.backups.age import AgeDecryptor, AgeEncryptor, BadRecipient
from bot.storage.backups.backup import Backups, next_stamp, stamp_of
from bot.storage.backups.copies import NotWhole
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.maintenance.daily_backup import DailyBackup
from bot.storage.maintenance.restore import put_back, read_backup
from bot.storage.repositories import repositories_over
from tests.clock import START, ManualClock
from tests.people import CHATS
from tests.privacy.traces import FIRST, found
from tests.storage.conftest import Store

KEY = "ab" * 32
QUESTION_ASKED = """
INSERT INTO ticket (word, number, person, language, state, expires) VALUES ('maple', 417, 1, 'ru', 'waiting', ?)
RETURNING id
"""


class Vault:
    """A keyed database with backups, and the identity that is elsewhere."""

    def __init__(self, root: Path) -> None:
        """Make the folders."""
        self.root, self.clock = root, ManualClock()
        self.path, self.folder = root / "home" / "bot.db", root / "backups"
        self.path.parent.mkdir()
        self.folder.mkdir()
        identity = pyrage.x25519.Identity.generate()
        self.identity = root / "identity"
        self.identity.write_text(f"# mine\n{identity}\n", encoding="ascii")
        self.backups = Backups(self.folder, AgeEncryptor([str(identity.to_public())]))
        self.store: Store

    async def open(self) -> None:
        """Open the database."""
        database = await open_database(self.path, KEY, self.clock, self.backups)
        self.store = Store(self.path, database, repositories_over(database, self.clock), self.clock)

    @property
    def database(self) -> Database:
        """The opened database."""
        return self.store.database

    async def back_up(self) -> Path:
        """Write a backup."""
        self.clock.forward(minutes=1)
        place = await self.database.back_up()
        assert place
        return place

    async def erase(self, chat: int) -> None:
        """Let somebody leave."""
        assert await self.store.rows.subscribers.erase(chat)

    async def restored(self, backup: Path) -> list[int]:
        """Put a backup in a place of its own; return who is subscribed in it."""
        path = self.root / f"restored-{random.random()}.db"  # noqa: S311 -- a name
        with_erased = read_backup(backup, AgeDecryptor(self.identity))
        await put_back(with_erased, path, KEY, self.clock, [self.folder], lambda: None)
        with_erased.memory.close()
        database = await open_database(path, KEY, self.clock)
        rows = await database.rows(f"{CHATS} ORDER BY chat")
        await database.close()
        return [row[0] for row in rows]


@pytest.fixture
async def vault(tmp_path: Path) -> AsyncIterator[Vault]:
    """A vault with three people."""
    made = Vault(tmp_path)
    await made.open()
    await made.store.people(FIRST, FIRST + 1, FIRST + 2)
    yield made
    await made.database.close()


async def test_it_comes_back_as_it_was_and_shows_nothing(vault: Vault) -> None:
    seminar = await vault.store.seminar()
    mailing = await vault.store.step(seminar)
    backup = await vault.back_up()
    assert backup.stat().st_mode & 0o777 == 0o600
    assert found([FIRST, FIRST + 1], vault.folder) == set()
    assert found([FIRST, FIRST + 1], vault.path.parent) == set()
    assert backup.read_bytes().startswith(b"age-encryption.org/v1")
    read = read_backup(backup, AgeDecryptor(vault.identity))
    assert read.counts["delivery"] == 3
    assert read.memory.execute("SELECT state FROM mailing WHERE id = ?", (mailing,)).fetchall() == [("queued",)]
    read.memory.close()
    assert await vault.restored(backup) == [FIRST, FIRST + 1, FIRST + 2]


async def test_t57_under_load_it_is_one_moment(vault: Vault) -> None:
    """Pairs of people come in one transaction: no backup holds half a pair."""
    stop = False

    async def load() -> None:
        number = 0
        while not stop:
            number += 2
            async with vault.database.writing() as tx:
                sql = "INSERT INTO seminar_choice VALUES (1, ?, 'ru', 1)"
                await tx.many(sql, [(number,), (number + 1,)])
            await asyncio.sleep(0)

    await vault.store.seminar()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(load())
        for _ in range(5):
            backup = await vault.back_up()
            read = read_backup(backup, AgeDecryptor(vault.identity))
            assert read.counts["seminar_choice"] % 2 == 0
            read.memory.close()
        stop = True


async def test_who_is_erased_after_a_backup_stays_erased(vault: Vault) -> None:
    backup = await vault.back_up()
    await vault.erase(FIRST)
    assert await vault.store.count("erased") == 0
    files = list(vault.folder.glob("erased-*"))
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600]
    assert found([FIRST], vault.root) == set()
    assert await vault.restored(backup) == [FIRST + 1, FIRST + 2]
    await vault.erase(FIRST + 1)
    assert await vault.restored(backup) == [FIRST + 2]


async def test_who_came_back_before_the_next_backup_is_in_it(vault: Vault) -> None:
    old = await vault.back_up()
    await vault.erase(FIRST)
    await vault.store.people(FIRST)
    new = await vault.back_up()
    assert await vault.restored(new) == [FIRST, FIRST + 1, FIRST + 2]
    assert await vault.restored(old) == [FIRST + 1, FIRST + 2]


async def test_other_ways_to_go_are_noted_too(vault: Vault) -> None:
    seminar = await vault.store.seminar()
    stranger = FIRST + 9
    await vault.store.rows.seminars.choose(seminar.id, stranger, Locale.RU, wanted=True)
    backup = await vault.back_up()
    await vault.store.rows.seminars.unchoose(seminar.id, stranger)
    read = read_backup(backup, AgeDecryptor(vault.identity))
    assert read.erased == {stranger}
    read.memory.close()


async def test_without_a_backup_nothing_is_noted(vault: Vault) -> None:
    await vault.erase(FIRST)
    assert await vault.store.count("erased") == 0
    assert list(vault.folder.iterdir()) == []


async def test_who_was_not_there_is_not_noted(vault: Vault) -> None:
    await vault.back_up()
    assert not await vault.store.rows.subscribers.erase(FIRST + 50)
    assert list(vault.folder.glob("erased-*")) == []


async def test_with_the_disk_of_the_backups_gone_an_erasure_waits_and_is_not_lost(vault: Vault) -> None:
    backup = await vault.back_up()
    away = vault.folder.rename(vault.root / "away")
    await vault.erase(FIRST)
    assert await vault.store.count("erased") == 1
    assert found([FIRST], vault.root) == set()
    away.rename(vault.folder)
    await vault.store.rows.retention.wipe_round()
    assert await vault.store.count("erased") == 0
    assert await vault.restored(backup) == [FIRST + 1, FIRST + 2]


async def test_after_a_restore_erasures_concern_the_later_backups_too(vault: Vault) -> None:
    """Backups 1 and 2; 1 is restored; somebody leaves; then 2 is restored all the same: nobody is resurrected."""
    first, second = await vault.back_up(), await vault.back_up()
    await vault.database.close()
    read = read_backup(first, AgeDecryptor(vault.identity))
    await put_back(read, vault.path, KEY, vault.clock, [vault.folder], lambda: None)
    read.memory.close()
    await vault.open()
    await vault.erase(FIRST)
    assert await vault.restored(second) == [FIRST + 1, FIRST + 2]


async def test_what_may_have_been_sent_is_not_sent_again(vault: Vault) -> None:
    seminar = await vault.store.seminar()
    mailing = await vault.store.step(seminar)
    assert await vault.store.claim()
    async with vault.database.writing() as tx:
        ticket = await tx.insert(QUESTION_ASKED, (epoch(vault.clock.now()) + 86_400,))
        await tx.execute(
            "INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, 'question', 5, 'due')", (ticket,)
        )
    backup = await vault.back_up()
    vault.clock.forward(hours=3)
    path = vault.root / "restored.db"
    read = read_backup(backup, AgeDecryptor(vault.identity))
    await put_back(read, path, KEY, vault.clock, [], lambda: None)
    read.memory.close()
    database = await open_database(path, KEY, vault.clock)
    rows = repositories_over(database, vault.clock)
    await rows.outbox.recover()
    assert list(await rows.outbox.claim(vault.clock.now(), 100)) == []
    assert await database.rows("SELECT kind, word, state FROM ticket_message ORDER BY id") == [
        ("question", None, "failed"),
        ("to-asker", "restored", "due"),
    ]
    assert await database.row("SELECT state FROM mailing WHERE id = ?", (mailing,)) == ("paused",)
    assert (await rows.seminars.coming(vault.clock.now()))[0].changed == vault.clock.now()
    await database.close()


async def test_what_was_scheduled_asks_instead_of_being_sent(vault: Vault) -> None:
    mailing = await vault.store.broadcast()
    later = epoch(vault.clock.now() + timedelta(days=1))
    async with vault.store.database.writing() as tx:
        await tx.execute("UPDATE mailing SET state = 'scheduled', not_before = ? WHERE id = ?", (later, mailing))
    backup = await vault.back_up()
    path = vault.root / "restored.db"
    read = read_backup(backup, AgeDecryptor(vault.identity))
    await put_back(read, path, KEY, vault.clock, [], lambda: None)
    read.memory.close()
    database = await open_database(path, KEY, vault.clock)
    (asks,) = await repositories_over(database, vault.clock).schedules.untold()
    assert (asks.id, asks.state, asks.hold) == (mailing, MailingState.ASKS, Hold.RESTORED)
    await database.close()


async def test_a_deletion_under_way_waits_for_an_admin_and_a_new_link_does_not(vault: Vault) -> None:
    begun = "INSERT INTO amendment (mailing, kind, state, total, beyond) VALUES (?, ?, 'running', 1, 0)"
    kinds = {await vault.store.broadcast(): "delete", await vault.store.broadcast(): "link"}
    async with vault.store.database.writing() as tx:
        await tx.many(begun, list(kinds.items()))
    backup = await vault.back_up()
    path = vault.root / "restored.db"
    read = read_backup(backup, AgeDecryptor(vault.identity))
    await put_back(read, path, KEY, vault.clock, [], lambda: None)
    read.memory.close()
    database = await open_database(path, KEY, vault.clock)
    states = dict(await database.rows("SELECT kind, state FROM amendment"))
    assert states == {"delete": "paused", "link": "running"}
    await database.close()


async def test_seven_are_kept_with_what_was_erased_since_the_oldest(vault: Vault) -> None:
    made = []
    for number in range(9):
        made.append(await vault.back_up())
        await vault.store.people(FIRST + 100 + number)
        await vault.erase(FIRST + 100 + number)
    assert sorted(vault.folder.glob("bot-*")) == made[2:]
    assert len(list(vault.folder.glob("erased-*"))) == 7


async def test_one_a_day(vault: Vault) -> None:
    nightly = DailyBackup(vault.database)
    for hours in (0, 1, 1, 24, 1):
        vault.clock.forward(hours=hours)
        await nightly()
    assert len(list(vault.folder.glob("bot-*.db.age"))) == 2


async def test_a_failed_one_leaves_nothing_and_is_tried_again(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    nightly = DailyBackup(vault.database)
    with monkeypatch.context() as patch:
        patch.setattr(copies, "counts", lambda connection: {"x": id(connection)})
        with pytest.raises(NotWhole, match="a row is missing"):
            await nightly()
    assert list(vault.folder.iterdir()) == []
    await nightly()
    assert len(list(vault.folder.iterdir())) == 1


async def test_a_disk_that_cannot_be_looked_at_is_a_failure_too(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    nightly = DailyBackup(vault.database)

    def stale(_: object) -> bool:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(type(vault.database), "backup_due", stale)
        with pytest.raises(OSError):
            await nightly()
        assert nightly.failing
    await nightly()
    assert not nightly.failing


async def test_none_are_wanted(store: Store) -> None:
    await store.rows.daily_backup()
    assert await store.database.back_up() is None


def test_moments_always_grow() -> None:
    later = next_stamp(START, None)
    assert later == "20261124T120000Z"
    assert next_stamp(START - timedelta(days=2), later) == "20261124T120001Z"
    assert next_stamp(START, "odd") == later
    assert stamp_of(Path(f"bot-{later}.db.age")) == later


async def test_another_identity_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    backup = await vault.back_up()
    other = tmp_path / "other"
    other.write_text(str(pyrage.x25519.Identity.generate()), encoding="ascii")
    with pytest.raises(BadRecipient, match="does not open it"):
        read_backup(backup, AgeDecryptor(other))
    for words in ("", "canary", "AGE-SECRET-KEY-1CANARY"):
        other.write_text(words, encoding="ascii")
        with pytest.raises(BadRecipient, match="identity"):
            AgeDecryptor(other)
    with pytest.raises(BadRecipient, match="damaged"):
        AgeDecryptor(vault.identity).line("canary")
    with pytest.raises(BadRecipient, match="BACKUP_RECIPIENTS"):
        AgeEncryptor(["age1canary"])


def test_what_is_no_database_is_not_taken() -> None:
    with pytest.raises(NotWhole):
        copies.from_bytes(b"Dear diary, " * 1000)


def test_rows_that_do_not_fit_together_are_not_taken(vault: Vault) -> None:
    memory = copies.from_bytes(copies.to_bytes(copies.open_keyed(vault.path, KEY)))
    memory.execute("PRAGMA foreign_keys = OFF")
    memory.execute("INSERT INTO seminar_choice VALUES (99, 1, 'ru', 1)")
    with pytest.raises(NotWhole, match="do not fit"):
        copies.check(memory)
    memory.close()
