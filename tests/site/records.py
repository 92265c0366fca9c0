"""Records to make a site of."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import resources

from bot.core.faq.topics import Tree, shipped_tree
from bot.core.seminars.recordings import Recording
from bot.core.seminars.seminars import Plan, Seminar, SeminarState, When
from bot.site.records import About, Records
from bot.texts import Texts, read_catalogues

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
ABOUT = About(
    "seminar_bot",
    ("https://example.org/official",),
    ("America/New_York", "Europe/Moscow"),
    "@second_bot",
    "https://mirror.example.org",
    42,
)
TEXTS = Texts(read_catalogues())


def tree(day: date = TODAY) -> Tree:
    """Return the answers of a day."""
    return replace(shipped_tree(resources.files("bot") / "locales"), day=day)


def seminar(number: int, days: int, state: SeminarState = SeminarState.PLANNED, sequence: int = 0) -> Seminar:
    """Return a seminar so many days ahead; its titles have what HTML must not take for its own."""
    when = When(NOW + timedelta(days=days), "2026-12-05T07:00", "America/New_York")
    plan = Plan(when, "Суд <и> «право»", "Court <&> law", "https://youtu.be/abc?a=1&b=2")
    return Seminar(number, plan, NOW, state=state, sequence=sequence)


def records(day: date = TODAY, about: About = ABOUT) -> Records:
    """Return answers, a planned and a cancelled seminar, and one with a recording."""
    told = Recording("https://youtu.be/x", "Кратко <о> главном.\n\nВторое.", "Briefly <b>.\n\nSecond.")
    coming = (seminar(1, 5), seminar(2, 9, SeminarState.CANCELLED, 2))
    return Records(TEXTS, tree(day), about, coming, ((seminar(3, -9), told),))
