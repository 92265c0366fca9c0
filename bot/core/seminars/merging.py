"""S4: a day ahead, seminars that begin close together are told in one message to those who want both.

The message belongs to the earlier one's step. Whom it reached about the later one is not told that step again; who
wants only one of them gets only that one (docs/decisions/steps-of-close-seminars-are-merged.md).
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from typing import Protocol

from bot.core.content import Content, Contents, Variant
from bot.core.mailings.mailings import MailingKind, NewMailing
from bot.core.seminars.seminars import Seminar

CLOSE = timedelta(minutes=90)
"""Seminars that begin within this time of each other are merged."""

MERGED_FROM_SECONDS = 24 * 3600
"""Steps of this many seconds and more are merged; shorter ones never are."""

MAX_OTHER_SEMINARS = 2
"""How many others one message names at most: more would not fit an old phone's screen."""


class MergedRenderer(Protocol):
    """Words one message about several seminars, in every language, openly and discreetly."""

    def __call__(self, seminars: Sequence[Seminar], step: int) -> Contents:
        """Return all texts; ``step`` is the reminder's offset in seconds."""
        ...


def beside(due: NewMailing, seminar: Seminar, coming: Sequence[Seminar]) -> tuple[Seminar, ...]:
    """Return the seminars a step may be told together with: those after it (by start, then number) and close to it.

    Only those that will have this very step: not switched off, and due after they were entered or last moved.
    """
    if due.kind is not MailingKind.STEP or due.step < MERGED_FROM_SECONDS:
        return ()
    later = [
        other
        for other in sorted(coming, key=lambda each: (each.start, each.id))
        if (other.start, other.id) > (seminar.start, seminar.id)
        and other.start - seminar.start <= CLOSE
        and due.step not in other.steps_off
        and other.changed <= other.start - timedelta(seconds=due.step)
    ]
    return tuple(later[:MAX_OTHER_SEMINARS])


def joint_texts(render: MergedRenderer, seminar: Seminar, others: Sequence[Seminar], step: int) -> Contents:
    """Return a text for every choice a person may have made among the others, marked by its bits."""
    contents: dict[Variant, Content] = {}
    for count in range(1, len(others) + 1):
        for places in combinations(range(len(others)), count):
            mark = sum(1 << place for place in places)
            found = render([seminar, *(others[place] for place in places)], step)
            contents |= {variant._replace(joint=mark): content for variant, content in found.items()}
    return contents
