"""A new search costs the encoder only what is new, and the same texts cost no search at all (A12)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from bot.search import loading
from bot.search.meaning import Vectors
from bot.search.remembered import Remembered


@dataclass
class Counting:
    """Stands for the encoder: a row tells the number in the text, and how many texts were embedded is counted."""

    seen: list[str] = field(default_factory=list)

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return a row a text."""
        self.seen.extend(texts)
        return np.array([[float(text)] for text in texts], dtype=np.float32)


def numbers(*texts: int) -> list[str]:
    """Return them as texts."""
    return [str(text) for text in texts]


def test_only_new_texts_are_embedded_and_every_row_is_in_its_place() -> None:
    encoder = Counting()
    remembered = Remembered(encoder, many=3)
    assert remembered(numbers(3, 1, 3, 2)).ravel().tolist() == [3, 1, 3, 2]
    assert remembered(numbers(2, 4, 1, 4)).ravel().tolist() == [2, 4, 1, 4]
    assert remembered(numbers(1, 2, 4)).ravel().tolist() == [1, 2, 4]
    assert remembered(numbers(3, 4, 1)).ravel().tolist() == [3, 4, 1]
    assert encoder.seen == numbers(3, 1, 2, 4, 3)


def test_a_question_is_not_remembered() -> None:
    encoder = Counting()
    remembered = Remembered(encoder, many=3)
    for _ in range(2):
        assert remembered(numbers(7)).ravel().tolist() == [7]
    assert encoder.seen == numbers(7, 7)
    assert remembered.held == 0
    remembered(numbers(1, 2, 3))
    assert remembered.held == 3


def test_the_same_texts_give_the_same_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "encoder", lambda: None)
    texts = {"a": "one word of the first", "b": "another of the second"}

    def say(_: str, key: str) -> str:
        return texts.get(key.partition("-")[2].partition(".")[0], "words of a screen")

    first = loading.load(say, ["a", "b"])
    assert loading.load(say, ["a", "b"]) is first
    texts["a"] = "yet another word"
    assert loading.load(say, ["a", "b"]) is not first
