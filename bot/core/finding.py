"""Topics by their titles: what inline mode falls back to where nothing better is at hand."""

from collections.abc import Callable, Sequence
from typing import Protocol

from bot.core.locales import Locale
from bot.core.topics import Tree

Say = Callable[[str, str], str]
LONGEST = 200


class FindTopics(Protocol):
    """A question in, ids of answers out."""

    def __call__(self, tree: Tree, text: str) -> Sequence[str]:
        """Return ids of topics, the best first; none for a text that fits nothing."""
        ...


class TitleMatch:
    """Counts how many words of the question begin like words of a title, in both languages."""

    def __init__(self, say: Say) -> None:
        """Take the texts."""
        self._say = say

    def __call__(self, tree: Tree, text: str) -> Sequence[str]:
        """Return ids of topics, the best first."""
        asked = [word for word in text[:LONGEST].lower().split() if word.isalnum()]
        written = [topic.id for topic in tree.topics if topic.written]
        scores = {topic: sum(map(self._titles(topic).__contains__, map(_stem, asked))) for topic in written}
        best = sorted((topic for topic in written if scores[topic]), key=lambda topic: -scores[topic])
        return best if asked else written

    def _titles(self, topic: str) -> frozenset[str]:
        key = f"faq-{topic}"
        titles = (self._say(locale.value, f"{key}{part}") for locale in Locale for part in ("", ".button"))
        return frozenset(_stem(word.strip(".,:;?()")) for title in titles for word in title.lower().split())


def _stem(word: str) -> str:
    return word[:5]
