"""When to refuse and when to be sure, from what models say of writers they have not read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.faq.search import OUTSIDE
from bot.search.decision import Decision, Floats, Logistic, signals_of
from tests.search.training.judgement import Judged
from tests.search.training.labelled import NEAR

Flags = NDArray[np.bool_]
RIGHT = 0.95
"""Share of direct answers that must be right for a writer never seen."""
BOUND = 10
"""Of a hundred draws of writers, how many may fall below that."""
NEAR_RECALL = 0.90
DRAWS, SEED = 400, 7
_STEPS, _RIDGE = 30, 3.0
_LIMITS = np.arange(0.10, 0.995, 0.005)


@dataclass(frozen=True)
class Table:
    """Questions as rows: their signals, and what is true of each."""

    signals: Floats
    outside: Flags
    near: Flags
    right: Flags
    third: Flags
    wishes: Flags
    writers: NDArray[np.str_]

    def of(self, rows: Flags) -> "Table":
        """Return some of the rows."""
        return Table(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


def ranked(row: Judged) -> list[str]:
    """Return the topics that are no refusal, best first."""
    return [row.topics[at] for at in np.argsort(-row.logs, kind="stable") if row.topics[at] not in OUTSIDE]


def table(rows: Sequence[Judged]) -> Table:
    """Return what is to be decided."""
    ranks = [(ranked(row), row.question.labels) for row in rows]
    outside = np.array([not row.question.in_scope for row in rows])
    real = [np.array([topic not in OUTSIDE for topic in row.topics]) for row in rows]
    return Table(
        np.array([signals_of(row.logs, mask) for row, mask in zip(rows, real, strict=True)]),
        outside,
        outside & np.array([row.question.kind in NEAR for row in rows]),
        np.array([found[0] in labels for found, labels in ranks]),
        np.array([not set(found[:3]).isdisjoint(labels) for found, labels in ranks]),
        np.array([row.question.is_wish for row in rows]),
        np.array([row.question.writer for row in rows]),
    )


def calibrate(rows: Table) -> Decision:
    """Return both decisions with their thresholds."""
    refuse = _fitted(rows.signals, rows.outside)
    refuse = _believed_at(refuse, _refusal_limit(refuse(rows.signals), rows))
    kept = refuse(rows.signals) < refuse.threshold
    sure = _fitted(rows.signals, rows.right)
    return Decision(refuse, _believed_at(sure, _sure_limit(sure(rows.signals), kept, rows)))


def decided(decision: Decision, rows: Table) -> tuple[Flags, Flags]:
    """Return which rows are refused, and which are answered directly."""
    refused = decision.refuse(rows.signals) >= decision.refuse.threshold
    return refused, ~refused & (decision.sure(rows.signals) >= decision.sure.threshold)


def unseen(rows: Table) -> tuple[Flags, Flags]:
    """Return the same, each writer decided by what the other writers taught."""
    refused, direct = np.zeros(len(rows.right), dtype=bool), np.zeros(len(rows.right), dtype=bool)
    for writer in np.unique(rows.writers):
        mine = rows.writers == writer
        refused[mine], direct[mine] = decided(calibrate(rows.of(~mine)), rows.of(mine))
    return refused, direct


def balance(refused: Flags, outside: Flags) -> float:
    """Return F1 of refusing."""
    return float(2 * (refused & outside).sum() / max(1, refused.sum() + outside.sum()))


def _refusal_limit(chance: Floats, rows: Table) -> float:
    """Return the threshold with the best F1 among those that refuse enough of what is near, else the lowest."""
    enough = [limit for limit in _LIMITS if (chance[rows.near] >= limit).mean() >= NEAR_RECALL]
    return float(max(enough or _LIMITS[:1], key=lambda limit: balance(chance >= limit, rows.outside)))


def _sure_limit(chance: Floats, kept: Flags, rows: Table) -> float:
    """Return the lowest threshold at which the lower bound over writers holds of questions; wishes are apart."""
    writers = np.unique(rows.writers)
    draws = np.random.default_rng(SEED).integers(len(writers), size=(DRAWS, len(writers)))
    for limit in _LIMITS:
        given = kept & (chance >= limit) & ~rows.wishes
        answered = np.array([(given & (rows.writers == writer)).sum() for writer in writers])
        right = np.array([(given & rows.right & (rows.writers == writer)).sum() for writer in writers])
        shares = right[draws].sum(axis=1) / np.maximum(1, answered[draws].sum(axis=1))
        if np.percentile(shares, BOUND) >= RIGHT:
            return float(limit)
    return 1.0


def _believed_at(model: Logistic, threshold: float) -> Logistic:
    return Logistic(model.mean, model.spread, model.weights, threshold)


def _fitted(signals: Floats, holds: Flags) -> Logistic:
    """Return the model of labelled rows, by Newton's steps."""
    spread = signals.std(axis=0) + 1e-6
    model = Logistic(signals.mean(axis=0), spread, np.zeros(signals.shape[1] + 1), 0.5)
    given = model.given(signals)
    penalty = _RIDGE * np.eye(given.shape[1])
    penalty[0, 0] = 1e-3
    for _ in range(_STEPS):
        chance = model(signals)
        slope = given.T @ (chance - holds) + penalty @ model.weights
        step = np.linalg.solve(given.T @ (given * (chance * (1 - chance))[:, None]) + penalty, slope)
        model = Logistic(model.mean, spread, model.weights - step, 0.5)
    return model
