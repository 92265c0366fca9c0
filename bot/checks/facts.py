"""Whether facts.toml is what docs/facts.md says, and whether what is known from memory alone is called unconfirmed.

The page has the sources in full. The wheel does not carry it: where it is missing, there is nothing to compare.
"""

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.core.faq.facts import Facts
from bot.core.faq.topics import Topic, Tree

ROW = re.compile(r"\| ([A-Z]{2}-\d+) \| (.+?) \| (.+?) \| (.+?) \| ([^|]+) \|")
WORDS = re.compile(r"official|secondary|memory|origin|advice|unseen|as [A-Z]{2}-\d+(?:, [A-Z]{2}-\d+)*")
FROM_MEMORY = frozenset({"memory"})
ASKED = re.compile(r"\| (\d+) \| ([^|]+) \| (.+?) \| (.+?) \|")
IN_MOTION = "⚠"
NONE = ("–", "-")


def facts_page(package: Traversable) -> Path:
    """Return where the page of facts is in the repository; a wheel has none there."""
    return Path(str(package)).parent / "docs" / "facts.md"


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


def data_findings(facts: Facts, page: str) -> Iterator[str]:
    """Yield where facts.toml and the page do not say the same."""
    rows = {row[1]: row for row in ROW.finditer(page)}
    for name in sorted(rows.keys() ^ facts.by_id.keys()):
        yield f"facts.toml: {name} stands only in {'docs/facts.md' if name in rows else 'facts.toml'}"
    for name in sorted(rows.keys() & facts.by_id.keys()):
        fact, row = facts.by_id[name], rows[name]
        if fact.known != row[5].strip():
            yield f"facts.toml: {name} is known otherwise in docs/facts.md"
        if _plain(fact.says) != _plain(row[2]):
            yield f"facts.toml: {name} says something else in docs/facts.md"
        if fact.source != ("" if row[3] in NONE else row[3].replace("<", "").replace(">", "")):
            yield f"facts.toml: {name} has another source in docs/facts.md"
        if fact.ask and not any(fact.ask == asked[3] and fact.look == asked[4] for asked in ASKED.finditer(page)):
            yield f"facts.toml: what is asked of {name} stands in no row of the list in docs/facts.md"
        if IN_MOTION in row[2] and not fact.moving:
            yield f"facts.toml: {name} is in motion in docs/facts.md"


def _plain(statement: str) -> str:
    return " ".join(statement.replace(IN_MOTION, "").replace("**", "").split())


def fact_findings(tree: Tree) -> Iterator[str]:
    """Yield where answers say for sure what is known from memory alone."""
    for topic in tree.topics:
        if topic.written:
            yield from (f"topics.toml: {topic.id}: {fault}" for fault in _topic_faults(topic, tree.facts))


def _topic_faults(topic: Topic, facts: Facts) -> Iterator[str]:
    doubted = {name for names in topic.facts.get("unconfirmed", ()) for name in names}
    for name in sorted(topic.fact_ids - doubted):
        fact = facts.by_id.get(name)
        if fact and frozenset(fact.known.split(" + ")) <= FROM_MEMORY:
            yield f"{name} is known from memory, and no item of .unconfirmed says so"
