"""The figures of the search by writer, language and kind, the confusions, and the curve."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from tests.search.training.calibrating import Flags, Table, balance, ranked, table, unseen
from tests.search.training.judgement import Judged
from tests.search.training.labelled import Question

TOLD = ("indirect",)
"""Kinds that are told as a story, without a question and without a word of law."""
MOST_CONFUSIONS = 15
KEYS: dict[str, Callable[[Question], str]] = {
    "writer": lambda question: question.writer,
    "language": lambda question: question.language,
    "kind": lambda question: question.kind,
}


def split_of(questions: Sequence[Question], first: str) -> tuple[list[Question], list[Question]]:
    """Return the questions that judge, and those of the writer who only teaches."""
    return [each for each in questions if each.writer != first], [each for each in questions if each.writer == first]


def report(rows: Sequence[Judged]) -> None:
    """Print every figure of models and decisions that have not read the writer."""
    judged = table(rows)
    refused, direct = unseen(judged)
    told = np.array([row.question.kind in TOLD for row in rows])
    print(f"{len(rows)} questions of {len(np.unique(judged.writers))} writers, each left out whole")
    print(line("all", judged, refused, direct))
    print(line("told stories", judged.of(told), refused[told], direct[told]))
    for name, key in KEYS.items():
        groups = np.array([key(row.question) for row in rows])
        print(f"by {name}")
        for group in sorted(set(groups.tolist())):
            mine = groups == group
            print(line(group, judged.of(mine), refused[mine], direct[mine]))
    confusions(rows, direct)


def line(name: str, rows: Table, refused: Flags, direct: Flags) -> str:
    """Return one line of figures; a dash where there is nothing to count."""
    scope = ~rows.outside
    figures = {
        "top-1": share(rows.right[scope]),
        "top-3": share(rows.third[scope]),
        "none F1": f"{balance(refused, rows.outside):.3f}" if rows.outside.any() else "-",
        "near": share(refused[rows.near]),
        "refused in scope": share(refused[scope]),
        "direct": share(direct),
        "right": share(rows.right[direct]),
    }
    return f"  {name:12} n={len(refused):4}  " + "  ".join(f"{key} {value}" for key, value in figures.items())


def share(flags: Flags) -> str:
    """Return how many of them hold."""
    return f"{flags.mean():.3f}" if len(flags) else "-"


def confusions(rows: Sequence[Judged], direct: Flags) -> None:
    """Print which topics are taken for which others most often, and how often a direct answer was."""
    taken: Counter[tuple[str, str]] = Counter()
    answered: dict[tuple[str, str], int] = defaultdict(int)
    for row, sure in zip(rows, direct, strict=True):
        found, first = ranked(row)[0], row.question.labels[0]
        if found not in row.question.labels and (row.question.in_scope or sure):
            taken[first, found] += 1
            answered[first, found] += bool(sure)
    print("taken for another topic most often (of these as a direct answer)")
    for (first, found), times in taken.most_common(MOST_CONFUSIONS):
        print(f"  {first} for {found}: {times} ({answered[first, found]})")
