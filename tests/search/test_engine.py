"""Question to topics over the real texts and the trained model of the package."""

import json
import time
from functools import cache

import pytest

from bot.cli.search_jsonl import as_line, passages
from bot.core.faq.search import REFUSED, SEMINARS, WHATS_NEW, Certainty
from bot.core.faq.synonyms import synonyms
from bot.core.faq.wishes import Wish, read_wishes
from bot.search.engine import LONGEST, Engine, engine_of
from bot.search.model import read_model
from bot.search.spelling import Spelling
from tests.handlers.drawn import catalogues
from tests.search.training.labelled import read_questions


@cache
def engine() -> Engine:
    """Build it once."""
    return engine_of(read_model(), passages())


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
    ("message", "wish"),
    [
        ("где тут кнопки", Wish.MENU),
        ("вы вообще живые?", Wish.PERSON),
        ("спасибо, добрый вы человек", Wish.THANKS),
        ("кто вас финансирует", Wish.ABOUT),
        ("как спросить-то", Wish.HELP),
        ("боюсь что бот от фсб", Wish.VERIFY),
        ("во сколько завтра у вас эфир", Wish.SEMINARS),
        ("hello my friends", Wish.GREETING),
    ],
)
def test_p06_a_wish_no_list_has_is_known_when_it_is_surer_than_every_topic(message: str, wish: Wish) -> None:
    listed = read_wishes(catalogues())
    assert listed.wish(message) is None
    assert engine()(message).wish is wish


def test_p06_questions_of_law_are_no_wishes_and_leaving_is_none_of_the_search() -> None:
    legal = [question.words for question in read_questions() if question.in_scope and question.labels[0] != SEMINARS]
    opened = [each for each in legal if engine()(each).wish]
    assert len(opened) <= len(legal) / 200
    assert not {f"wish-{wish.value}" for wish in (Wish.LEAVE, Wish.DELETE)} & set(engine().model.topics)


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


HOSTILE_SHARE = 4
"""How many times a hostile text may cost what a story of two thousand signs does, side by side."""


def cost(question: str) -> float:
    """Return the seconds of processor a question takes, at best of five."""
    took = []
    for _ in range(5):
        began = time.process_time()
        engine()(question)
        took.append(time.process_time() - began)
    return min(took)


@pytest.mark.parametrize(
    "question",
    ["\ufdfa" * 4096, "я" * 4096, "x " * 2048, " ".join(f"{number:x}щъ" for number in range(900))[:4096], "a'" * 2048],
)
def test_a_hostile_text_costs_no_more_than_a_story(question: str) -> None:
    story = (
        "Меня вызвали повесткой, я уехал через Казахстан и Мексику, теперь жду суда и не знаю, можно ли работать. " * 20
    )
    engine()("warm")
    assert cost(question) < HOSTILE_SHARE * cost(story)


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


def test_no_synonym_list_is_read_with_empty_words() -> None:
    assert synonyms("a, b,\n c,,") == ("a", "b", "c")
