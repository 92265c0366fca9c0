"""What inline mode offers: what the search finds, or while it is not loaded, topics by their titles (P12)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.faq.plain import plain
from bot.core.faq.search import Certainty, LazySearch
from bot.core.faq.topics import Tree
from bot.core.locales import Locale

Say = Callable[[str, str], str]
MAX_QUERY_SIGNS = 200
MAX_ANSWERS = 5
"""Topics offered for a question: a list is read at a glance here, and the words are often half typed."""


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
        asked = [word for word in plain(text[:MAX_QUERY_SIGNS]).split() if word.isalnum()]
        written = [topic.id for topic in tree.topics if topic.written]
        scores = {topic: sum(map(self._titles(topic).__contains__, map(_stem, asked))) for topic in written}
        best = sorted((topic for topic in written if scores[topic]), key=lambda topic: -scores[topic])
        return best if asked else written

    def _titles(self, topic: str) -> frozenset[str]:
        key = f"faq-{topic}"
        titles = (self._say(locale.value, f"{key}{part}") for locale in Locale for part in ("", ".button"))
        return frozenset(_stem(word.strip(".,:;?()")) for title in titles for word in plain(title).split())


@dataclass(frozen=True)
class FindAnswers:
    """A question in, ids of topics out, the best first; without words, every answer."""

    search: LazySearch
    titles: FindTopics

    async def __call__(self, tree: Tree, text: str, person: int) -> Sequence[str]:
        """Return ids of topics; none for what the search refuses. Titles serve while it is not loaded or is busy."""
        words = len(text.split())
        found = await self.search(text, person) if words else None
        if found is None or (found.certainty is Certainty.NONE and words == 1):  # a word half typed may begin a title
            return self.titles(tree, text)
        if found.certainty is Certainty.NONE:
            return ()
        return [topic for topic, _ in found.topics[:MAX_ANSWERS]]


def _stem(word: str) -> str:
    return word[:5]
