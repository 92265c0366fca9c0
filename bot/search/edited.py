"""Words that somebody added to the texts after the model was trained: they count a little, until it is trained anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.faq.plain import plain
from bot.search.corpus import Passage
from bot.search.features import Counted, Vocabulary, terms_of
from bot.search.spelling import name_of
from bot.search.stems import Stems

STEM, PAIR = 3.0, 1.5
"""What one such word, or two neighbours that never stood together, add to a topic's logarithm."""
MOST = 4.5


def key_of(passage: Passage) -> int:
    """Return the number by which it is seen whether the model was taught a passage."""
    return name_of(f"{passage.topic}\0{passage.words}")


@dataclass(frozen=True)
class Edited:
    """Which topics speak of terms that the model has no weights for."""

    topics: int
    table: Mapping[int, Mapping[int, float]]

    @classmethod
    def of(cls, passages: Iterable[Passage], topics: tuple[str, ...], known: Vocabulary, stems: Stems) -> "Edited":
        """Look at passages the model was not taught."""
        table: dict[int, dict[int, float]] = defaultdict(dict)
        for passage in passages:
            for term in terms_of(stems(plain(passage.words))):
                if passage.topic in topics and not known.knows(name := name_of(term)):
                    table[name][topics.index(passage.topic)] = PAIR if " " in term else STEM
        return cls(len(topics), table)

    def bonus(self, terms: Counted) -> NDArray[np.float64]:
        """Return what the terms of a question add to each topic."""
        added = np.zeros(self.topics)
        for name in terms.names.tolist() if self.table else ():
            for topic, worth in self.table.get(name, {}).items():
                added[topic] += worth
        return np.minimum(added, MOST)
