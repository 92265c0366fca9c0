"""Likeness of meaning: sentence embeddings, their nearest passages, and a linear classifier over them."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.faq.plain import plain
from bot.search.corpus import Passage
from bot.search.nearest import Nearest

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
"""Texts to rows of length one."""

_RIDGE = 1.0
_TAUGHT = {"title": 1.0, "synonym": 0.5, "sample": 1.0, "text": 0.25}


class Meaning:
    """Two scores a topic: the mean of its best passages' cosines, and the classifier's."""

    def __init__(self, passages: Sequence[Passage], topics: Sequence[str], embed: Embed) -> None:
        """Embed the passages and teach the classifier."""
        self._embed = embed
        self._vectors = embed([plain(passage.words) for passage in passages])
        self._nearest = Nearest([passage.topic for passage in passages], topics)
        self._head = _teach(self._vectors, passages, topics)

    def __call__(self, text: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return both scores."""
        vector = self._embed([text])[0]
        return self._nearest(self._vectors @ vector), np.append(vector, 1.0) @ self._head


def _teach(vectors: Vectors, passages: Sequence[Passage], topics: Sequence[str]) -> NDArray[np.float64]:
    """Return the weights of a ridge regression, one column a topic, every topic weighing the same."""
    owner = np.array([passage.topic for passage in passages])
    weight = np.array([_TAUGHT[passage.field] for passage in passages])
    wanted = (owner[:, None] == np.array(topics)[None, :]).astype(float)
    weight = weight / np.sqrt((wanted.T @ weight)[wanted.argmax(axis=1)] / weight.mean() + 1e-9)
    given = np.hstack([vectors, np.ones((len(vectors), 1), dtype=np.float32)])
    weighed = given * weight[:, None].astype(np.float32)
    return np.asarray(np.linalg.solve(weighed.T @ given + _RIDGE * np.eye(given.shape[1]), weighed.T @ wanted))
