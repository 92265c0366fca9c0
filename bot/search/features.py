"""What the model sees of a text: pieces of two to five letters inside its words, stems, and pairs of stems.

A feature is known by its checksum alone: the words of the labelled questions are not shipped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.search.spelling import name_of, words_of
from bot.search.stems import Stems

Names = NDArray[np.uint32]
Floats = NDArray[np.float32]
SHORTEST, LONGEST = 2, 5
"""Letters of a piece; the edge of a word counts as one."""


def pieces_of(words: Iterable[str]) -> Iterator[str]:
    """Return the pieces of every word, its edges included."""
    for word in words:
        edged = f" {word} "
        for length in range(SHORTEST, min(LONGEST, len(edged)) + 1):
            yield from (edged[at : at + length] for at in range(len(edged) - length + 1))


def terms_of(stems: list[str]) -> list[str]:
    """Return stems and pairs of neighbours; the sign before them keeps them apart from pieces."""
    return [*(f"={stem}" for stem in stems), *(f"={one} {other}" for one, other in pairwise(stems))]


@dataclass(frozen=True)
class Counted:
    """How often each feature of one sort stands in a text."""

    names: Names
    times: Floats

    @classmethod
    def of(cls, features: Iterable[str]) -> "Counted":
        """Count them."""
        count = Counter(map(name_of, features))
        return cls(np.fromiter(count, np.uint32, len(count)), np.fromiter(count.values(), np.float32, len(count)))


def counted(text: str, stems: Stems) -> tuple[Counted, Counted]:
    """Return the pieces and the terms of a plain text."""
    return Counted.of(pieces_of(words_of(text))), Counted.of(terms_of(stems(text)))


@dataclass(frozen=True)
class Vocabulary:
    """The features of one sort that the model knows, in the order of their numbers, and how rare each is."""

    names: Names
    rarity: Floats

    def knows(self, name: int) -> bool:
        """Return whether the model has a weight for a feature."""
        place = int(np.searchsorted(self.names, np.uint32(name)))
        return place < len(self.names) and int(self.names[place]) == name

    def weigh(self, found: Counted) -> tuple[NDArray[np.int64], Floats]:
        """Return the places of the known features of a text and their weights; the weights' length is one."""
        if not len(self.names):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        places = np.minimum(np.searchsorted(self.names, found.names), len(self.names) - 1)
        known = self.names[places] == found.names
        places = places[known]
        weights = (1 + np.log(found.times[known])) * self.rarity[places]
        return places, (weights / (np.linalg.norm(weights) or 1.0)).astype(np.float32)
