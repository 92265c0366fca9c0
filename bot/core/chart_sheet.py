"""What the picture of the statistics says, in words and numbers: whoever draws it needs no text and no sum (A11)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Curve:
    """Numbers over the days, None where there is none; ``label`` stands at its end."""

    label: str
    values: Sequence[int | None]


@dataclass(frozen=True)
class Bar:
    """One number with its name."""

    label: str
    value: int


@dataclass(frozen=True)
class ChartSheet:
    """Three charts. ``days`` are the words for the first and the last day, ``nothing`` stands where no number is.

    ``questions`` are (found, not found) a day, ``found`` and ``not_found`` their names.
    """

    subscribers_title: str
    curves: Sequence[Curve]
    days: tuple[str, str]
    deliveries_title: str
    outcomes: Sequence[Bar]
    questions_title: str
    questions: Sequence[tuple[int, int]]
    found: str
    not_found: str
    topics: Sequence[Bar]
    nothing: str
