"""Whether the facts the answers name exist, and whether what is known from memory alone is called unconfirmed.

The facts stand in ``docs/facts.md``, which the wheel does not carry: where it is missing, there is nothing to compare.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.core.faq.topics import Topic, Tree

ROW = re.compile(r"\| ([A-Z]{2}-\d+) \| (.+?) \| (.+?) \| (.+?) \| ([^|]+) \|")
WORDS = re.compile(r"official|secondary|memory|origin|advice|unseen|as [A-Z]{2}-\d+(?:, [A-Z]{2}-\d+)*")
FROM_MEMORY = {"memory"}

Confidence = Mapping[str, frozenset[str]]
"""``{fact: how each part of it is known}``"""


def facts_page(package: Traversable) -> Path:
    """Return where the page of facts is in the repository; a wheel has none there."""
    return Path(str(package)).parent / "docs" / "facts.md"


def read_facts(text: str) -> Confidence:
    """Return how every fact of the page is known."""
    return {row[1]: frozenset(row[5].strip().split(" + ")) for row in ROW.finditer(text)}


def page_findings(text: str) -> Iterator[str]:
    """Yield what is wrong with the page itself."""
    seen: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        row = ROW.fullmatch(line)
        if row is None:
            if re.match(r"\| [A-Z]{2}-\d+ \|", line):
                yield f"facts.md:{number}: is no row of five columns"
            continue
        if row[1] in seen:
            yield f"facts.md:{number}: {row[1]} stands twice"
        seen.add(row[1])
        yield from (f"facts.md:{number}: {row[1]}: {fault}" for fault in _row_faults(row[5].strip()))


def _row_faults(confidence: str) -> Iterator[str]:
    for word in confidence.split(" + "):
        if not WORDS.fullmatch(word):
            yield f"{word!r} is no confidence"


def fact_findings(tree: Tree, known: Confidence) -> Iterator[str]:
    """Yield where answers rest on no fact, or say for sure what is known from memory alone."""
    for topic in tree.topics:
        if topic.written:
            yield from (f"topics.toml: {topic.id}: {fault}" for fault in _topic_faults(topic, known))


def _topic_faults(topic: Topic, known: Confidence) -> Iterator[str]:
    parts = dict(topic.facts)
    doubted = {name for names in parts.get("uncertain", ()) for name in names}
    for part, lists in parts.items():
        for number, names in enumerate(lists, 1):
            for name in names:
                if name not in known:
                    yield f"{part}, paragraph {number}: there is no fact {name}"
                elif known[name] <= FROM_MEMORY and name not in doubted:
                    yield f"{part}, paragraph {number}: {name} is known from memory, and .uncertain does not say so"
