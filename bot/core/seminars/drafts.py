"""A seminar before anybody hears of it: its plan, kept as the admin's conversation, and its corrections (A9)."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.core.clock import epoch, from_epoch
from bot.core.seminars.form import (
    FormError,
    Part,
    checked_titles,
    form_of,
    parse_when,
    read_minutes,
    read_speaker,
)
from bot.core.seminars.mending import length_meant, link_meant
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import Plan, TalkLanguage, When

NO_LINK = "-"
"""What an admin sends instead of a link or a speaker, to take it away."""

MARK_SIGNS = 12


class Field(StrEnum):
    """A part of a plan that can be corrected by itself."""

    WHEN = "when"
    TITLE_RU = "ru"
    TITLE_EN = "en"
    LINK = "link"
    LENGTH = "length"
    TALK = "talk"
    SPEAKER = "speaker"


@dataclass(frozen=True)
class SeminarDraft:
    """A plan that was previewed, and the part of it that is awaited now, if any."""

    plan: Plan
    awaited: Field | None = None

    def packed(self) -> str:
        """Return the draft as the step of a conversation: a JSON object."""
        plan, awaited = self.plan, self.awaited.value if self.awaited else None
        when = [epoch(plan.when.start), plan.when.local, plan.when.zone]
        kept = [when, plan.title_ru, plan.title_en, plan.link, plan.minutes, plan.talk.value, awaited, plan.speaker]
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def unpacked(step: str) -> SeminarDraft:
    """Return the draft that a conversation's step holds."""
    (start, local, zone), title_ru, title_en, link, minutes, talk, awaited, *later = json.loads(step)
    when = When(from_epoch(start), local, zone)
    speaker = later[0] if later else None  # a draft of an older version has none
    plan = Plan(when, title_ru, title_en, link, minutes, TalkLanguage(talk), speaker)
    return SeminarDraft(plan, Field(awaited) if awaited else None)


def mark_of(author: int, *shown: object) -> str:
    """Return the short mark a button carries: it fits this admin and what was shown, and nothing else (R11)."""
    return hashlib.sha256("|".join(map(str, (author, *shown))).encode()).hexdigest()[:MARK_SIGNS]


def mark_of_plan(author: int, plan: Plan) -> str:
    """Return the mark of the buttons under the preview of a plan."""
    return mark_of(author, epoch(plan.when.start), form_of(plan))


def corrected(plan: Plan, field: Field, text: str, now: datetime, home: str) -> tuple[Plan, ...]:
    """Return the plan with one part as typed: two when a local time happens twice. Raises FormError."""
    if field is Field.WHEN:
        return tuple(replace(plan, when=when) for when in parse_when(text, now, home))
    return (_corrected(plan, field, one_line(text)),)


def _corrected(plan: Plan, field: Field, line: str) -> Plan:
    if field in (Field.TITLE_RU, Field.TITLE_EN):
        titles = (line, plan.title_en) if field is Field.TITLE_RU else (plan.title_ru, line)
        title_ru, title_en = checked_titles(*titles)
        return replace(plan, title_ru=title_ru, title_en=title_en)
    if field is Field.LINK:
        return replace(plan, link=None if line == NO_LINK else link_meant(line))
    if field is Field.LENGTH:
        return replace(plan, minutes=read_minutes(length_meant(line)))
    if field is Field.SPEAKER:
        return replace(plan, speaker=None if line == NO_LINK else read_speaker(line))
    if line.lower() not in set(TalkLanguage):
        raise FormError(Part.TALK, line)
    return replace(plan, talk=TalkLanguage(line.lower()))
