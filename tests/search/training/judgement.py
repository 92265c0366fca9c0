"""What a model says of questions it has not read."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.search.training.labelled import Question


@dataclass(frozen=True)
class Judged:
    """A question, and the logarithms of the chances that a model gives it without its writer."""

    question: Question
    topics: tuple[str, ...]
    logs: NDArray[np.float64]
