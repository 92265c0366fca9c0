"""Telegram's time from what its answers show, the silences, and the cards that were drawn (R15)."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.drawn_cards import DrawnCards
from bot.core.telegram_time import FRESH, TelegramTime, parse_date_header
from tests.clock import START, ManualClock

ADMIN, CARD = 9001, 7


def seconds(number: float) -> timedelta:
    """So many."""
    return timedelta(seconds=number)


def test_the_machines_clock_does_not_matter_once_a_header_has_come() -> None:
    clock = ManualClock(START)
    time = TelegramTime(clock)
    assert time.now() == START
    assert time.skew() is None
    time.heard(START - seconds(330))
    assert time.skew() == pytest.approx(330)
    clock.forward(seconds=100)
    assert time.now() == START - seconds(230)
    clock.set(START + timedelta(days=10))
    assert time.now() == START - seconds(230)
    assert time.fresh(START - seconds(230) - FRESH)
    assert not time.fresh(START - seconds(231) - FRESH)


def test_a_header_that_came_late_puts_no_clock_back() -> None:
    clock = ManualClock(START)
    time = TelegramTime(clock)
    time.heard(START)
    clock.forward(seconds=50)
    time.heard(START + seconds(20))
    assert time.now() == START + seconds(50)


def test_the_newest_message_counts_as_a_header_does() -> None:
    time = TelegramTime(ManualClock(START))
    time.heard(START - seconds(900))
    time.shown(START - seconds(10))
    assert time.now() == START - seconds(10)


def test_a_message_of_next_week_shows_no_time() -> None:
    time = TelegramTime(ManualClock(START))
    time.heard(START)
    time.shown(START + timedelta(days=7))
    assert time.now() == START


def test_without_any_header_an_old_message_is_not_its_own_measure() -> None:
    time = TelegramTime(ManualClock(START))
    time.shown(START - seconds(600))
    assert not time.fresh(START - seconds(600))
    time.shown(START + seconds(900))
    assert not time.fresh(START + seconds(500))


def test_a_wrong_header_counts_for_an_hour_at_most() -> None:
    clock = ManualClock(START)
    time = TelegramTime(clock)
    time.heard(START + timedelta(days=1))
    for _ in range(65):
        clock.forward(minutes=1)
        time.heard(clock.now())
    assert abs(time.now() - clock.now()) < seconds(1)


def test_after_a_long_silence_the_last_header_still_counts() -> None:
    clock = ManualClock(START)
    time = TelegramTime(clock)
    time.heard(START - seconds(330))
    clock.forward(hours=5)
    assert time.skew() == pytest.approx(330)


def test_a_minute_without_an_answer_is_a_silence() -> None:
    clock = ManualClock(START)
    time = TelegramTime(clock)
    time.heard(START)
    time.asks()
    for pause in (30, 60):
        clock.forward(seconds=pause)
        time.asks()
        time.listened()
        assert time.listening_since == float("-inf")
    clock.forward(seconds=61)
    time.listened()
    assert time.listening_since == clock.monotonic()


def test_a_machine_that_slept_was_silent_too() -> None:
    clock = ManualClock(START)
    time = TelegramTime(clock)
    time.heard(START)
    time.asks()
    clock.forward(seconds=1)
    time.heard(START + timedelta(minutes=10))
    time.listened()
    assert time.listening_since == clock.monotonic()


@pytest.mark.parametrize("header", ["", "x", "Tue, 24 Nov 20266666666 12:00:00 GMT", "Tue, 99 Nov 2026 12:00:00 GMT"])
def test_what_is_no_date_is_none(header: str) -> None:
    assert parse_date_header(header) is None


def test_a_date_header_is_read() -> None:
    assert parse_date_header("Tue, 24 Nov 2026 12:00:00 GMT") == datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert parse_date_header("Tue, 24 Nov 2026 12:00:00 -0000") == datetime(2026, 11, 24, 12, tzinfo=UTC)


def desk() -> tuple[ManualClock, TelegramTime, DrawnCards]:
    """A clock that is right, and a bot that listens."""
    clock = ManualClock(START)
    time = TelegramTime(clock)
    time.heard(START)
    time.asks()
    return clock, time, DrawnCards(time, clock, frozenset({ADMIN}), most=3)


def test_only_a_card_of_this_process_gives_orders_and_for_five_minutes() -> None:
    clock, _, cards = desk()
    assert not cards.ordered(ADMIN, CARD, START)
    cards.draw(ADMIN, CARD, START)
    assert cards.ordered(ADMIN, CARD, START)
    assert not cards.ordered(ADMIN, CARD + 1, START)
    assert not cards.ordered(ADMIN, CARD, START - seconds(1))
    clock.forward(seconds=301)
    assert not cards.ordered(ADMIN, CARD, START)
    cards.draw(ADMIN, CARD, clock.now())
    assert cards.ordered(ADMIN, CARD, clock.now())


def test_after_a_silence_only_what_is_drawn_anew() -> None:
    clock, time, cards = desk()
    cards.draw(ADMIN, CARD, START)
    clock.forward(seconds=61)
    time.listened()
    assert not cards.ordered(ADMIN, CARD, START)
    cards.draw(ADMIN, CARD, clock.now())
    assert not cards.ordered(ADMIN, CARD, START)
    assert cards.ordered(ADMIN, CARD, clock.now())


def test_nobody_else_is_remembered_and_only_so_many_cards() -> None:
    _, _, cards = desk()
    cards.draw(ADMIN + 1, CARD, START)
    assert not cards.ordered(ADMIN + 1, CARD, START)
    for number in range(5):
        cards.draw(ADMIN, number, START)
        cards.redraw(ADMIN, number)
    assert [cards.ordered(ADMIN, number, START) for number in range(5)] == [False, False, True, True, True]


def test_taps_that_waited_together_redraw_a_card_once() -> None:
    clock, time, cards = desk()
    assert [cards.redraw(ADMIN, CARD), cards.redraw(ADMIN, CARD), cards.redraw(ADMIN, CARD + 1)] == [True, False, True]
    clock.forward(seconds=31)
    assert cards.redraw(ADMIN, CARD)
    clock.forward(seconds=61)
    time.listened()
    assert cards.redraw(ADMIN, CARD)
