"""Weights and thresholds from the labelled questions, each fold judged by an index that has not seen it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.search.corpus import NONE, Passage, Question, as_samples
from bot.search.engine import measures_of
from bot.search.logistic import Logistic, fit
from bot.search.meaning import Embed
from bot.search.signals import Floats, Looked

FOLDS = 5
_STRENGTHS = (0.5, 1.0, 2.0)
RIGHT = 0.96
"""Share of direct answers that must be right on the folds."""


@dataclass(frozen=True)
class Judged:
    """A question, its fold, and what an index without its fold measured."""

    question: Question
    fold: int
    looked: Looked
    topics: tuple[str, ...]

    def ranked(self, weights: Floats) -> list[str]:
        """Return the real topics, best first."""
        scores = self.again(weights).scores
        return [self.topics[at] for at in np.argsort(-scores) if self.looked.real[at]]

    def again(self, weights: Floats) -> Looked:
        """Return the measures with other weights."""
        return Looked(self.looked.measures, weights, self.looked.real, self.looked.length)


def judge(passages: Sequence[Passage], questions: Sequence[Question], embed: Embed | None) -> list[Judged]:
    """Return every question as an index of the other folds measures it."""
    order = list(range(len(questions)))
    random.Random(7).shuffle(order)  # noqa: S311 -- the same folds every time
    found = []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        others = as_samples(question for at, question in enumerate(questions) if at not in held)
        measures = measures_of((*passages, *others), embed)
        for at in sorted(held):
            looked = measures(questions[at].words, np.ones(4 if embed else 2))
            found.append(Judged(questions[at], fold, looked, measures.topics))
    return found


def best_weights(rows: Sequence[Judged]) -> Floats:
    """Return the weights with the best ranking of what is in scope."""
    scope = [row for row in rows if row.question.labels != (NONE,)]
    choices = [np.array((1.0, *others)) for others in product(_STRENGTHS, repeat=len(rows[0].looked.measures) - 1)]
    return max(choices, key=lambda weights: _ranking(scope, weights))


def unseen_ranks(rows: Sequence[Judged]) -> list[tuple[list[str], tuple[str, ...]]]:
    """Return the ranking and the labels of what is in scope; each fold by weights that were chosen on the others."""
    found = []
    for fold in range(FOLDS):
        weights = best_weights([row for row in rows if row.fold != fold])
        mine = [row for row in rows if row.fold == fold and row.question.labels != (NONE,)]
        found += [(row.ranked(weights), row.question.labels) for row in mine]
    return found


def _ranking(scope: Sequence[Judged], weights: Floats) -> float:
    ranks = [(row.ranked(weights), row.question.labels) for row in scope]
    first = sum(found[0] in labels for found, labels in ranks)
    return float(first + sum(not set(found[:3]).isdisjoint(labels) for found, labels in ranks))


def tune(rows: Sequence[Judged]) -> dict[str, Any]:
    """Return what ``weights.json`` keeps of one engine."""
    weights = best_weights(rows)
    signals, outside, right = table(rows, weights)
    folds = np.array([row.fold for row in rows])
    refuse, sure = fit(signals, outside), fit(signals, right)
    refused, surely = unseen(signals, outside, folds), unseen(signals, right, folds)
    limit = _best_limit(refused, outside)
    refuse = Logistic(refuse.mean, refuse.spread, refuse.weights, limit)
    sure = Logistic(sure.mean, sure.spread, sure.weights, _limit_for(surely, right, refused < limit))
    return {"weights": weights.tolist(), "refuse": refuse.as_record(), "sure": sure.as_record()}


def table(rows: Sequence[Judged], weights: Floats) -> tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the signals, which rows are outside the scope, and which are in scope with the first topic right."""
    signals = np.array([row.again(weights).signals for row in rows])
    outside = np.array([row.question.labels == (NONE,) for row in rows])
    return signals, outside, np.array([row.ranked(weights)[0] in row.question.labels for row in rows])


def unseen(signals: Floats, holds: NDArray[np.bool_], folds: NDArray[np.int64]) -> Floats:
    """Return each row's chance by a model of the other folds."""
    chance = np.zeros(len(signals))
    for fold in range(FOLDS):
        chance[folds == fold] = fit(signals[folds != fold], holds[folds != fold])(signals[folds == fold])
    return chance


def _best_limit(chance: Floats, outside: NDArray[np.bool_]) -> float:
    def balance(limit: float) -> float:
        refused = chance >= limit
        return float(2 * (refused & outside).sum() / max(1, refused.sum() + outside.sum()))

    limits = np.arange(0.2, 0.71, 0.02)
    worth = np.convolve([balance(limit) for limit in limits], np.ones(5) / 5, mode="same")
    return float(limits[2:-2][worth[2:-2].argmax()])


def _limit_for(chance: Floats, right: NDArray[np.bool_], kept: NDArray[np.bool_]) -> float:
    for limit in np.arange(0.5, 0.99, 0.01):
        given = kept & (chance >= limit)
        if given.any() and right[given].mean() >= RIGHT:
            return float(limit)
    return 0.99
