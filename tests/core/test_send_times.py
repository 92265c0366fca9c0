"""What an admin types as the moment of a broadcast (A5)."""

from datetime import UTC, datetime

import pytest

from bot.core.seminars.form import FormError, Part
from bot.core.send_times import only_a_time, read_send_time

HOME = "America/New_York"
LATE_DECEMBER = datetime(2026, 12, 28, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("05.01 19:00", datetime(2027, 1, 6, 0, tzinfo=UTC)),
        ("29.12 19:00", datetime(2026, 12, 30, 0, tzinfo=UTC)),
        ("5.1, 19:00 Europe/Moscow", datetime(2027, 1, 5, 16, tzinfo=UTC)),
        ("завтра 19:00", datetime(2026, 12, 30, 0, tzinfo=UTC)),
        ("29.02.2028 19:00", datetime(2028, 3, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(text: str, start: datetime) -> None:
    assert [when.start for when in read_send_time(text, LATE_DECEMBER, HOME)] == [start]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("27.12 19:00", Part.PAST),
        ("01.10 19:00", Part.PAST),
        ("31.02 19:00", Part.TIME),
        ("00.00 19:00", Part.TIME),
        ("19:00", Part.TIME),
        ("05.01", Part.TIME),
        ("", Part.TIME),
        ("05.01 19:00 EST", Part.ZONE),
        ("29.12 25:00", Part.TIME),
    ],
)
def test_what_has_just_passed_never_becomes_a_day_a_year_ahead(text: str, part: Part) -> None:
    with pytest.raises(FormError) as found:
        read_send_time(text, LATE_DECEMBER, HOME)
    assert found.value.part is part


@pytest.mark.parametrize("text", ["завтра 19:00", "05.12 19:00", "2026-12-05 19:00 America/New_York", "05.12 7pm EST"])
def test_a_text_that_is_a_time(text: str) -> None:
    assert only_a_time(text)


@pytest.mark.parametrize(
    "text", ["Встреча 19:00", "завтра 19:00 встречаемся в Zoom", "завтра", "19:00", "Привет", "05.12.2026\n19:00 и ещё"]
)
def test_a_text_that_is_more_than_a_time(text: str) -> None:
    assert not only_a_time(text)
