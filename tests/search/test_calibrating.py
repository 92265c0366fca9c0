"""Thresholds are set by whole writers: what holds for most of them, not for the one who wrote most."""

from dataclasses import replace

import numpy as np

from bot.core.faq.search import OFF_TOPIC
from tests.search.training.calibrating import NEAR_RECALL, RIGHT, Table, calibrate, decided, table, unseen
from tests.search.training.judgement import Judged
from tests.search.training.labelled import NONE, Question

TOPICS = ("a", "b", "c", "d", "e", OFF_TOPIC)
WRITERS, EACH = 8, 60


def judged(writer: int, number: int, draw: np.random.Generator) -> Judged:
    """Return a question and chances that are right the more often the surer they are."""
    outside = number % 4 == 0
    truth = 5 if outside else int(draw.integers(5))
    sure = draw.random()
    found = truth if draw.random() < 0.4 + 0.6 * sure else int(draw.integers(6))
    chances = np.full(6, (1 - sure) / 6 + 1e-6)
    chances[found] += sure
    question = Question("", "ru", "near" if outside else "plain", (NONE,) if outside else (TOPICS[truth],), str(writer))
    return Judged(question, TOPICS, np.log(chances / chances.sum()))


def rows() -> Table:
    """Return the same questions every time."""
    draw = np.random.default_rng(1)
    return table([judged(writer, number, draw) for writer in range(WRITERS) for number in range(EACH)])


def test_what_is_sure_is_right_and_what_is_near_is_refused() -> None:
    given = rows()
    refused, direct = decided(calibrate(given), given)
    assert refused[given.near].mean() >= NEAR_RECALL
    assert 0 < direct.mean() < 1
    assert given.right[direct].mean() >= RIGHT
    assert not (refused & direct).any()


def test_a_writer_is_decided_about_without_what_that_writer_taught() -> None:
    given = rows()
    _, direct = unseen(given)
    assert given.right[direct].mean() >= RIGHT - 0.05
    mine = given.writers == "0"
    changed = replace(given, right=given.right ^ mine)
    assert np.array_equal(unseen(changed)[1][mine], direct[mine])


def test_where_nothing_can_be_trusted_nothing_is_sure() -> None:
    given = rows()
    never = replace(given, right=np.zeros_like(given.right))
    assert not decided(calibrate(never), never)[1].any()
