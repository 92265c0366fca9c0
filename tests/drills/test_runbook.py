"""The runbook, docs/operations.md, done: the bot as a process over the stand-in, the commands those of the page.

Each drill prints ``DRILL name: seconds``; the page's table has them.
"""

import asyncio
import re
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest

from bot.core.clock import SystemClock
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from tests.drills.pages import section
from tests.process import child
from tests.process.stage import CONTEXT, TOKEN, Stage, stage
from tests.waiting import until

pytestmark = [pytest.mark.process, pytest.mark.long]

PEOPLE = 200
KEY, NEW_KEY = "ab" * 32, "cd" * 32
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:drill
BEGIN:VEVENT
UID:1@drill
DTSTAMP:20260101T000000Z
DTSTART:20990301T170000Z
SUMMARY:Interview
END:VEVENT
END:VCALENDAR
"""


@dataclass(frozen=True)
class Server:
    """A bot with subscribers, a key, backups, and the identity that opens them."""

    play: Stage
    key: Path
    backups: Path
    identity: Path

    async def runs(self, *words: str) -> str:
        """Run a command of the page; it must succeed. Returns what it says."""
        log = self.play.folder / "command.log"
        log.unlink(missing_ok=True)
        process = CONTEXT.Process(target=child.run, args=(self.play.environment, log, 0, words))
        process.start()
        await until(lambda: not process.is_alive(), within=60)
        assert process.exitcode == 0, log.read_text(encoding="utf-8")
        return log.read_text(encoding="utf-8")

    def newest(self) -> str:
        """Return the newest backup, as the page's BACKUP."""
        return str(max(self.backups.glob("bot-*.db.age")))

    async def counted(self, key: str) -> int:
        """Return how many subscribers there are, while no bot runs."""
        database: Database = await open_database(Path(self.play.environment["DATABASE_PATH"]), key, SystemClock())
        try:
            return int((await database.rows("SELECT count(*) FROM subscriber"))[0][0])
        finally:
            await database.close()


@asynccontextmanager
async def server(folder: Path, token: str = TOKEN) -> AsyncIterator[Server]:
    """Set one up; nothing runs yet."""
    key, backups, identity = folder / "key", folder / "backups", folder / "identity"
    secret = pyrage.x25519.Identity.generate()
    key.write_text(KEY, encoding="ascii")
    key.chmod(0o600)
    identity.write_text(str(secret), encoding="ascii")
    backups.mkdir()
    where = stage(
        folder,
        BOT_TOKEN=token,
        BACKUP_DIR=str(backups),
        BACKUP_RECIPIENTS=str(secret.to_public()),
        DATABASE_UNENCRYPTED="",
        DATABASE_KEY_FILE=str(key),
    )
    async with where as play:
        play.key = KEY
        await play.subscribers(PEOPLE)
        yield Server(play, key, backups, identity)


@contextmanager
def drill(heading: str) -> Iterator[None]:
    """Time one, which must have its part of the page."""
    assert section("operations.md", heading)
    began = time.monotonic()
    yield
    print(f"DRILL {heading}: {time.monotonic() - began:.1f} s")


async def answers(play: Stage, text: str = "/start", shown: str = "Вопросы и ответы") -> None:
    """Let somebody new write, and wait until the bot answers."""
    anna = play.telegram.person(70_000 + len(play.telegram.ledger.entries), "Анна", "ru")
    anna.started = True
    await play.asks(anna, text, shown)


async def test_onto_a_new_machine_with_a_new_key(tmp_path: Path) -> None:
    async with server(tmp_path) as old:
        await old.play.start()
        await old.runs("backup")
        await old.play.kill()
        with drill("Onto a new machine, or from a backup"):
            new = tmp_path / "new"
            new.mkdir()
            old.key.unlink()
            old.key.write_text(NEW_KEY, encoding="ascii")
            old.key.chmod(0o600)
            old.play.environment["DATABASE_PATH"] = str(new / "bot.db")
            said = await old.runs("restore", old.newest(), "--identity", str(old.identity))
            assert "Restored" in said
            await old.play.start()
            await answers(old.play)
        assert await old.play.stop() == 0
        assert await old.counted(NEW_KEY) == PEOPLE


