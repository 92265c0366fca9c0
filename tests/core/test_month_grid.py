"""Days, months and minutes of the calendar keyboard: rows, limits, numbers (A5, A9)."""

from datetime import date, datetime, timedelta

import pytest

from bot.core.month_grid import DAYS_AHEAD, Days, first_of, local_time, minute_of, month_of

NOON = datetime(2026, 11, 24, 12, 30)  # noqa: DTZ001 -- local, as the keyboard reads it
DECEMBER = month_of(date(2026, 12, 1))


def test_a_month_begins_on_monday_and_leaves_no_day_out() -> None:
    weeks = Days(NOON).weeks(DECEMBER)
    assert {len(week) for week in weeks} == {7}
    assert weeks[0] == (None, *(date(2026, 12, day) for day in range(1, 7)))
    assert [day for week in weeks for day in week if day] == [date(2026, 12, day) for day in range(1, 32)]
    assert all(day is None or day.weekday() == place for week in weeks for place, day in enumerate(week))


def test_days_that_have_passed_have_no_place() -> None:
    shown = [day for week in Days(NOON).weeks(month_of(NOON.date())) for day in week if day]
    assert shown == [date(2026, 11, day) for day in range(24, 31)]
    assert len(Days(NOON).weeks(month_of(NOON.date()))) == 2


def test_days_end_after_three_years_whichever_is_a_leap_year() -> None:
    days = Days(NOON)
    assert days.last >= date(2029, 11, 24)
    assert days.last == days.today + timedelta(days=DAYS_AHEAD)
    assert [day for week in days.weeks(month_of(days.last)) for day in week if day][-1] == days.last
    assert not days.can(days.last + timedelta(days=1))
    assert not days.can(days.today - timedelta(days=1))


def test_a_forged_month_is_the_nearest_there_is() -> None:
    days = Days(NOON)
    assert days.month(0) == month_of(days.today)
    assert days.month(10**9) == month_of(days.last)
    assert days.month(DECEMBER) == DECEMBER


def test_months_come_twelve_at_a_time_and_all_of_them() -> None:
    days = Days(NOON)
    first, last = month_of(days.today), month_of(days.last)
    pages = {days.page_of(month) for month in range(first, last + 1)}
    assert sorted(month for page in pages for month in page) == list(range(first, last + 1))
    assert days.page_of(DECEMBER) == tuple(range(first, first + 12))
    assert first_of(DECEMBER) == date(2026, 12, 1)


def test_hours_and_minutes_that_are_over_have_no_place() -> None:
    days = Days(NOON)
    assert days.hours(days.today) == (*[None] * 12, *range(12, 24))
    assert days.minutes(days.today, 12) == (*[None] * 7, 35, 40, 45, 50, 55)
    assert days.minutes(days.today, 13) == tuple(range(0, 60, 5))
    tomorrow = days.today + timedelta(days=1)
    assert days.hours(tomorrow) == tuple(range(24))
    assert Days(NOON.replace(minute=55)).hours(days.today)[12] is None


@pytest.mark.parametrize("number", [-1, 0, 1439, 2**40])
def test_a_number_that_is_no_minute_is_no_time(number: int) -> None:
    assert local_time(number) is None


def test_a_minute_is_read_back() -> None:
    assert local_time(minute_of(date(2026, 12, 5), 19 * 60 + 35)) == datetime(2026, 12, 5, 19, 35)  # noqa: DTZ001 -- local
