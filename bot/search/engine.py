"""The search itself: repaired spelling, the measures, and the decision."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np

from bot.core.faq.plain import plain
from bot.core.faq.search import REFUSED, Certainty, Found
from bot.search.corpus import Passage
from bot.search.keywords import Keywords
from bot.search.letters import Letters
from bot.search.logistic import Logistic
from bot.search.meaning import Embed, Meaning
from bot.search.signals import Floats, Looked
from bot.search.spelling import Spelling
from bot.search.stems import Stems

LONGEST = 600
"""Characters that are looked at: of a longer story its beginning and its end."""


def read_weights() -> dict[str, Any]:
    """Return what ``tune`` found, for the whole engine and for the one without meaning."""
    return dict(json.loads((resources.files("bot") / "search" / "weights.json").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Measures:
    """Everything that compares a question with the texts."""

    topics: tuple[str, ...]
    spelling: Spelling
    keywords: Keywords
    letters: Letters
    meaning: Meaning | None
    stems: Stems

    def __call__(self, question: str, weights: Floats) -> Looked:
        """Return how like each topic is to a question in its plain form."""
        text = self.spelling.repair(question)
        rows = [self.keywords(text), self.letters(text), *(self.meaning(text) if self.meaning else ())]
        real = np.array([topic not in REFUSED for topic in self.topics])
        return Looked(np.array(rows), weights, real, len(self.stems(text)))


def measures_of(passages: Sequence[Passage], embed: Embed | None) -> Measures:
    """Build the indexes; seconds where nothing is kept."""
    topics, stems = tuple(dict.fromkeys(passage.topic for passage in passages)), Stems()
    return Measures(
        topics,
        Spelling.of(passage.words for passage in passages),
        Keywords(passages, topics, stems),
        Letters([passage for passage in passages if passage.field != "text"], topics),
        Meaning(passages, topics, embed) if embed else None,
        stems,
    )


@dataclass(frozen=True)
class Engine:
    """Question to topics; holds nothing of what was asked."""

    measures: Measures
    weights: Floats
    refuse: Logistic
    sure: Logistic

    def __call__(self, question: str) -> Found:
        """Return the topics, best first, and how sure that is."""
        text = _cut(plain(question))  # one character may become eighteen: cutting comes after
        looked = self.measures(text, self.weights)
        scores, topics = looked.scores, self.measures.topics
        ranked = sorted(((topics[at], float(scores[at])) for at in range(len(topics))), key=lambda each: -each[1])
        instead = next(topic for topic, _ in ranked if topic in REFUSED)
        real = tuple(each for each in ranked if each[0] not in REFUSED)
        return Found(self._certainty(looked.signals, text), real, instead)

    def _certainty(self, signals: Floats, text: str) -> Certainty:
        if not any(sign.isalnum() for sign in text) or self.refuse(signals) >= self.refuse.threshold:
            return Certainty.NONE
        return Certainty.ANSWER if self.sure(signals) >= self.sure.threshold else Certainty.SUGGEST


def engine_of(passages: Sequence[Passage], embed: Embed | None) -> Engine:
    """Build the engine with the weights that were tuned for its kind."""
    kept = read_weights()["whole" if embed else "plain"]
    weights = np.array(kept["weights"], dtype=float)
    return Engine(measures_of(passages, embed), weights, Logistic.read(kept["refuse"]), Logistic.read(kept["sure"]))


def _cut(question: str) -> str:
    return question if len(question) <= LONGEST else f"{question[: LONGEST // 2]} {question[-LONGEST // 2 :]}"
