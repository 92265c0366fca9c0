"""The figures of the search by writer, language and kind, the confusions, and the curve."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from bot.core.faq.search import WISHED
from bot.core.faq.wishes import Wishes, read_wishes
from bot.texts import Texts, read_catalogues
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
    print(f"{len(rows)} messages of {len(np.unique(judged.writers))} writers, each left out whole")
    asked = ~judged.wishes
    print(line("all", judged.of(asked), refused[asked], direct[asked]))
    print(line("told stories", judged.of(told), refused[told], direct[told]))
    for name, key in KEYS.items():
        groups = np.array([key(row.question) if not row.question.is_wish else "" for row in rows])
        print(f"by {name}")
        for group in sorted(set(groups.tolist()) - {""}):
            mine = groups == group
            print(line(group, judged.of(mine), refused[mine], direct[mine]))
    wishes(rows, refused, int((direct & judged.wishes).sum()))
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


def wishes(rows: Sequence[Judged], refused: Flags, direct: int) -> None:
    """Print how many wishes open their screen or another, by list or class, and how many other messages open one."""
    listed = read_wishes(Texts(read_catalogues()))
    opened = [_opened(row, listed, refused=bool(no)) for row, no in zip(rows, refused, strict=True)]
    mine = [(row.question.labels[0], found) for row, found in zip(rows, opened, strict=True) if row.question.is_wish]
    print(f"wishes: {len(mine)}, of which {sum(wish == found for wish, found in mine)} open their screen,")
    print(f"  {sum(found in WISHED and wish != found for wish, found in mine)} another; {direct} get a direct answer")
    for name, those in (("questions in scope", True), ("other messages", False)):
        among = [(row.question, found) for row, found in zip(rows, opened, strict=True) if not row.question.is_wish]
        others = [found for question, found in among if question.in_scope is those]
        print(f"  {name}: {len(others)}, of which {sum(found in WISHED for found in others)} open one")


def _opened(row: Judged, listed: Wishes, *, refused: bool) -> str:
    if wish := listed.wish(row.question.words):
        return f"wish-{wish.value}"
    return row.topics[int(row.logs.argmax())] if refused else ""


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
