"""The same texts cost no second search, and a word that was added after the training counts (A12, P6)."""

import numpy as np
import pytest

from bot.cli.search_jsonl import passages
from bot.search import loading
from bot.search.corpus import Passage
from bot.search.edited import MOST, Edited
from bot.search.engine import Engine, engine_of
from bot.search.features import Vocabulary, counted
from bot.search.stems import Stems

TOPICS = ("a", "b")


def engine_with(*more: Passage) -> Engine:
    """Return the search over the texts of the package and these."""
    return engine_of(loading.model(), (*passages(), *more))


def test_the_same_texts_give_the_same_search() -> None:
    texts = {"a": "one word of the first", "b": "another of the second"}

    def say(_: str, key: str) -> str:
        return texts.get(key.partition("-")[2].partition(".")[0], "words of a screen")

    first = loading.load(say, TOPICS)
    assert loading.load(say, TOPICS) is first
    texts["a"] = "yet another word"
    assert loading.load(say, TOPICS) is not first


@pytest.mark.parametrize(
    ("field", "words", "question"),
    [
        ("synonym", "фломбарика", "фломбарика"),
        ("synonym", "форма 98123", "что за форма 98123"),
        ("sample", "Как быть, если пришла фломбарика?", "мне пришла фломбарика, и как теперь быть"),
        ("synonym", "glomberry", "they sent me a glomberry"),
    ],
)
def test_a_word_added_since_the_training_leads_to_its_topic(field: str, words: str, question: str) -> None:
    before = engine_with()(question).topics[:1]
    after = engine_with(Passage("third-countries", field, words))(question).topics
    assert before[0][0] != "third-countries"
    assert "third-countries" in [topic for topic, _ in after[:3]]


def test_a_word_added_to_another_topic_moves_no_question_without_it() -> None:
    question = "как скоро можно получить разрешение на работу"
    assert engine_with(Passage("third-countries", "synonym", "фломбарика"))(question) == engine_with()(question)


def test_what_the_model_was_taught_is_no_news() -> None:
    assert engine_with().edited.table == {} or len(engine_with().edited.table) < len(passages())
    stems, nothing = Stems(), Vocabulary(np.zeros(0, np.uint32), np.zeros(0, np.float32))
    one = Passage("a", "synonym", "фломбарика глюмка трямбус")
    edited = Edited.of([one], TOPICS, nothing, stems)
    assert edited.bonus(counted(one.words, stems)[1]).tolist() == [MOST, 0]
    assert edited.bonus(counted("ничего", stems)[1]).tolist() == [0, 0]


def test_a_topic_that_is_not_shown_is_not_found() -> None:
    fewer = [passage for passage in passages() if passage.topic != "work-permit"]
    found = engine_of(loading.model(), fewer)("как скоро можно получить разрешение на работу")
    assert "work-permit" not in [topic for topic, _ in found.topics]
