"""A small ridge logistic regression: fitted by ``tune``, read from ``weights.json``."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS = 30


@dataclass(frozen=True)
class Logistic:
    """The chance that a statement holds, from signals; ``threshold`` is where it is believed."""

    mean: Floats
    spread: Floats
    weights: Floats
    threshold: float

    def __call__(self, signals: Floats) -> Floats:
        """Return a chance a row (or one for a single row)."""
        level = np.clip((signals - self.mean) / self.spread, -4, 4)
        return np.asarray(1 / (1 + np.exp(-np.clip(level @ self.weights[1:] + self.weights[0], -30, 30))))

    def as_record(self) -> dict[str, Any]:
        """Return what a file keeps."""
        rows = {name: np.round(getattr(self, name), 5).tolist() for name in ("mean", "spread", "weights")}
        return {**rows, "threshold": round(self.threshold, 4)}

    @classmethod
    def read(cls, record: dict[str, Any]) -> "Logistic":
        """Return what a file kept."""
        rows = {name: np.array(record[name], dtype=float) for name in ("mean", "spread", "weights")}
        return cls(**rows, threshold=float(record["threshold"]))


def fit(signals: Floats, holds: NDArray[np.bool_], threshold: float = 0.5, ridge: float = 3.0) -> Logistic:
    """Return the model of labelled rows, by Newton's steps."""
    mean, spread = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    given = np.hstack([np.ones((len(signals), 1)), np.clip((signals - mean) / spread, -4, 4)])
    penalty = ridge * np.eye(given.shape[1])
    penalty[0, 0] = 1e-3
    weights = np.zeros(given.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (chance - holds) + penalty @ weights
        weights -= np.linalg.solve(given.T @ (given * (chance * (1 - chance))[:, None]) + penalty, slope)
    return Logistic(mean, spread, weights, threshold)
