"""Every writer's questions as a model sees them that has read none of that writer's."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.search.corpus import Passage
from tests.search.training.fitting import fit
from tests.search.training.judgement import Judged
from tests.search.training.labelled import Question

KEPT = Path("build/search-folds")
"""What folds said, by what they learned from: a second look costs no training."""


def writers_of(questions: Sequence[Question]) -> list[str]:
    """Return the writers in order."""
    return sorted({question.writer for question in questions})


def judge(
    passages: Sequence[Passage], questions: Sequence[Question], always: Sequence[Question] = ()
) -> Iterator[Judged]:
    """Return every question as a model of the other writers, and of ``always``, judges it."""
    for writer in writers_of(questions):
        others = [question for question in questions if question.writer != writer]
        yield from judged(passages, [*always, *others], [each for each in questions if each.writer == writer])


def judged(passages: Sequence[Passage], others: Sequence[Question], mine: Sequence[Question]) -> Iterator[Judged]:
    """Return some questions as a model of others judges them."""
    topics, logs = _fold(passages, others, mine)
    yield from (Judged(question, topics, row) for question, row in zip(mine, logs, strict=True))


def _fold(
    passages: Sequence[Passage], others: Sequence[Question], mine: Sequence[Question]
) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    code = Path(__file__).with_name("fitting.py").read_bytes()
    name = hashlib.sha256(repr((passages, others, mine)).encode() + code).hexdigest()[:24]
    kept = KEPT / f"{name}.npz"
    if not kept.exists():
        fitted = fit(passages, others)
        KEPT.mkdir(parents=True, exist_ok=True)
        np.savez(kept, topics=np.array(fitted.topics), logs=fitted.log_chances([each.words for each in mine]))
    with np.load(kept, allow_pickle=False) as file:
        return tuple(str(topic) for topic in file["topics"]), np.asarray(file["logs"])
