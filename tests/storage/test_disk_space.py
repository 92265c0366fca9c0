"""The room of the disk: that of a file, or of the folder alone where a server has the database."""

from pathlib import Path

from bot.storage.disk_space import DiskSpace


def test_without_a_file_the_room_is_known_all_the_same(tmp_path: Path) -> None:
    space = DiskSpace(tmp_path / "bot.db")
    assert space.free() > 0
    assert space.taken() == 0
    space.database.write_bytes(b"x" * 7)
    assert space.taken() == 7
