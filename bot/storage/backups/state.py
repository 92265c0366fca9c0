"""What ``bot check`` asks of the backups: read, never written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.storage.backups.age import AgeEncryptor, BadRecipient
from bot.storage.backups.secure_files import same_disk
from bot.storage.backups.shelf import named, stamp_of


@dataclass(frozen=True)
class BackupsOnDisk:
    """checks.backups.BackupStorage over the real disk."""

    recipients: Sequence[str]

    def recipients_fault(self) -> str:
        """Return what is wrong with the recipients, or nothing."""
        try:
            AgeEncryptor(self.recipients)
        except BadRecipient as fault:
            return str(fault)
        return ""

    def newest(self, folder: Path) -> str:
        """Return the stamp of the newest backup in a folder; empty without one."""
        return max(map(stamp_of, named(folder)), default="")

    def same_disk(self, one: Path, other: Path) -> bool:
        """Return whether two folders lie on one disk."""
        return same_disk(one, other)
