"""A site is put in its place whole, or not at all."""

import os
from pathlib import Path

import pytest

from bot.site import writing
from bot.site.writing import NotASite, is_taken, write_site

FILES = {"index.html": b"one", "ru/a.html": b"two"}


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_is_made_replaced_and_left_alone_when_nothing_has_changed(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert write_site(folder, FILES)
    assert not write_site(folder, FILES)
    assert write_site(folder, {"index.html": b"three"})
    assert names(folder) == [".seminar-bot-site", "index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_everybody_may_read_it_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_site(tmp_path / "site", FILES)
    finally:
        os.umask(before)
    assert (tmp_path / "site" / "ru").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "site" / "ru" / "a.html").stat().st_mode & 0o777 == 0o644


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"mine")
    with pytest.raises(NotASite):
        write_site(tmp_path, FILES)
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(NotASite):
        write_site(tmp_path / "link", FILES)
    assert names(tmp_path) == ["photo.jpg"]
    assert is_taken(tmp_path) and not is_taken(tmp_path / "none")


def test_a_folder_nobody_may_look_into_is_not_called_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", no)
    assert not is_taken(tmp_path)


def test_what_others_put_into_a_site_is_not_deleted_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_site(folder, FILES)
    for mine in (folder / "ru" / "mine.txt", folder / "pipe"):
        mine.write_bytes(b"mine") if mine.suffix else os.mkfifo(mine)
        with pytest.raises(NotASite):
            write_site(folder, {"index.html": b"three"})
        assert mine.exists()
        mine.unlink()
    assert write_site(folder, {"index.html": b"three"})


def test_where_two_folders_cannot_beexchanged_it_takes_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path / "site", FILES)
    monkeypatch.setattr(writing, "exchanged", lambda *_: False)
    assert write_site(tmp_path / "site", {"b.html": b"new"})
    assert names(tmp_path) == ["site/.seminar-bot-site", "site/b.html"]


def test_a_disk_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path / "site", FILES)

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_site(tmp_path / "site", {"b.html": b"new"})
    assert names(tmp_path) == ["site/.seminar-bot-site", "site/index.html", "site/ru/a.html"]


def test_what_a_killed_build_has_left_goes_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "[site]"
    write_site(folder, FILES)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr("os.fsync", killed)
        dying.setattr("shutil.rmtree", lambda *_, **__: None)
        for number in range(3):
            with pytest.raises(KeyboardInterrupt):
                write_site(folder, {"index.html": str(number).encode()})
    assert len(list(tmp_path.iterdir())) == 4
    (tmp_path / ".[site].mine").mkdir()
    assert write_site(folder, {"index.html": b"four"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".[site].mine", "[site]"]


def test_killed_between_two_renames_the_site_is_back_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    seen: list[list[str]] = []
    write_site(folder, FILES)
    folder.rename(tmp_path / ".site.half-written-site.x.old")
    monkeypatch.setattr("os.fsync", lambda _: seen.append(names(folder)))  # where a reader looks in between
    assert write_site(folder, {"index.html": b"new"})
    assert seen[0] == [".seminar-bot-site", "index.html", "ru/a.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_folders_cannot_be_locked_nothing_is_cleared_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("fcntl.flock", refused)
    (tmp_path / ".site.half-written-site.y").mkdir()
    assert write_site(tmp_path / "site", FILES)
    assert len(list(tmp_path.iterdir())) == 2
