"""The answers of ``python -m bot search``: one question a line in, one JSON object a line out. Needs no token."""

import json
import sys
from importlib import resources

from bot.core.faq.search import Certainty, Found, Search
from bot.core.faq.topics import shipped_tree
from bot.core.faq.wishes import Wishes, read_wishes
from bot.search.corpus import Passage, read_passages, read_sentences
from bot.search.engine import engine_of
from bot.search.model import read_model
from bot.texts import Texts, read_catalogues


def main(*, questions: list[str] | None = None) -> int:
    """Answer every question; the exit code is 0."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream
    search = load_search()
    wishes = read_wishes(Texts(read_catalogues()))
    for question in questions or (line.rstrip("\n") for line in sys.stdin):
        sys.stdout.write(f"{as_line(question, search(question), wishes)}\n")
        sys.stdout.flush()
    return 0


def load_search() -> Search:
    """Build the search over the package's texts."""
    return engine_of(read_model(), passages())


def passages() -> tuple[Passage, ...]:
    """Return the searched words of the package."""
    return read_passages(Texts(read_catalogues()), _written())


def sentences() -> tuple[Passage, ...]:
    """Return the sentences of the package's answers."""
    return read_sentences(Texts(read_catalogues()), _written())


def _written() -> list[str]:
    tree = shipped_tree(resources.files("bot") / "locales")
    return [topic.id for topic in tree.topics if topic.written]


def as_line(question: str, found: Found, wishes: Wishes) -> str:
    """Return the JSON of one answer; a wish is named, and like a message without a word it is no question."""
    listed = wishes.wish(question)
    wish, searched = listed or found.wish, listed is None and not wishes.says_nothing(question)
    return json.dumps(
        {
            "query": question,
            "verdict": found.certainty.value if searched else Certainty.NONE.value,
            "topics": [{"id": topic, "score": round(score, 4)} for topic, score in found.topics],
            **({"wish": wish.value} if wish else {}),
        },
        ensure_ascii=False,
    )
