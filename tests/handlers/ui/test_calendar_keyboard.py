"""The calendar keyboard: every day of three years in both languages, three taps for the next sixty (A5, A9)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.locales import Locale
from bot.core.month_grid import Days, local_time
from bot.handlers.broadcasts.send_calendar import SendCalendar
from bot.handlers.ui.calendar_keyboard import CalendarKeyboard, View
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES
from bot.handlers.ui.screens import Row, Words
from bot.texts import Texts, read_catalogues

TEXTS = Texts(read_catalogues())
SOON_DAYS = 60
SOON_TAPS = 3

Place = tuple[View, int]
"""A view of the keyboard and its number."""


def keyboard(locale: Locale, now: datetime) -> CalendarKeyboard:
    """The keyboard of a broadcast with the longest number there is."""

    def target(view: View, at: int) -> SendCalendar:
        return SendCalendar(lang=locale, mailing=2**63 - 1, view=view, at=at)

    return CalendarKeyboard(Words(TEXTS, locale), Days(now), target)


def targets(rows: tuple[Row, ...]) -> Iterator[Place]:
    """Where the buttons lead."""
    for row in rows:
        for button in row:
            data = button.callback_data or ""
            assert button.text.strip()
            assert len(data.encode()) <= CALLBACK_DATA_BYTES
            found = SendCalendar.unpack(data)
            yield found.view, found.at


def taps_to_days(drawn: CalendarKeyboard, most: int) -> dict[date, int]:
    """Tap everything from the first screen on; return in how many taps each day is reached."""
    found: dict[date, int] = {}
    seen: set[Place] = set()
    front: list[Place] = [(View.MONTH, 0)]
    for taps in range(1, most + 1):
        after: list[Place] = []
        for view, at in front:
            rows = drawn.months(at) if view is View.MONTHS else drawn.month(at)
            for place in targets(rows):
                if place[0] is View.HOURS and (local := local_time(place[1])):
                    found.setdefault(local.date(), taps)
                elif place[0] in (View.MONTH, View.MONTHS) and place not in seen:
                    seen.add(place)
                    after.append(place)
        front = after
    return found


@pytest.mark.parametrize("locale", Locale)
@given(day=st.dates(date(2026, 1, 1), date(2040, 12, 31)), hour=st.integers(0, 23))
@example(day=date(2026, 12, 31), hour=23)
@example(day=date(2027, 1, 31), hour=0)
@example(day=date(2028, 2, 29), hour=12)
def test_any_day_of_the_next_sixty_is_three_taps_away_and_none_has_passed(locale: Locale, day: date, hour: int) -> None:
    found = taps_to_days(keyboard(locale, datetime.combine(day, time(hour))), SOON_TAPS)
    soon = {day + timedelta(days=ahead) for ahead in range(SOON_DAYS + 1)}
    assert soon <= found.keys()
    assert min(found) == day


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2026, 12, 31), date(2028, 2, 29)])
def test_every_day_of_three_years_is_reached_and_no_other(locale: Locale, day: date) -> None:
    days = Days(datetime.combine(day, time(12)))
    found = taps_to_days(keyboard(locale, days.now), 40)
    assert sorted(found) == [day + timedelta(days=ahead) for ahead in range((days.last - day).days + 1)]
    assert days.last >= date(day.year + 3, day.month, min(day.day, 28))


@pytest.mark.parametrize("locale", Locale)
def test_every_hour_and_every_fifth_minute_to_come_has_a_button(locale: Locale) -> None:
    now = datetime(2026, 11, 24, 12, 31)  # noqa: DTZ001 -- local, as the keyboard reads it
    drawn = keyboard(locale, now)
    hours = [local_time(at) for view, at in targets(drawn.hours(now.date())) if view is View.MINUTES]
    assert [at.hour for at in hours if at] == list(range(12, 24))
    minutes = [local_time(at) for view, at in targets(drawn.minutes(now.date(), 12)) if view is View.CHOSEN]
    assert [at.minute for at in minutes if at] == [35, 40, 45, 50, 55]
    back = {view for view, _ in targets(drawn.minutes(now.date(), 12))}
    assert {View.HOURS, View.MONTH} <= back


def test_the_week_begins_on_monday_in_both_languages() -> None:
    now = datetime(2026, 11, 24, 12)  # noqa: DTZ001 -- local
    names = [[button.text for button in keyboard(locale, now).month(0)[1]] for locale in Locale]
    assert names == [["пн", "вт", "ср", "чт", "пт", "сб", "вс"], ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]]
    assert [button.text for button in keyboard(Locale.RU, now).month(0)[0]] == ["ноябрь 2026"]
    assert [button.text for button in keyboard(Locale.RU, now).month(0)[-1]] == ["–", "»"]
    assert [button.text for button in keyboard(Locale.RU, now).month(0)[2]][:3] == ["–", "·24", "25"]
