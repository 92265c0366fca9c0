"""A refused line put right where nothing is guessed: the rest of it stays as it was typed."""

import pytest

from bot.core.seminars.form import FormError, parse_plan
from bot.core.seminars.mending import length_meant, mended, with_time, with_zone
from tests.core.seminars.seminar_memory import NOW

HOME = "America/New_York"


def refused(line: str) -> FormError:
    """What is wrong with a line."""
    with pytest.raises(FormError) as found:
        parse_plan(line, NOW, HOME)
    return found.value


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("завтра 19:00 MSK | А | B | 90m", "завтра 19:00 Europe/Moscow | А | B | 90m"),
        ("05.12.2026 7pm ET | А | B", "05.12.2026 7pm America/New_York | А | B"),
        ("2026-12-05 19:00 America/NewYork | А | B", "2026-12-05 19:00 America/New_York | А | B"),
        ("2026-12-05 19:00 | А | B | 90", "2026-12-05 19:00 | А | B | 90m"),
        ("2026-12-05 19:00 | А | B | 90 мин", "2026-12-05 19:00 | А | B | 90m"),
        ("2026-12-05 19:00 | А | B | 2 часа", "2026-12-05 19:00 | А | B | 2h"),
        ("2026-12-05 19:00 | А | B | youtu.be/abc | 90m", "2026-12-05 19:00 | А | B | https://youtu.be/abc | 90m"),
    ],
)
def test_m03_what_was_meant_without_a_doubt_is_put_right_and_the_rest_stays(typed: str, better: str) -> None:
    assert mended(typed, refused(typed)) == better
    assert parse_plan(better, NOW, HOME)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-05 19:00 IST | А | B",  # two places
        "2026-12-05 19:00 XYZ | А | B",
        "2026-13-05 19:00 | А | B",
        "2025-12-05 19:00 | А | B",
        "2027-03-14 02:30 | А | B",
        "2026-12-05 19:00 | А",
        "2026-12-05 19:00 | А | B | 9999",
        "2026-12-05 19:00 | А | B | 1.5",
        "2026-12-05 19:00 | А | B | javascript://x",
        "2026-12-05 19:00 | А | B | www.x y",
        "2026-12-05 19:00 | 90 | B | 90",  # which of the two is meant
        "2026-12-05 19:00 | А | B | 90m | 60m",
        "завтра",
    ],
)
def test_m03_nothing_is_guessed(typed: str) -> None:
    assert mended(typed, refused(typed)) is None


def test_m03_only_the_zone_or_the_time_is_replaced() -> None:
    assert with_zone("завтра 7pm MSK | А |  B", "Europe/Moscow") == "завтра 7pm Europe/Moscow | А | B"
    assert with_time("2026-12-05 19:00 | А | B", "завтра 7pm") == "завтра 7pm | А | B"


@pytest.mark.parametrize(("typed", "meant"), [("1h30m", "1h30m"), ("1h15m", "1h15m"), ("2 ч.", "2h"), ("75m", "75m")])
def test_hours_with_minutes_keep_their_minutes(typed: str, meant: str) -> None:
    assert length_meant(typed) == meant
