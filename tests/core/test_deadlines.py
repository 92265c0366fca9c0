"""Calendar counts."""

from datetime import date

import pytest

from bot.core.deadlines import Count, count_from, plausible


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 3, 5), date(2027, 3, 5)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2025, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_year_from_the_arrival(start: date, end: date) -> None:
    assert count_from(Count.ARRIVAL, start).days == (end,)


def test_days_from_the_receipt() -> None:
    assert count_from(Count.RECEIPT, date(2026, 1, 1)).days == (date(2026, 5, 31), date(2026, 6, 30))


def test_a_day_must_have_come_and_not_too_long_ago() -> None:
    today = date(2026, 11, 24)
    assert plausible(today, today)
    assert not plausible(date(2026, 11, 25), today)
    assert not plausible(date(1990, 1, 1), today)


def test_m07_a_count_knows_whether_a_day_of_it_is_ahead() -> None:
    counted = count_from(Count.RECEIPT, date(2026, 1, 1))
    assert counted.coming(date(2026, 6, 29))
    assert not counted.coming(date(2026, 6, 30))
