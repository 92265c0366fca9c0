"""Whether to refuse and whether to be sure: two small logistic models over what the large one says."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_FURTHEST = 4.0
"""Spreads from the mean beyond which a signal says no more."""


@dataclass(frozen=True)
class Logistic:
    """The chance that a statement holds, from signals; ``threshold`` is where it is believed."""

    mean: Floats
    spread: Floats
    weights: Floats
    threshold: float

    def __call__(self, signals: Floats) -> Floats:
        """Return a chance a row (or one for a single row)."""
        return np.asarray(1 / (1 + np.exp(-np.clip(self.given(signals) @ self.weights, -30, 30))))

    def given(self, signals: Floats) -> Floats:
        """Return the signals on one scale, after a constant one."""
        level = np.clip((signals - self.mean) / self.spread, -_FURTHEST, _FURTHEST)
        return np.concatenate([np.ones((*level.shape[:-1], 1)), level], axis=-1)

    def as_arrays(self, name: str) -> dict[str, Floats]:
        """Return what a file keeps."""
        return {f"{name}_scale": np.array([self.mean, self.spread]), name: np.array([self.threshold, *self.weights])}

    @classmethod
    def read(cls, arrays: Mapping[str, Floats], name: str) -> "Logistic":
        """Return what a file kept."""
        mean, spread = arrays[f"{name}_scale"]
        threshold, *weights = arrays[name]
        return cls(mean, spread, np.array(weights), float(threshold))


@dataclass(frozen=True)
class Decision:
    """Refuses first, and only of the rest is anything sure."""

    refuse: Logistic
    sure: Logistic


def signals_of(logs: Floats, real: NDArray[np.bool_]) -> Floats:
    """Return what the decision looks at, from rows of logarithms of chances (or from one).

    They are: the odds of no topic of ours, the best topic, its lead, what comes after the third, its share of ours.
    """
    ours = np.sort(logs[..., real], axis=-1)
    none = np.logaddexp.reduce(logs[..., ~real], axis=-1)
    best, second = ours[..., -1], ours[..., -2]
    others = np.logaddexp.reduce(ours[..., :-3], axis=-1)
    share = best - np.logaddexp.reduce(ours, axis=-1)
    return np.stack([none - np.log1p(-np.exp(np.minimum(none, -1e-6))), best, best - second, others, share], axis=-1)
