"""The wizard's questions: what an answer means, back, and the plan at the end (A9)."""

from datetime import UTC, date, datetime

import pytest

from bot.core.seminars.drafts import NO_LINK
from bot.core.seminars.form import FormError, Part
from bot.core.seminars.seminars import TalkLanguage
from bot.core.seminars.wizard import (
    KEEP,
    QUESTIONS,
    Entered,
    Question,
    asked_again,
    checked_moment,
    entered_in,
    plans_of,
    take,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOME = "America/New_York"
ANSWERS = ("Работа", "Work", NO_LINK, "ru+en", "05.12", "19:00", HOME, "90", "youtu.be/abc")


def through(*answers: str, entered: Entered | None = None) -> Entered:
    """Answer one question after another."""
    found = entered or Entered({})
    for text in answers:
        found = take(found, text, NOW, HOME)
    return found


def refused(entered: Entered, text: str) -> Part:
    """Return what is wrong with an answer."""
    with pytest.raises(FormError) as caught:
        take(entered, text, NOW, HOME)
    return caught.value.part


def test_nine_answers_are_a_plan() -> None:
    done = through(*ANSWERS)
    assert done.awaited is None
    (plan,) = plans_of(done, NOW, HOME)
    assert plan.when.start == datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
    assert (plan.when.local, plan.when.zone) == ("2026-12-05T19:00", HOME)
    assert (plan.title_ru, plan.title_en, plan.minutes, plan.talk) == ("Работа", "Work", 90, TalkLanguage.BOTH)
    assert (plan.link, plan.speaker) == ("https://youtu.be/abc", None)


def test_a_speaker_and_no_link() -> None:
    (plan,) = plans_of(through("Работа", "Work", "Jane Doe", "RU", *ANSWERS[4:8], NO_LINK), NOW, HOME)
    assert (plan.speaker, plan.link, plan.talk) == ("Jane Doe", None, TalkLanguage.RU)


def test_what_was_entered_survives_as_text() -> None:
    for many in range(len(ANSWERS) + 1):
        found = through(*ANSWERS[:many])
        assert entered_in(found.packed()) == found
    assert take(through(*ANSWERS), "more", NOW, HOME) == through(*ANSWERS)


def test_back_keeps_the_answers_and_keep_goes_on_with_them() -> None:
    at_zone = through(*ANSWERS[:6])
    assert at_zone.awaited is Question.ZONE
    back = at_zone.back().back()
    assert back.awaited is Question.DAY
    assert back.day == date(2026, 12, 5)
    assert through(KEEP, KEEP, entered=back) == at_zone
    assert Entered({}).back().awaited is QUESTIONS[0]
    assert Entered({}).day is None
    assert through(*ANSWERS).back().awaited is Question.LINK
    assert refused(Entered({}), "") is Part.TITLE_RU


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("завтра", date(2026, 11, 25)),
        ("2026-12-05", date(2026, 12, 5)),
        ("5.12.2026", date(2026, 12, 5)),
        ("5.1", date(2027, 1, 5)),
    ],
)
def test_a_day_is_read_alone(text: str, day: date) -> None:
    found = through(*ANSWERS[:4], text)
    assert (found.day, found.awaited) == (day, Question.TIME)


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("05.12 19:00", "19:00", None),
        ("2026-12-05 7pm", "19:00", None),
        ("2026-12-05 19:00 Europe/Moscow", "19:00", "Europe/Moscow"),
    ],
)
def test_a_whole_moment_answers_the_next_questions_too(text: str, time: str, zone: str | None) -> None:
    found = through(*ANSWERS[:4], text)
    assert found.answers[Question.TIME] == time
    assert found.answers.get(Question.ZONE) == zone
    assert found.awaited is (Question.LENGTH if zone else Question.ZONE)


@pytest.mark.parametrize(
    ("text", "time"), [("19", "19:00"), ("19.30", "19:30"), ("9:05", "09:05"), ("7:15 pm", "19:15")]
)
def test_an_hour_is_read_alone(text: str, time: str) -> None:
    assert through(*ANSWERS[:5], text).answers[Question.TIME] == time


def test_an_hour_may_have_its_zone() -> None:
    assert through(*ANSWERS[:5], "19:00 Europe/Moscow").awaited is Question.LENGTH


@pytest.mark.parametrize(
    ("many", "text", "part"),
    [
        (0, "я" * 121, Part.TITLE_LONG),
        (1, "", Part.TITLE_EN),
        (2, "", Part.SPEAKER),
        (2, "я" * 121, Part.SPEAKER),
        (3, "de", Part.TALK),
        (4, "в четверг", Part.TIME),
        (4, "31.02", Part.TIME),
        (4, "2026-02-31", Part.TIME),
        (5, "вечером", Part.TIME),
        (5, "19:75", Part.TIME),
        (6, "EST", Part.ZONE),
        (7, "долго", Part.LENGTH),
        (7, "1m", Part.LENGTH),
        (8, "не ссылка", Part.LINK),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(many: int, text: str, part: Part) -> None:
    assert refused(through(*ANSWERS[:many]), text) is part


def test_an_abbreviation_is_asked_about_with_its_place() -> None:
    with pytest.raises(FormError) as caught:
        through(*ANSWERS[:6], "EST")
    assert caught.value.hints == (HOME,)


@pytest.mark.parametrize(
    ("day", "time", "part", "question"),
    [
        ("2027-03-14", "02:30", Part.GAP, Question.TIME),
        ("2026-11-23", "19:00", Part.PAST, Question.DAY),
        ("2031-01-01", "19:00", Part.FAR, Question.DAY),
    ],
)
def test_day_time_and_zone_are_checked_together(day: str, time: str, part: Part, question: Question) -> None:
    found = through(*ANSWERS[:4], day, time, HOME)
    error = checked_moment(found, NOW, HOME)
    assert error is not None
    assert error.part is part
    assert asked_again(error) is question
    assert asked_again(FormError(Part.ZONE)) is Question.ZONE
    assert checked_moment(through(*ANSWERS[:6]), NOW, HOME) is None
    assert checked_moment(through(*ANSWERS), NOW, HOME) is None


def test_an_hour_that_comes_twice_is_two_plans() -> None:
    found = through(*ANSWERS[:4], "2027-11-07", "01:30", *ANSWERS[6:])
    first, second = plans_of(found, NOW, HOME)
    assert (second.when.start - first.when.start).total_seconds() == 3600
