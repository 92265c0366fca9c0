"""The marks of age that labels of answers have in every menu and list, and the lines that explain them (P5)."""

from collections.abc import Iterable

from bot.core.faq.facts import Age
from bot.handlers.ui.screens import Words

MARKS = {Age.PAST: "answers-mark-past", Age.SHUT: "answers-mark-shut"}
LEGEND = {Age.PAST: "answers-legend-past", Age.SHUT: "answers-legend-shut"}


def marked(words: Words, age: Age, label: str) -> str:
    """Return a label of an answer with the mark of its age, if it has one."""
    mark = MARKS.get(age)
    return words.plain(mark, label=label) if mark else label


def legend(words: Words, ages: Iterable[Age]) -> tuple[str, ...]:
    """Return the lines that explain the marks which labels of these ages have."""
    there = frozenset(ages)
    explained = [words(key) for age, key in LEGEND.items() if age in there]
    return ("\n".join(explained),) if explained else ()