async def test_the_key_is_away_and_then_lost(tmp_path: Path) -> None:
    async with server(tmp_path) as here:
        await here.play.start()
        await here.runs("backup")
        assert await here.play.stop() == 0
        away = here.key.rename(tmp_path / "away")
        with drill("The key is away or lost"):
            await here.play.start()
            await answers(here.play)  # readers are served
            away.rename(here.key)
            here.play.signal(15)
            await here.play.ended(25)
            await here.play.start()
            await answers(here.play)
            await here.play.kill()
            here.key.write_text(NEW_KEY, encoding="ascii")
            await here.runs("restore", here.newest(), "--identity", str(here.identity), "--force")
            await here.play.start()
            await answers(here.play)
        assert await here.play.stop() == 0
        assert await here.counted(NEW_KEY) == PEOPLE


async def test_the_token_is_revoked(tmp_path: Path) -> None:
    async with server(tmp_path) as here:
        await here.play.start()
        await answers(here.play)
        with drill("The token leaked, or was revoked"):
            here.play.telegram.token = "42:NEW"
            await answered_once_more(here)
            assert await here.play.ended(60) == 77
            anna = here.play.telegram.person(77_777, "Анна", "ru")
            anna.started = True
            anna.sends("/start")  # waits at Telegram
            here.play.environment["BOT_TOKEN"] = "42:NEW"
            await here.play.start()
            await here.play.sees(anna, "Вопросы и ответы")
        assert await here.play.stop() == 0
        assert await here.counted(KEY) == PEOPLE


async def answered_once_more(here: Server) -> None:
    """A poll that hangs is not refused: an update ends it, and the next one meets the new token."""
    here.play.telegram.person(66_666, "x").sends("/start")
    await asyncio.sleep(0)


async def test_telegram_takes_the_bot_away(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    async with server(first) as lost:
        await lost.play.start()
        await answers(lost.play)
        assert await lost.play.stop() == 0
    async with server(second, "43:NEW") as new:
        for part in second.glob("bot.db*"):
            part.unlink()
        for part in first.glob("bot.db*"):
            shutil.copy(part, second)
        with drill("Telegram takes the bot away, or its owner’s account is lost"):
            await new.play.start()
            assert await new.play.ended(60) == 78, "chats of one bot are worth nothing to another"
            for part in second.glob("bot.db*"):
                part.rename(second / f"old-{part.name}")
            await new.play.start()
            await answers(new.play)
            assert await new.play.stop() == 0
            (second / "seminars.ics").write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
            await new.runs("seminars", "import", "seminars.ics")
            await new.play.start()
            await answers(new.play)
            boris = new.play.telegram.person(20_001, "Борис", "ru")
            await new.play.asks(boris, "/start as_ru_rn", "По вашей ссылке")
            boris.press("Подписаться")
            await new.play.sees(boris, "Вы подписаны")
        assert await new.play.stop() == 0
        assert await new.counted(KEY) == 1, "who came with a link, and nobody else"
        assert not [entry for entry in new.play.telegram.ledger.entries if entry.chat_id in range(10_001, 10_201)]


async def test_all_admins_are_lost(tmp_path: Path) -> None:
    async with server(tmp_path) as here:
        await here.play.start()
        await here.play.asks(here.play.admin, "/admin", "Управление")
        with drill("All admins are lost"):
            here.play.environment["ADMIN_IDS"] = "9002"
            assert await here.play.stop() == 0
            await here.play.start()
            boris = here.play.telegram.person(9002, "Борис", "ru")
            boris.started = True
            await here.play.asks(boris, "/admin", "Управление")
        here.play.admin.sends("/admin")
        await here.play.sees(here.play.admin, "Вопросы и ответы")


async def test_panic(tmp_path: Path) -> None:
    async with server(tmp_path) as here:
        await here.play.start()
        with drill("Panic"):
            await here.runs("panic", "--yes")
            await here.play.ended(10)
        assert not here.key.exists()
        assert not here.play.running


def test_every_part_of_the_page_is_reached_from_its_table() -> None:
    page = section("operations.md", "Operations")
    there = {re.sub(r"[^\w\s-]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^#+ (.+)$", page, re.M)}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= there
