"""How far each measure trusts what it found: numbers for the decision whether to answer at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Looked:
    """The measures of one question, a row a measure; ``real`` tells topics from pseudo-topics."""

    measures: Floats
    weights: Floats
    real: NDArray[np.bool_]
    length: int

    @property
    def scores(self) -> Floats:
        """The measures brought to one scale and added."""
        spread = self.measures.std(axis=1, keepdims=True)
        level = (self.measures - self.measures.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1)
        return np.asarray(self.weights @ level / self.weights.sum())

    @property
    def signals(self) -> Floats:
        """What the decision looks at."""
        scores = self.scores
        best = int(np.where(self.real, scores, -np.inf).argmax())
        others = np.delete(scores[self.real], int(scores[self.real].argmax()))
        found = [scores[best], scores[best] - others.max(), scores[best] - scores[~self.real].max()]
        for row in self.measures:
            found += [row[best], row[best] - row[~self.real].max(), row[best] - np.sort(row[self.real])[-2]]
        found += [self.measures[0, best] / np.sqrt(self.length + 1), np.log1p(self.length)]
        return np.array(found, dtype=float)
