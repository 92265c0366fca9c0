"""Local times and the moments they mean: gaps, folds, and zones that are nearly right."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.seminars.local_time import BadTime, TimeProblem, coming_moments, find_zone, moments
from bot.core.seminars.zones import places_meant

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
YEARS = 3


def local(text: str) -> datetime:
    """A time as it is typed, without a zone."""
    return datetime.fromisoformat(text)


FIRST, LAST = local("2024-01-01 00:00"), local("2035-01-01 00:00")


def test_a_common_local_time_is_one_moment() -> None:
    assert moments(local("2026-12-05 19:00"), NEW_YORK) == (datetime(2026, 12, 6, 0, 0, tzinfo=UTC),)


def test_a_time_in_a_gap_is_no_moment() -> None:
    assert moments(local("2027-03-14 02:30"), NEW_YORK) == ()


def test_a_time_in_a_fold_is_two_moments_the_earlier_first() -> None:
    first, second = moments(local("2026-11-01 01:30"), NEW_YORK)
    assert first == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert second == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


@given(
    st.datetimes(FIRST, LAST),
    st.sampled_from(["America/New_York", "Europe/Moscow", "Europe/Kyiv", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_every_moment_reads_as_the_local_time_it_was_made_of(typed: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    found = moments(typed, zone)
    assert len(found) <= 2
    assert list(found) == sorted(set(found))
    assert all(moment.astimezone(zone).replace(tzinfo=None) == typed for moment in found)


@given(
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    st.sampled_from(["America/New_York", "Europe/Kyiv", "Australia/Lord_Howe"]),
)
def test_every_moment_is_found_from_its_local_time(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    assert moment in moments(moment.astimezone(zone).replace(tzinfo=None), zone)


@pytest.mark.parametrize("name", ["Nowhere/City", "", "../etc/passwd", "/etc/localtime", "Europe", "a\x00b", "я" * 300])
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(BadTime) as bad:
        find_zone(name)
    assert (bad.value.fault, bad.value.text) == (TimeProblem.ZONE, name)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("America/NewYork", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("new york", "America/New_York"),
        ("Moscow", "Europe/Moscow"),
        ("Europe/Moskow", "Europe/Moscow"),
        ("Europe/Kiyv", "Europe/Kyiv"),
    ],
)
def test_a_mistyped_zone_is_recognised(written: str, meant: str) -> None:
    assert places_meant(written, NOW)[:1] == (meant,)


@pytest.mark.parametrize("written", ["", "   ", "x" * 65, "qqqqqqqq", "🙂"])
def test_what_resembles_no_zone_gets_no_suggestion(written: str) -> None:
    assert places_meant(written, NOW) == ()


def test_only_what_is_still_to_come_is_meant() -> None:
    between = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)
    assert coming_moments(local("2026-11-01 01:30"), NEW_YORK, between, YEARS) == (
        datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (local("2027-03-14 02:30"), TimeProblem.GAP),
        (local("2026-10-01 08:00"), TimeProblem.PAST),
        (local("2026-09-01 08:00"), TimeProblem.PAST),
        (local("0001-01-01 00:00"), TimeProblem.PAST),
        (local("9999-12-31 23:59"), TimeProblem.FAR),
        (local("2030-01-01 00:00"), TimeProblem.FAR),
    ],
)
def test_a_time_that_cannot_be_used_says_why(typed: datetime, fault: TimeProblem) -> None:
    with pytest.raises(BadTime) as bad:
        coming_moments(typed, NEW_YORK, NOW, YEARS)
    assert bad.value.fault is fault
    assert bad.value.text == typed.isoformat(" ", "minutes")


def test_the_last_minute_before_now_is_past_and_the_next_is_not() -> None:
    typed = local("2026-10-01 08:00")
    assert coming_moments(typed, NEW_YORK, NOW - timedelta(minutes=1), YEARS) == (NOW,)
