"""The seminar whose signed-up people a broadcast is for (A3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.locales import Locale

TOLD_AFTER = timedelta(hours=48)
"""So long after its end a seminar's people can be told something: then who chose it is forgotten."""

SEMINARS_OFFERED = 8


@dataclass(frozen=True)
class SignedUp:
    """A seminar as far as a broadcast to its people needs it; ``zone`` is the one it was entered in."""

    seminar: int
    title_ru: str
    title_en: str
    start: datetime
    end: datetime
    zone: str
    planned: bool

    def title(self, locale: Locale) -> str:
        """Return the title in a language."""
        return self.title_ru if locale is Locale.RU else self.title_en

    def open(self, now: datetime) -> bool:
        """Return whether its people can be told: it is not cancelled, and not long over."""
        return self.planned and now < self.end + TOLD_AFTER


def offered(seminars: list[SignedUp], now: datetime) -> list[SignedUp]:
    """Return the first few to choose from: those to come, the soonest first, then those over, the last first."""
    coming = sorted((each for each in seminars if each.end > now), key=lambda each: each.start)
    over = sorted((each for each in seminars if each.end <= now), key=lambda each: each.end, reverse=True)
    return [*coming, *over][:SEMINARS_OFFERED]
