"""A seminar entered step by step: what was entered so far, and what an answer to each question means (A9).

A tap sends the text a person would have typed, so that both are read in one place, by the one-line form's own rules.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.core.seminars.drafts import NO_LINK
from bot.core.seminars.form import (
    TITLE_SIGNS,
    FormError,
    Part,
    hour_written,
    parse_when,
    read_minutes,
    read_speaker,
    split_when,
)
from bot.core.seminars.mending import length_meant, link_meant
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import Plan, TalkLanguage
from bot.core.seminars.typed_time import hour_alone, read_day
from bot.core.seminars.zones import place, places_meant

KEEP = "="
"""What a tap sends that leaves an answer as it is; nobody types it as one."""


class Question(StrEnum):
    """What the wizard asks, in its order."""

    TITLE_RU = "ru"
    TITLE_EN = "en"
    SPEAKER = "speaker"
    TALK = "talk"
    DAY = "day"
    TIME = "time"
    ZONE = "zone"
    LENGTH = "length"
    LINK = "link"

    @property
    def number(self) -> int:
        """Which question it is, from 1."""
        return QUESTIONS.index(self) + 1


QUESTIONS = tuple(Question)


@dataclass(frozen=True)
class Entered:
    """The answers so far, as they would be typed, and the question that waits; None awaits nothing more."""

    answers: Mapping[Question, str]
    awaited: Question | None = Question.TITLE_RU

    def packed(self) -> str:
        """Return it as the step of a conversation: a JSON object."""
        kept = {
            "?": self.awaited.value if self.awaited else "",
            **{key.value: text for key, text in self.answers.items()},
        }
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    @property
    def day(self) -> date | None:
        """The chosen day."""
        return date.fromisoformat(self.answers[Question.DAY]) if Question.DAY in self.answers else None

    def back(self) -> "Entered":
        """Return it at the question before; the first one stays."""
        at = QUESTIONS.index(self.awaited) if self.awaited else len(QUESTIONS)
        return replace(self, awaited=QUESTIONS[max(at - 1, 0)])

    def at(self, question: Question) -> "Entered":
        """Return it at a question that must be answered anew."""
        return replace(self, awaited=question)

    def answered(self, question: Question, text: str) -> "Entered":
        """Return it with an answer, at the question after."""
        at = QUESTIONS.index(question) + 1
        after = QUESTIONS[at] if at < len(QUESTIONS) else None
        return Entered({**self.answers, question: text}, after)


def entered_in(step: str) -> Entered:
    """Return what the step of a conversation holds."""
    kept = json.loads(step)
    awaited = kept.pop("?")
    return Entered({Question(key): text for key, text in kept.items()}, Question(awaited) if awaited else None)


def take(entered: Entered, text: str, now: datetime, home: str) -> Entered:
    """Return it with the answer to the question that waits; ``home`` is the organisers' zone. Raises FormError."""
    question, line = entered.awaited, one_line(text)
    if question is None:
        return entered
    if line == KEEP and question in entered.answers:
        return entered.answered(question, entered.answers[question])
    if question is Question.DAY:
        return _day(entered, line, now, home)
    if question is Question.TIME:
        return _time(entered, line, home)
    return entered.answered(question, READ[question](line, entered))


def plans_of(entered: Entered, now: datetime, home: str) -> tuple[Plan, ...]:
    """Return the seminar that was entered: two when its local time happens twice. Raises FormError."""
    said = entered.answers
    whens = parse_when(_moment(entered), now, home)
    plan = Plan(
        whens[0],
        said[Question.TITLE_RU],
        said[Question.TITLE_EN],
        None if said[Question.LINK] == NO_LINK else said[Question.LINK],
        read_minutes(said[Question.LENGTH]),
        TalkLanguage(said[Question.TALK]),
        None if said[Question.SPEAKER] == NO_LINK else said[Question.SPEAKER],
    )
    return tuple(replace(plan, when=when) for when in whens)


def checked_moment(entered: Entered, now: datetime, home: str) -> FormError | None:
    """Return what is wrong with the day, the time and the zone together, as soon as all three are there."""
    if not {Question.DAY, Question.TIME, Question.ZONE} <= entered.answers.keys():
        return None
    try:
        parse_when(_moment(entered), now, home)
    except FormError as error:
        return error
    return None


def asked_again(error: FormError) -> Question:
    """Return which question a refused moment leads back to."""
    if error.part is Part.ZONE:
        return Question.ZONE
    return Question.TIME if error.part is Part.GAP else Question.DAY


def _moment(entered: Entered) -> str:
    said = entered.answers
    return f"{said[Question.DAY]} {said[Question.TIME]} {said[Question.ZONE]}"


def _title(line: str, part: Part) -> str:
    if not line:
        raise FormError(part)
    if len(line) > TITLE_SIGNS:
        raise FormError(Part.TITLE_LONG, line)
    return line


def _talk(line: str) -> str:
    if line.lower() not in set(TalkLanguage):
        raise FormError(Part.TALK, line)
    return line.lower()


def _zone(line: str, entered: Entered) -> str:
    if place(line) is None:
        local = datetime.fromisoformat(f"{entered.answers[Question.DAY]}T{entered.answers[Question.TIME]}")
        raise FormError(Part.ZONE, line, *places_meant(line, local))
    return line


def _length(line: str) -> str:
    length = length_meant(line)
    read_minutes(length)
    return length


def _day(entered: Entered, line: str, now: datetime, home: str) -> Entered:
    """A day, or a whole moment as the one-line form has it: then the next question is passed too."""
    try:
        written, hour, zone = split_when(line)
    except FormError:
        return entered.answered(Question.DAY, read_day(line, now.astimezone(place(home)).date()).isoformat())
    day = read_day(written, now.astimezone(place(home)).date())
    return _time(entered.answered(Question.DAY, day.isoformat()), f"{hour} {zone}".strip(), home)


def _time(entered: Entered, line: str, home: str) -> Entered:
    """An hour, with a zone or without."""
    alone = hour_alone(line)
    _, written, zone = split_when(f"{entered.answers[Question.DAY]} {alone or line}")
    try:
        at = hour_written(written)
    except ValueError as error:
        raise FormError(Part.TIME, line) from error
    found = entered.answered(Question.TIME, at.isoformat("minutes"))
    return found.answered(Question.ZONE, _zone(zone, found)) if zone else found


READ: Mapping[Question, Callable[[str, Entered], str]] = {
    Question.TITLE_RU: lambda line, _: _title(line, Part.TITLE_RU),
    Question.TITLE_EN: lambda line, _: _title(line, Part.TITLE_EN),
    Question.SPEAKER: lambda line, _: NO_LINK if line == NO_LINK else read_speaker(line),
    Question.TALK: lambda line, _: _talk(line),
    Question.ZONE: _zone,
    Question.LENGTH: lambda line, _: _length(line),
    Question.LINK: lambda line, _: NO_LINK if line == NO_LINK else link_meant(line),
}
"""What reads the answer to a question; a day and a time are read with the questions beside them."""
