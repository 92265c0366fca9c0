"""What a person meant to type: letters made alike, the wrong keyboard layout and Latin letters for Russian undone.

One reading is chosen for the whole message, by how many of its words are known and how usual its letters are.
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.faq.plain import plain

_WORD = re.compile(r"[a-zа-я0-9]+(?:-[a-zа-я0-9]+)*", re.IGNORECASE)
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)
_SOUNDS = (
    *(("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш")),
    *(("yu", "ю"), ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("iy", "ий"), ("yi", "ый"), ("ay", "ай"), ("ey", "ей")),
    *(("oy", "ой"), ("uy", "уй"), ("yy", "ый"), ("'", "ь"), ("4", "ч"), ("x", "х")),
    *zip("abvgdezijklmnoprstufhcywq", "абвгдезийклмнопрстуфхцывк", strict=True),
)
_BY_CLEAR = 0.35
"""How much better another reading must be than what was typed."""
_KNOWN_WEIGHT = 2.0


def name_of(feature: str) -> int:
    """Return the number a word, or a part of one, is known by: the words of the labelled questions are not shipped."""
    return zlib.crc32(feature.encode("utf-8", "replace"))


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a plain text; a word with hyphens also in its parts."""
    found = _WORD.findall(text)
    return [*found, *(part for word in found if "-" in word for part in word.split("-"))]


def sounded(text: str) -> str:
    """Return Latin letters as the Russian ones they stand for."""
    for latin, russian in _SOUNDS:
        text = text.replace(latin, russian)
    return text


@dataclass(frozen=True)
class Spelling:
    """Knows the words of texts and how letters follow each other in them, both by their checksums alone."""

    known: frozenset[int]
    trigrams: Mapping[int, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Spelling":
        """Learn from texts."""
        words = {word for text in texts for word in words_of(plain(text))}
        grams = Counter(gram for word in words for gram in _grams(word))
        return cls(frozenset(map(name_of, words)), {name_of(gram): times for gram, times in sorted(grams.items())})

    def knowing(self, texts: Iterable[str]) -> "Spelling":
        """Return one that knows the words of these texts too."""
        return Spelling(self.known | {name_of(word) for text in texts for word in words_of(plain(text))}, self.trigrams)

    def repair(self, text: str) -> str:
        """Return the likeliest reading of a message, plain."""
        typed = plain(text)
        readings = [typed]
        letters = [letter for letter in typed if letter.isalpha()]
        if not letters:
            return typed
        latin = sum(letter.isascii() for letter in letters) / len(letters)
        if latin == 1:
            readings += [typed.translate(_TO_RUSSIAN), sounded(typed)]
        elif latin == 0:
            readings.append(typed.translate(_TO_LATIN))
        worth = [self._worth(reading) - (_BY_CLEAR if place else 0) for place, reading in enumerate(readings)]
        return readings[worth.index(max(worth))]

    def _worth(self, text: str) -> float:
        words = words_of(text)
        if not words:
            return -10.0
        known = sum(len(word) for word in words if name_of(word) in self.known) / sum(map(len, words))
        grams = [gram for word in words for gram in _grams(word)]
        usual = sum(math.log1p(self.trigrams.get(name_of(gram), 0)) for gram in grams) / len(grams)
        return _KNOWN_WEIGHT * known + usual / 2


def _grams(word: str) -> list[str]:
    edged = f" {word} "
    return [edged[at : at + 3] for at in range(len(edged) - 2)]
