"""Train the search (``make train-search``): writes bot/search/weights.npz; the same rows give the same file."""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.cli.search_jsonl import passages, sentences
from bot.search.corpus import Passage
from bot.search.decision import Decision
from bot.search.edited import key_of
from bot.search.model import FILE, Model, write_model
from tests.search.training.calibrating import calibrate, table
from tests.search.training.fitting import Fitted, fit
from tests.search.training.folds import judge
from tests.search.training.labelled import FIRST, Question, read_questions, stamp
from tests.search.training.reporting import report, split_of

WEIGHTS = Path("bot/search") / FILE
SMALL = 127
"""The largest weight of a topic, once it is small."""


def main() -> None:
    """Judge by writers left out, calibrate on that, train on everything, write the file."""
    questions = read_questions()
    taught = (*passages(), *sentences())
    strangers, firsts = split_of(questions, FIRST)
    rows = list(judge(taught, strangers, firsts))
    report(rows)
    model = small(fit(taught, questions), calibrate(table(rows)), passages(), questions)
    with WEIGHTS.open("wb") as file:
        write_model(model, file)
    sys.stdout.write(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.2f} MB\n")


def small(fitted: Fitted, decision: Decision, spoken: Sequence[Passage], questions: Sequence[Question]) -> Model:
    """Return the model with its weights in a byte each."""
    scale = np.abs(fitted.weights).max(axis=0) / SMALL
    weights = np.round(fitted.weights / scale).astype(np.int8)
    taught = frozenset(map(key_of, spoken))
    return Model(
        fitted.topics,
        fitted.pieces,
        fitted.terms,
        weights,
        scale.astype(np.float32),
        fitted.bias.astype(np.float32),
        fitted.spelling,
        decision,
        taught,
        stamp(),
    )


if __name__ == "__main__":
    main()
