"""``python -m bot key``: a key nobody else can read, never written over another; a plain file encrypted."""

import re
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3

from bot.__main__ import main
from bot.cli import key as command
from bot.storage.backups import secure_files as places
from bot.storage.db.errors import StorageError
from bot.storage.db.instance_lock import InstanceLock
from bot.storage.maintenance import encrypt as convert
from tests.people import CHATS
from tests.privacy.traces import FIRST, found
from tests.storage.db.test_inspection import SCHEMA, made
from tests.test_settings import bare

__all__ = ["bare"]

KEY = "ab" * 32
PERSON = f"INSERT INTO person (chat) VALUES ({FIRST})"  # noqa: S608 -- one row
SUBSCRIBED = "INSERT INTO subscriber (person, language, joined, active, reminders, recordings, news, silent, discreet) VALUES (1, 'ru', '2026-11-24', '2026-11-24', 1, 1, 1, 0, 0)"  # noqa: E501 -- one row

pytestmark = pytest.mark.usefixtures("bare")


@pytest.fixture
def plain(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain database with somebody in it, and a key to encrypt it with."""
    (bare / "bot.key").write_text(KEY, encoding="ascii")
    monkeypatch.setenv("DATABASE_KEY_FILE", "bot.key")
    monkeypatch.setenv("DATABASE_PATH", "bot.db")
    return made(bare / "bot.db", None, 42, PERSON, SUBSCRIBED)


def test_a_new_key(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["key", "new", "bot.key"]) == 0
    key = (bare / "bot.key").read_text(encoding="ascii")
    assert re.fullmatch(r"[0-9a-f]{64}\n", key)
    assert stat.S_IMODE((bare / "bot.key").stat().st_mode) == 0o600
    words = capsys.readouterr().out
    assert key[:8] not in words
    assert "DATABASE_KEY_FILE=bot.key" in words


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_key_beside_the_database(
    on_disk: bool, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_PATH", "bot.db")
    monkeypatch.setenv("DATABASE_KEY_FILE", "named.key")
    monkeypatch.setattr(places, "in_memory", lambda device: not on_disk)
    assert main(["key", "new"]) == 0
    assert ("on the same disk as the database" in capsys.readouterr().out) is on_disk
    assert (bare / "named.key").exists()


def test_where_a_file_system_lives_is_told_from_its_mounts() -> None:
    assert not places.in_memory(0)
    assert places.in_memory(Path("/dev/shm").stat().st_dev)  # noqa: S108 -- only looked at


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 78, "say where the key goes"),
        (["there.key"], 73, "not overwritten"),
        (["none/a.key"], 73, "does not exist: make it"),
        (["there.key/a.key"], 73, "cannot be written"),
    ],
)
def test_no_key_is_made(
    arguments: list[str], code: int, words: str, bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "there.key").write_text("mine", encoding="ascii")
    assert main(["key", "new", *arguments]) == code
    assert words in capsys.readouterr().err
    assert (bare / "there.key").read_text(encoding="ascii") == "mine"


@pytest.mark.parametrize("file", ["checkout/bot.key", "checkout/data/deep/bot.key", "link/bot.key"])
@pytest.mark.parametrize("git", ["folder", "file"])
def test_no_key_is_made_in_a_checkout(git: str, file: str, bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A worktree's ``.git`` is a file; a link leads into the checkout as well."""
    (bare / "checkout" / "data" / "deep").mkdir(parents=True)
    (bare / "link").symlink_to("checkout/data")
    (bare / "checkout" / ".git").mkdir() if git == "folder" else (bare / "checkout" / ".git").write_text("gitdir: x")
    assert main(["key", "new", file]) == 73
    assert capsys.readouterr().err.startswith(f"bot: no key was made: {bare.resolve() / 'checkout'} is a checkout")
    assert list(bare.rglob("*.key")) == []
    assert main(["key", "new", "checkout.key"]) == 0


def test_no_key_is_made_beside_the_program(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sources may have come without git."""
    monkeypatch.setattr(command, "OWN_FOLDER", bare.resolve())
    monkeypatch.setenv("DATABASE_KEY_FILE", "data/bot.key")
    (bare / "data").mkdir()
    assert main(["key", "new"]) == 73
    assert "name a file outside it" in capsys.readouterr().err


def test_bad_settings(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SEND_RATE", "canary")
    assert main(["key", "new", "bot.key"]) == 78
    assert "SEND_RATE" in capsys.readouterr().err


def test_a_plain_file_is_encrypted(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found([FIRST], plain.parent) == {FIRST}
    inode = plain.open("rb")
    assert main(["key", "convert"]) == 0
    assert found([FIRST], plain.parent) == set()
    assert not plain.read_bytes().startswith(b"SQLite format 3")
    assert set(inode.read()) == {0}
    inode.close()
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600
    assert sorted(file.name for file in plain.parent.iterdir()) == ["bot.db", "bot.db.lock", "bot.key"]
    assert "only encryption from the first day is final" in capsys.readouterr().out
    with closing(sqlcipher3.connect(str(plain))) as connection:
        connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
        assert connection.execute(CHATS).fetchall() == [(FIRST,)]
        assert connection.execute("PRAGMA user_version").fetchall() == [(SCHEMA,)]


def test_it_is_encrypted_once(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["key", "convert"]) == 0
    before = plain.read_bytes()
    assert main(["key", "convert"]) == 74
    assert "there is no plain database" in capsys.readouterr().err
    assert plain.read_bytes() == before


def test_not_while_the_bot_works(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with InstanceLock(plain):
        assert main(["key", "convert"]) == 75
    assert "stop it first" in capsys.readouterr().err


def test_not_without_a_key(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_KEY_FILE", "")
    assert main(["key", "convert"]) == 78


def test_not_where_there_is_no_place(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_PATH", "none/bot.db")
    assert main(["key", "convert"]) == 78


def _raise(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("fault", [OSError(28, "full"), StorageError("the encrypted copy is not the same")])
def test_what_fails_before_the_end_leaves_the_file(
    fault: Exception, plain: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(convert, "compare", _raise(fault))
    assert main(["key", "convert"]) == 74
    assert plain.read_bytes().startswith(b"SQLite format 3")
    assert not list(plain.parent.glob("*.encrypting"))


def test_a_copy_that_lacks_a_row_is_not_taken(plain: Path, tmp_path: Path) -> None:
    made_here = tmp_path / "copy.db"
    counts = convert.export(plain, made_here, KEY)
    with pytest.raises(StorageError, match="not the same"):
        convert.compare([*counts, ("more", 1)], made_here, KEY)


def test_what_is_not_there_is_not_wiped(tmp_path: Path) -> None:
    assert not places.wipe(tmp_path / "none")
