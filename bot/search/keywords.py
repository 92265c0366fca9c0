"""BM25 over stems: what carries numbers and names of forms. A stem nobody wrote is taken for the nearest one."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot.core.faq.plain import plain
from bot.search.corpus import Passage
from bot.search.stems import Stems

Scores = NDArray[np.float64]
WEIGHTS = {"title": 3.0, "synonym": 3.0, "sample": 2.0, "text": 1.0}
_K1, _B = 1.2, 0.5
_NEAR, _SHORTEST = 0.8, 4


class Keywords:
    """An index over passages, a score a topic."""

    def __init__(self, passages: Sequence[Passage], topics: Sequence[str], stems: Stems) -> None:
        """Count every stem of every topic."""
        self._stems = stems
        counts: list[Counter[str]] = [Counter() for _ in topics]
        places = {topic: at for at, topic in enumerate(topics)}
        for passage in passages:
            for stem in stems.learn(plain(passage.words)):
                counts[places[passage.topic]][stem] += WEIGHTS[passage.field]  # type: ignore[assignment]  # weights
        length = np.array([sum(count.values()) for count in counts]) + 1e-9
        norm = _K1 * (1 - _B + _B * length / length.mean())
        table: dict[str, Scores] = defaultdict(lambda: np.zeros(len(topics)))
        for at, count in enumerate(counts):
            for stem, times in count.items():
                table[stem][at] = times
        self._size = len(topics)
        self._table = {stem: _weighed(row, norm) for stem, row in table.items()}
        self._long = [stem for stem in self._table if len(stem) >= _SHORTEST and not _number(stem)]

    def __call__(self, text: str) -> Scores:
        """Return a score a topic."""
        rows = [row for stem in dict.fromkeys(self._stems(text)) if (row := self._row(stem)) is not None]
        return np.asarray(np.sum(rows, axis=0)) if rows else np.zeros(self._size)

    def _row(self, stem: str) -> Any:
        row = self._table.get(stem)
        if row is not None or len(stem) < _SHORTEST or _number(stem):
            return row
        near = process.extractOne(stem, self._long, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_NEAR)
        return self._table[near[0]] * near[1] if near else None


def _weighed(row: Scores, norm: Scores) -> Scores:
    have = np.count_nonzero(row)
    rarity = np.log(1 + (len(row) - have + 0.5) / (have + 0.5))
    return np.asarray(rarity * row * (_K1 + 1) / (row + norm))


def _number(stem: str) -> bool:
    return any(sign.isdigit() for sign in stem)
