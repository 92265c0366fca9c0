"""What a part of the benchmark says: rows of targets, figures side by side, and verdicts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.plan import SHORT

NONE = "–"
PEERS = ("aiogram, workers at the limit", "workers at 97 %", "the loop, `sleep(0.05)`")


@dataclass(frozen=True)
class Row:
    """One figure: ours, the others', and whether ours is what was aimed at (None: no target)."""

    what: str
    target: str
    ours: str
    others: tuple[str, ...] = ()
    met: bool | None = None


@dataclass(frozen=True)
class Table:
    """A part, by the number of its target."""

    number: str
    title: str
    rows: tuple[Row, ...]
    peers: tuple[str, ...] = PEERS
    note: str = ""

    def markdown(self) -> str:
        """Return the part as a section."""
        head = ("", "target", "ours", *self.peers, "verdict")
        lines = [head, ("---",) * len(head), *(self._cells(row) for row in self.rows)]
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        note = f"{self.note}\n\n" if self.note else ""
        return f"### {self.number}. {self.title}\n\n{note}{table}"

    def _cells(self, row: Row) -> tuple[str, ...]:
        others = (*row.others, *[NONE] * len(self.peers))[: len(self.peers)]
        return (row.what, row.target or NONE, row.ours, *others, verdict(row.met))


def verdict(met: bool | None) -> str:
    """Return the word for it."""
    return NONE if met is None or SHORT else "met" if met else "not met"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of the values does not exceed; NaN of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def used(at: Sequence[float], rate: float, since: float, until: float) -> float:
    """Return which part of a rate was used between two moments."""
    return sum(since <= moment < until for moment in at) / ((until - since) * rate)


def ms(seconds: float) -> str:
    """Return milliseconds, finely when there are few; an endless wait is called so."""
    if math.isinf(seconds):
        return "never"
    return f"{seconds * 1e3:.1f} ms" if seconds < 0.1 else f"{seconds * 1e3:,.0f} ms"


def us(seconds: float) -> str:
    """Return microseconds."""
    return f"{seconds * 1e6:,.0f} µs"
