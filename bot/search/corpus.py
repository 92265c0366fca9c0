"""What is searched: every topic's title, words, sample questions and sentences, in both languages together."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

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


def read_passages(say: Say, topics: Iterable[str]) -> tuple[Passage, ...]:
    """Return the titles, words and sample questions of the written topics and of what is no answer."""
    return tuple(
        passage
        for topic, key in {**_answers(topics), **BESIDE}.items()
        for locale in Locale
        for passage in _of(say, locale, topic, key)
    )


def read_sentences(say: Say, topics: Iterable[str]) -> tuple[Passage, ...]:
    """Return the sentences of the written answers; a model learns from them, and they may change afterwards."""
    return tuple(
        Passage(topic, "text", sentence)
        for topic, key in _answers(topics).items()
        for locale in Locale
        for part in ("short", "details")
        for sentence in _SENTENCE.split(_TAG.sub("", say(locale, f"{key}.{part}")))
        if len(sentence) > _SHORTEST
    )


def _answers(topics: Iterable[str]) -> dict[str, str]:
    return {topic: f"faq-{topic}" for topic in topics}


def _of(say: Say, locale: str, topic: str, key: str) -> Iterator[Passage]:
    yield Passage(topic, "title", say(locale, key))
    yield from (Passage(topic, "synonym", word) for word in synonyms(say(locale, f"{key}.synonyms")))
    yield from (Passage(topic, "sample", line) for line in _lines(say(locale, f"{key}.samples")))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
