"""M3, B05, B06: only a place is obeyed; for anything else the place that is meant is named, with the offset written."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.seminars.form import FormError, Part, parse_plan, parse_when
from bot.core.seminars.one_line import one_line
from bot.core.seminars.zones import place, places_meant

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SUMMER = datetime(2027, 7, 5, 19)  # noqa: DTZ001 -- local, as typed
WINTER = datetime(2026, 12, 5, 19)  # noqa: DTZ001 -- as above
NO_PLACES = ["EST", "MST", "HST", "EST5EDT", "Etc/GMT+5", "Etc/UTC", "GMT", "Factory", "localtime", "posixrules", "GB"]
NO_PLACES += ["posix/America/New_York", "right/Europe/Moscow", "US/Eastern", "MSK", "W-SU", "", "../etc/passwd"]


@pytest.mark.parametrize("name", NO_PLACES)
def test_b06_a_name_that_is_no_place_is_not_obeyed(name: str) -> None:
    assert place(name) is None
    with pytest.raises(FormError):
        parse_when(f"2027-07-05 19:00 {name or 'x'}", NOW)


@pytest.mark.parametrize("name", ["America/New_York", "Europe/Moscow", "UTC", "America/Argentina/Buenos_Aires"])
def test_a_place_is(name: str) -> None:
    assert place(name) == ZoneInfo(name)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("EST", "America/New_York"),
        ("EDT", "America/New_York"),
        ("ET", "America/New_York"),
        ("Нью-Йорк", "America/New_York"),
        ("NYC", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("MSK", "Europe/Moscow"),
        ("МСК", "Europe/Moscow"),
        ("Москва", "Europe/Moscow"),
        ("Kazakhstan", "Asia/Almaty"),
        ("america/new_york", "America/New_York"),
        ("Europe/Mosow", "Europe/Moscow"),
        ("Moscow", "Europe/Moscow"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_m03_b05_the_place_that_is_meant_is_named(written: str, first: str) -> None:
    assert places_meant(written, SUMMER)[0] == first


@pytest.mark.parametrize("local", [SUMMER, WINTER])
@pytest.mark.parametrize("hours", range(-10, 13))
@pytest.mark.parametrize("form", ["GMT{}", "UTC{}", "Etc/GMT{}"])
def test_b05_no_hint_has_another_offset_than_what_people_mean(form: str, hours: int, local: datetime) -> None:
    hints = places_meant(form.format(f"{hours:+d}"), local)
    assert all(ZoneInfo(hint).utcoffset(local) == timedelta(hours=hours) for hint in hints)
    assert hours not in {3, -5} or hints


@pytest.mark.parametrize("written", ["Factory", "localtime", "abracadabra", "x" * 65, ""])
def test_b05_no_hint_is_better_than_a_wrong_one(written: str) -> None:
    assert places_meant(written, SUMMER) == ()


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("2026-12-05 19:00", "2026-12-05T19:00"),
        ("05.12.2026 19:00", "2026-12-05T19:00"),
        ("5.12.2026 19.00", "2026-12-05T19:00"),
        ("05.12.2026 в 19:00", "2026-12-05T19:00"),
        ("завтра 19:00", "2026-12-01T19:00"),
        ("Завтра 7pm", "2026-12-01T19:00"),
        ("tomorrow 7 PM", "2026-12-01T19:00"),
        ("2026-12-05 12am", "2026-12-05T00:00"),
        ("2026-12-05 12:30 p.m.", "2026-12-05T12:30"),
    ],
)
def test_a9_a_time_is_read_as_people_write_it_and_without_a_zone_is_the_admins(typed: str, local: str) -> None:
    (when,) = parse_when(typed, NOW, "America/New_York")
    assert (when.local, when.zone) == (local, "America/New_York")
    (there,) = parse_when(f"{typed} Europe/Moscow", NOW, "America/New_York")
    assert (there.local, there.zone) == (local, "Europe/Moscow")


@pytest.mark.parametrize(
    "typed", ["2026-13-05 19:00", "31.02.2027 19:00", "5.12.2026 7:00", "2026-12-05 13pm", "soon 19:00"]
)
def test_what_is_no_time_is_refused_as_such(typed: str) -> None:
    with pytest.raises(FormError) as refused:
        parse_when(typed, NOW, "America/New_York")
    assert refused.value.part is Part.TIME


def test_p8_what_telegram_would_refuse_is_too_far() -> None:
    parse_when("2029-12-01 19:00", NOW, "UTC")
    with pytest.raises(FormError) as refused:
        parse_when("2029-12-31 19:00", NOW, "UTC")
    assert refused.value.text == "2029-12-31 19:00"


JUDGE, FAMILY = "\U0001f469\u200d\u2696\ufe0f", "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize("emoji", [JUDGE, FAMILY, ENGLAND, "\U0001f1fa\U0001f1f8", "\u270a\U0001f3fd"])
def test_b09_joined_emoji_stay_whole(emoji: str) -> None:
    (plan,) = parse_plan(f"2026-12-05 19:00 | {emoji} Суд | {emoji} Court", NOW, "America/New_York")
    assert (plan.title_ru, plan.title_en) == (f"{emoji} Суд", f"{emoji} Court")


def test_b09_what_nobody_sees_is_dropped() -> None:
    assert one_line("a\u200db\u202e \u2066c\u2069\ufeff\n d\u00ad") == "ab c d"
