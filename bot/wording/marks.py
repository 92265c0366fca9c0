"""The marks of age that labels of answers have in every menu and list, and the lines that explain them (P5)."""

from collections.abc import Iterable

from bot.core.faq.facts import Age
from bot.core.faq.topics import Topic, Tree
from bot.wording.wording import Wording

MARKS = {Age.PAST: "answers-mark-past", Age.SHUT: "answers-mark-shut"}
LEGEND = {Age.PAST: "answers-legend-past", Age.SHUT: "answers-legend-shut"}


def marked(words: Wording, age: Age, label: str) -> str:
    """Return a label of an answer with the mark of its age, if it has one."""
    mark = MARKS.get(age)
    return words.plain(mark, label=label) if mark else label


def label(words: Wording, tree: Tree, topic: Topic) -> str:
    """Return the title of an answer with the mark of its age, if it has one."""
    return marked(words, tree.age(topic, topic.fact_ids), words.plain(f"faq-{topic.id}"))


def legend(words: Wording, tree: Tree, topics: Iterable[Topic]) -> tuple[str, ...]:
    """Return the lines that explain the marks which labels of these answers have."""
    there = frozenset(tree.age(topic, topic.fact_ids) for topic in topics)
    explained = [words(key) for age, key in LEGEND.items() if age in there]
    return ("\n".join(explained),) if explained else ()
