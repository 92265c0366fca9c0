"""A plain database with the schema of now and nothing in it: made once a process, since the migrations take long."""

import tempfile
from pathlib import Path

from bot.storage.db.sqlite import open_database
from tests.clock import ManualClock

OWNERS_ONLY = 0o600
_made: list[bytes] = []


async def lay_empty_database(path: Path) -> Path:
    """Write one to the path, which is opened sooner than a new file; return the path. One that is there stays."""
    if not _made:
        with tempfile.TemporaryDirectory() as folder:
            first = Path(folder) / "bot.db"
            await (await open_database(first, None, ManualClock())).close()
            _made.append(first.read_bytes())
    _lay(path, _made[0])
    return path


def _lay(path: Path, content: bytes) -> None:
    if not path.exists():
        path.write_bytes(content)
        path.chmod(OWNERS_ONLY)
