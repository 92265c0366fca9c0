"""S3, R16: the admin learns when a seminar is entered which steps cannot reach everybody in time."""

from datetime import timedelta

import pytest

from bot.core.seminars.reach import REMINDER_SHARE, Shortfall, shortfalls
from bot.core.seminars.seminars import Plan, Seminar, When
from bot.delivery.pace import MAX_REMINDER_SHARE
from tests.clock import START

OFFSETS = (86_400, 3_600, 600, 0)


def seminar(*off: int) -> Seminar:
    begins = START + timedelta(days=3)
    when = When(begins, begins.strftime("%Y-%m-%dT%H:%M"), "UTC")
    return Seminar(1, Plan(when, "Тема", "Topic", "https://youtu.be/abc"), changed=START, steps_off=off)


def test_the_share_is_the_pace_s_own() -> None:
    assert REMINDER_SHARE == MAX_REMINDER_SHARE


@pytest.mark.parametrize(
    ("people", "short"),
    [
        (0, ()),
        (14_400, ()),
        (14_401, (Shortfall(600, 14_400),)),
        (72_001, (Shortfall(3_600, 72_000), Shortfall(600, 14_400))),
    ],
)
def test_s3_a_step_has_until_the_next_one(people: int, short: tuple[Shortfall, ...]) -> None:
    assert shortfalls(seminar(), OFFSETS, people, 30, START) == short


def test_a_step_that_is_off_or_over_is_not_counted() -> None:
    assert shortfalls(seminar(600), OFFSETS, 80_000, 30, START) == ()
    assert shortfalls(seminar(), OFFSETS, 10**9, 30, START + timedelta(days=4)) == ()
    assert shortfalls(seminar(), (), 10**9, 30, START) == ()


def test_without_live_the_last_step_ends_at_the_start() -> None:
    assert shortfalls(seminar(), (600,), 14_401, 30, START) == (Shortfall(600, 14_400),)
