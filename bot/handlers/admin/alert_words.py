"""The words of an alert: what is wrong, what it means for people, and what to do; or one line of each for several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.health.alerts import Alert, Saying
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.core.mailings.mailings import Lane
from bot.core.pagination import GAP
from bot.handlers.ui.screens import Words
from bot.texts import Argument, Safe

MEGABYTE = 1024 * 1024

Worded = tuple[str, dict[str, Argument]]
"""The key of a text, and its arguments."""


class Backing(Protocol):
    """How the daily backup fares."""

    async def last_goes(self) -> datetime | None:
        """Return when the last backup will be too old; None without one."""
        ...


class Files(Protocol):
    """storage.file_watch.FileWatch."""

    moved: bool


@dataclass(frozen=True)
class AlertWords:
    """Chooses the text of each trouble."""

    vitals: Vitals
    files: Files
    backing: Backing

    async def whole(self, alert: Alert) -> Worded:
        """Return the key and the arguments of a message about one trouble."""
        if alert.saying is Saying.OVER:
            return f"alerts-over-{alert.trouble}", {}
        match alert.trouble:
            case Trouble.DATABASE:
                return ("alerts-database-moved" if self.files.moved else "alerts-database-unwritable"), {}
            case Trouble.BACKUP:
                return await self._backup()
            case Trouble.CLOCK | Trouble.DISK | Trouble.BACKLOG:
                return self._measured(alert.trouble)
            case trouble:
                return f"alerts-wrong-{trouble}", {}

    async def _backup(self) -> Worded:
        goes = await self.backing.last_goes()
        if goes is None:
            return "alerts-backups-none-left", {}
        return "alerts-backups-failing", {"day": f"{goes:%Y-%m-%d}"}

    def _measured(self, trouble: Trouble) -> Worded:
        measures = self.vitals.measures
        if trouble is Trouble.DISK:
            return "alerts-disk-full", {"megabytes": (measures.disk_free or 0) // MEGABYTE}
        if trouble is Trouble.BACKLOG:
            return "alerts-backlog-waits", {"minutes": self._waited()}
        ahead = measures.clock_ahead or 0.0
        key = "alerts-clock-ahead" if ahead > 0 else "alerts-clock-behind"
        return key, {"minutes": max(1, round(abs(ahead) / 60))}

    def several(self, words: Words, alerts: Sequence[Alert]) -> str:
        """Return the text of a message about several: a line each, what is wrong before what is over."""
        wrong = [alert for alert in alerts if alert.saying is Saying.WRONG]
        over = [alert for alert in alerts if alert.saying is not Saying.WRONG]
        parts = []
        if wrong:
            parts.append(words("alerts-several-wrong", lines=self._lines(words, wrong)))
        if over:
            parts.append(words("alerts-several-over", lines=self._lines(words, over)))
        if wrong:
            parts.append(words("alerts-several-where"))
        return GAP.join(parts)

    def _lines(self, words: Words, alerts: Sequence[Alert]) -> Safe:
        return Safe("\n".join(words(f"alerts-line-{alert.trouble}") for alert in alerts))

    def _waited(self) -> int:
        """Return for how many minutes the oldest has waited: a late reminder before anything else."""
        due = self.vitals.measures.due
        late = [due[Lane.REMINDER]] if Lane.REMINDER in due else due.values()
        seconds = max((each.seconds for each in late), default=0.0)
        return round(seconds / 60)
