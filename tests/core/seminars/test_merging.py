"""S4: which seminars' steps are told together, and the texts for every choice among them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind, NewMailing
from bot.core.seminars.merging import MAX_OTHER_SEMINARS, beside, joint_texts
from bot.core.seminars.reminders import QueueDue
from bot.core.seminars.seminars import Seminar
from tests.clock import ManualClock
from tests.core.seminars.seminar_memory import NOW, Bell, MemorySeminars, Rendered, RenderedJoint, seminar
from tests.core.seminars.test_reminders import OFFSETS, MemoryLadder

DAY = 86400
START = NOW + timedelta(days=11)
STEP = NewMailing(MailingKind.STEP, START - timedelta(days=1), START, seminar=1, step=DAY)


def after(minutes: float, number: int = 2, **fields: object) -> Seminar:
    """A seminar that begins so much later than the first."""
    return replace(seminar(START + timedelta(minutes=minutes)), id=number, **fields)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(("minutes", "merged"), [(0, True), (60, True), (90, True), (90.1, False), (-60, False)])
def test_the_later_of_two_within_ninety_minutes_is_merged(minutes: float, merged: bool) -> None:
    first, second = seminar(), after(minutes)
    assert beside(STEP, first, [first, second]) == ((second,) if merged else ())


def test_of_two_at_once_one_names_the_other_and_not_back() -> None:
    first, second = seminar(), after(0)
    assert beside(STEP, second, [first, second]) == ()


@pytest.mark.parametrize("due", [replace(STEP, step=3600), replace(STEP, kind=MailingKind.ANNOUNCEMENT)])
def test_shorter_steps_and_announcements_are_never_merged(due: NewMailing) -> None:
    assert beside(due, seminar(), [seminar(), after(30)]) == ()


def test_one_that_will_not_have_the_step_is_not_named() -> None:
    off = after(30, steps_off=(DAY,))
    moved_late = after(30, changed=START - timedelta(days=1) + timedelta(minutes=31))
    assert beside(STEP, seminar(), [off, moved_late]) == ()


def test_not_more_than_a_screen_holds() -> None:
    many = [after(10 * number, number) for number in range(2, 7)]
    assert beside(STEP, seminar(), many) == tuple(many[:MAX_OTHER_SEMINARS])


def test_every_choice_has_its_text() -> None:
    found = joint_texts(RenderedJoint(), seminar(), [after(30), after(60, 3)], DAY)
    marks = {variant.joint: content.text for variant, content in found.items()}
    assert marks == {1: "1+2", 2: "1+3", 3: "1+2+3"}
    assert set(found) == {Variant(Locale.RU, joint=mark) for mark in (1, 2, 3)}


async def test_a_tick_queues_the_step_with_those_beside_it() -> None:
    rows, kept, words = MemorySeminars({1: seminar(), 2: after(60, revision=3)}), MemoryLadder(), RenderedJoint()
    clock = ManualClock(START - timedelta(days=1))
    queue = QueueDue(rows, kept, Rendered(), clock, Bell(), OFFSETS, words)
    await queue()
    assert {(each.seminar, each.step): each.beside for each in kept.mailings}[1, DAY] == ((2, 3),)
    assert words.asked == [((1, 2), DAY)]
