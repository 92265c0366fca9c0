"""Tells the admins that the database was moved away under the running bot (R18)."""

from dataclasses import dataclass
from typing import Protocol

from bot.handlers.admin.notices import AdminNotices


class Watch(Protocol):
    """storage.file_watch.FileWatch."""

    moved: bool

    async def __call__(self) -> None:
        """Look."""
        ...


@dataclass
class FileNotices:
    """Run by a tick: looks, and tells once of every change."""

    admin_notices: AdminNotices
    watch: Watch
    _told: bool = False

    async def __call__(self) -> None:
        """Look and tell."""
        await self.watch()
        if self.watch.moved != self._told and await self.admin_notices.tell(
            "files-moved" if self.watch.moved else "files-back"
        ):
            self._told = self.watch.moved
