"""What ``check`` says of where the database and the key lie: who may read them, what goes together, how much room."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.checks.place import MIB, Place, place_findings


@dataclass(frozen=True)
class Disks:
    """All on one disk, or each on its own."""

    one: bool = False

    def same_disk(self, one: Path, other: Path) -> bool:
        """Return what was said."""
        return self.one


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A database and a key, each in a folder of its own, readable for their user alone."""
    found = Place(tmp_path / "home" / "bot.db", tmp_path / "stick" / "bot.key", tmp_path / "backups")
    for path in (found.database, found.key):
        assert path
        path.parent.mkdir(mode=0o700)
        path.write_bytes(b"x")
        path.chmod(0o600)
    return found


def said(place: Place, *, one: bool = False) -> list[tuple[str, str, int]]:
    """Return what is found but the room."""
    found = place_findings(place, Disks(one))
    return [(each.about, each.words, each.code) for each in found if each.about != "disk"]


def test_a_key_elsewhere_and_files_of_ones_own_are_no_news(place: Place) -> None:
    assert said(place) == []


def test_a_key_that_others_may_read(place: Place) -> None:
    assert place.key
    place.key.chmod(0o640)
    assert said(place) == [("key", f"others on this machine may read DATABASE_KEY_FILE: chmod 600 {place.key}", 78)]


def test_a_secret_of_a_swarm_may_be_read_by_everybody_in_the_container(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.key
    monkeypatch.setattr("bot.checks.place.READ_IN_A_CONTAINER", place.key.parent)
    place.key.chmod(0o444)
    assert said(place) == []


def test_a_key_that_goes_where_the_database_or_the_backups_go(place: Place) -> None:
    assert "on the disk of the database" in said(place, one=True)[0][1]
    assert place.key
    beside = place.key.rename(place.database.parent / "bot.key")
    assert "beside the database" in said(Place(place.database, beside))[0][1]
    ((about, words, code),) = said(Place(place.database, beside, place.database.parent))[1:]
    assert (about, code) == ("key", 78)
    assert "it lies in BACKUP_DIR" in words


def test_a_database_that_others_may_read_or_turn(place: Place, tmp_path: Path) -> None:
    log = place.database.with_name("bot.db-wal")
    log.touch(0o644)
    ((about, words, code),) = said(place)
    assert (about, words.partition("chmod")[2], code) == ("database", f" 600 {log}", 0)
    log.unlink()
    link = tmp_path / "home" / "link.db"
    link.symlink_to(place.database)
    assert "DATABASE_PATH is a link" in said(Place(link))[0][1]
    place.database.parent.chmod(0o777)
    assert said(place)[0][2] == 74


@pytest.mark.parametrize(
    ("free", "size", "code", "words"),
    [
        (1000, 1, 0, "1000 MB are free"),
        (1000, 400, 0, "less than three times its size"),
        (1000, 1001, 74, "make room"),
        (199, 1, 74, "make room"),
    ],
)
def test_the_room_that_is_left(
    free: int, size: int, code: int, words: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with place.database.open("wb") as file:
        file.truncate(size * MIB)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free * MIB))
    (found,) = (each for each in place_findings(place, Disks()) if each.about == "disk")
    assert words in found.words
    assert found.code == code


def test_what_is_not_there_is_not_looked_at(tmp_path: Path) -> None:
    assert list(place_findings(Place(tmp_path / "none" / "bot.db", tmp_path / "none.key"), Disks())) == []


def test_a_site_that_cannot_be_written_or_that_a_web_server_cannot_reach(place: Place, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "site"
    words = f"SITE_DIR cannot be written: make {nowhere.parent}, and give it to this user"
    assert said(replace(place, site=nowhere)) == [("site", words, 78)]
    words = f"{tmp_path} holds something else than a site of this bot: name another"
    assert ("site", words, 78) in said(replace(place, site=tmp_path, site_taken=True))
    beside = place.database.parent / "site"
    words = f"a web server of another user cannot reach SITE_DIR through {beside.parent}: put it elsewhere"
    assert said(replace(place, site=beside)) == [("site", words, 0)]
    assert said(replace(place, site=Path("/tmp/site"))) == []  # noqa: S108 -- everybody reaches it, and nothing is written
