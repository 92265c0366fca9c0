"""From likeness to passages to likeness to topics: the mean of each topic's three best."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BEST = 3


class Nearest:
    """Knows which passage belongs to which topic."""

    def __init__(self, owners: Sequence[str], topics: Sequence[str]) -> None:
        """Remember the rows of each topic."""
        owner = np.array(owners)
        self._rows = [np.flatnonzero(owner == topic) for topic in topics]

    def __call__(self, likeness: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return a score a topic."""
        return np.array([_best(likeness[rows]) if len(rows) else 0.0 for rows in self._rows], dtype=float)


def _best(values: NDArray[np.floating]) -> float:
    count = min(BEST, len(values))
    return float(np.partition(values, len(values) - count)[-count:].mean())
