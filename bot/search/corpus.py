"""What is searched: every topic's title, words, sample questions and sentences, in both languages together."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import resources

from bot.core.faq.search import OFF_TOPIC, OTHER_COUNTRIES, OTHER_PROGRAMMES, SEMINARS, WHATS_NEW
from bot.core.faq.synonyms import synonyms
from bot.core.locales import Locale

Say = Callable[[str, str], str]
"""(locale, key) to the text."""

BESIDE = {
    SEMINARS: "search-seminars",
    WHATS_NEW: "search-whats-new",
    OTHER_PROGRAMMES: "search-other-programmes",
    OTHER_COUNTRIES: "search-other-countries",
    OFF_TOPIC: "search-off-topic",
}
"""Where the words stand of what is no answer."""

NONE = "none"
_REFUSED_KINDS = {"near": OTHER_PROGRAMMES, "ext": OTHER_PROGRAMMES, "othercountry": OTHER_COUNTRIES}
_SHORTEST = 25
"""Characters of a sentence that says something."""
_TAG = re.compile(r"<[^<>]*>")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")


@dataclass(frozen=True)
class Passage:
    """A piece of text that speaks for a topic. ``field``: title, synonym, sample or text."""

    topic: str
    field: str
    words: str


@dataclass(frozen=True)
class Question:
    """A labelled question: accepted ids, best first, or ``none`` alone."""

    words: str
    language: str
    kind: str
    labels: tuple[str, ...]

    @property
    def speaks_for(self) -> str:
        """The id it is a sample of."""
        return self.labels[0] if self.labels[0] != NONE else _REFUSED_KINDS.get(self.kind, OFF_TOPIC)


def read_questions() -> tuple[Question, ...]:
    """Return the labelled questions of the package."""
    lines = (resources.files("bot") / "search" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = map(json.loads, lines)
    return tuple(Question(row["text"], row["lang"], row["kind"], tuple(row["labels"])) for row in rows)


def as_samples(questions: Iterable[Question]) -> tuple[Passage, ...]:
    """Return the questions as passages of their topics."""
    return tuple(Passage(question.speaks_for, "sample", question.words) for question in questions)


def read_passages(say: Say, topics: Iterable[str]) -> tuple[Passage, ...]:
    """Return everything the catalogues say of the written topics and of what is no answer."""
    keys = {**{topic: f"faq-{topic}" for topic in topics}, **BESIDE}
    return tuple(
        passage for topic, key in keys.items() for locale in Locale for passage in _of(say, locale, topic, key)
    )


def _of(say: Say, locale: str, topic: str, key: str) -> Iterator[Passage]:
    yield Passage(topic, "title", say(locale, key))
    yield from (Passage(topic, "synonym", word) for word in synonyms(say(locale, f"{key}.synonyms")))
    yield from (Passage(topic, "sample", line) for line in _lines(say(locale, f"{key}.samples")))
    for part in ("short", "details") if key not in BESIDE.values() else ():
        sentences = _SENTENCE.split(_TAG.sub("", say(locale, f"{key}.{part}")))
        yield from (Passage(topic, "text", sentence) for sentence in sentences if len(sentence) > _SHORTEST)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
