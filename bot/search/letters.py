"""Likeness of letters: TF-IDF over pieces of two to five letters. It forgives typos and endings of any kind."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.faq.plain import plain
from bot.search.corpus import Passage
from bot.search.nearest import Nearest
from bot.search.spelling import words_of


class Letters:
    """An index over passages, a score a topic: the mean of its best passages' cosines."""

    def __init__(self, passages: Sequence[Passage], topics: Sequence[str]) -> None:
        """Weigh every piece of every passage."""
        self._nearest = Nearest([passage.topic for passage in passages], topics)
        self._units = len(passages)
        texts = [plain(passage.words) for passage in passages]  # counted twice: all counts at once would be 100 MB
        spread = Counter(piece for text in texts for piece in set(_pieces(text)))
        kept = [piece for piece, times in spread.items() if times > 1]
        self._places = {piece: at for at, piece in enumerate(kept)}
        self._rarity = np.log(self._units / np.array([spread[piece] for piece in kept])) + 1
        piece, unit, weight = _entries([self._weigh(Counter(_pieces(text))) for text in texts])
        order = np.argsort(piece, kind="stable")
        self._unit, self._weight = unit[order], weight[order]
        self._starts = np.searchsorted(piece[order], np.arange(len(kept) + 1))

    def __call__(self, text: str) -> NDArray[np.float64]:
        """Return a score a topic."""
        likeness = np.zeros(self._units)
        places, weights = self._weigh(Counter(_pieces(text)))
        for place, weight in zip(places, weights, strict=True):
            run = slice(self._starts[place], self._starts[place + 1])
            likeness[self._unit[run]] += self._weight[run] * weight
        return self._nearest(likeness)

    def _weigh(self, count: Counter[str]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        found = [(place, times) for piece, times in count.items() if (place := self._places.get(piece)) is not None]
        places = np.array([place for place, _ in found], dtype=np.int32)
        weights = (1 + np.log(np.array([times for _, times in found], dtype=float))) * self._rarity[places]
        return places, (weights / (np.linalg.norm(weights) or 1.0)).astype(np.float32)


def _entries(
    rows: Sequence[tuple[NDArray[np.int32], NDArray[np.float32]]],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    units = np.repeat(np.arange(len(rows), dtype=np.int32), [len(places) for places, _ in rows])
    weights = np.concatenate([weights for _, weights in rows])
    return np.concatenate([places for places, _ in rows]), units, weights


def _pieces(text: str) -> Iterable[str]:
    for word in words_of(text):
        edged = f" {word} "
        for size in range(2, 6):
            yield from (edged[at : at + size] for at in range(len(edged) - size + 1))
