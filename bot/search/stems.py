"""Words without their endings, Russian and English by their letters."""

from dataclasses import dataclass, field
from typing import Any

import snowballstemmer

from bot.search.spelling import words_of

_WORDS = """
и в во на не что как я с со а то мы у к о об из за по от до для же ли бы это так но да или если вы он она они
мой меня мне нам нас
the a an of to in is are i my me we you for on and or do does it that with be can if at
"""
_EMPTY = frozenset(_WORDS.split())


@dataclass(frozen=True)
class Stems:
    """Turns a plain text into stems; keeps nothing."""

    russian: Any = field(default_factory=lambda: snowballstemmer.stemmer("russian"))
    english: Any = field(default_factory=lambda: snowballstemmer.stemmer("english"))

    def __call__(self, text: str) -> list[str]:
        """Return the stems in their order, without empty words."""
        stems = [self._stem(word) for word in words_of(text) if word not in _EMPTY]
        for stemmer in (self.russian, self.english):
            stemmer.stemWord("")  # it holds on to its last word
        return stems

    def _stem(self, word: str) -> str:
        return str((self.english if word.isascii() else self.russian).stemWord(word))
