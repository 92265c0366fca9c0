"""The weights of the package: small, whole, and trained on the committed questions."""

import time
from importlib import resources
from io import BytesIO

import numpy as np

from bot.core.faq.search import REFUSED
from bot.search.corpus import BESIDE
from bot.search.model import FILE, read_from, read_model, write_model
from tests.search.training.labelled import read_questions, stamp

MOST_BYTES = 4_000_000


def test_the_weights_were_trained_on_the_committed_questions() -> None:
    assert read_model().stamp == stamp(), "labelled questions were changed: make train-search"


def test_every_label_is_a_topic_of_the_model() -> None:
    topics = read_model().topics
    assert {question.speaks_for for question in read_questions()} <= set(topics)
    assert {*BESIDE, *REFUSED} <= set(topics)


def test_the_weights_are_a_small_file_of_arrays() -> None:
    file = resources.files("bot") / "search" / FILE
    assert len(file.read_bytes()) <= MOST_BYTES
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        assert {name for name in arrays if arrays[name].dtype.hasobject} == set()


def test_the_weights_are_read_within_a_second() -> None:
    began = time.process_time()
    read_model()
    assert time.process_time() - began <= 1


def test_what_is_written_is_read_again() -> None:
    model, file = read_model(), BytesIO()
    write_model(model, file)
    again = read_from(BytesIO(file.getvalue()))
    assert (again.topics, again.spelling, again.taught, again.stamp) == (
        model.topics,
        model.spelling,
        model.taught,
        model.stamp,
    )
    assert np.array_equal(again.weights, model.weights)
    assert model.weights.shape == (len(model.pieces.names) + len(model.terms.names), len(model.topics))
