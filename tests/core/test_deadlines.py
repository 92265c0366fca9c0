"""Calendar counts and days as people write them."""

from datetime import date

import pytest

from bot.core.deadlines import Count, count_from, plausible, read_day


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


@pytest.mark.parametrize(
    "text",
    ["5 марта 2026", "05.03.2026", "2026-03-05", " 5  МАРТА 2026 года", "Mar 5 2026", "5 March 2026", "5.3.2026"],
)
def test_a_day_is_read(text: str) -> None:
    assert read_day(text) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 мая 2026", 5),
        ("1 май 2026", 5),
        ("1 мар 2026", 3),
        ("1 may 2026", 5),
        ("1 янв. 2026", 1),
        ("1 августа 2026", 8),
        ("1 июн 2026", 6),
    ],
)
def test_months_have_their_names(text: str, month: int) -> None:
    assert read_day(text) == date(2026, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 марта",
        "31.02.2026",
        "2026-13-01",
        "5 мартобря 2026",
        "я приехал 5 марта 2026",
        "05.12 19:00",
        "0000-01-01",
    ],
)
def test_anything_else_is_no_day(text: str) -> None:
    assert read_day(text) is None


def test_a_day_must_have_come_and_not_too_long_ago() -> None:
    today = date(2026, 11, 24)
    assert plausible(today, today)
    assert not plausible(date(2026, 11, 25), today)
    assert not plausible(date(1990, 1, 1), today)
