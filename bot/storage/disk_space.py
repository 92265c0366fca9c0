"""How much room the disk of the database has."""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class DiskSpace:
    """core.health.look.Space: that of the database's folder."""

    database: Path

    def free(self) -> int:
        """Return the bytes that this user may still write; raises OSError."""
        return shutil.disk_usage(self.database.parent).free

    def taken(self) -> int:
        """Return the bytes of the database's file, 0 where it is a server's; raises OSError."""
        return self.database.stat().st_size if self.database.exists() else 0
