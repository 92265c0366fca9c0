"""The search itself: repaired spelling, the model, and the decision."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from bot.core.faq.plain import plain
from bot.core.faq.search import OUTSIDE, REFUSED, SEMINARS, WISHED, Certainty, Found
from bot.core.faq.wishes import Wish
from bot.search.corpus import Passage
from bot.search.decision import Floats, signals_of
from bot.search.edited import Edited, key_of
from bot.search.features import counted
from bot.search.model import Model
from bot.search.spelling import Spelling
from bot.search.stems import Stems

LONGEST = 600
"""Characters that are looked at: of a longer story its beginning and its end."""

LIKELY = math.log(0.5)
"""The logarithm of a chance that leaves all other topics together less."""


@dataclass(frozen=True)
class Engine:
    """Question to topics; holds nothing of what was asked. ``topics`` are those that can be shown."""

    model: Model
    spelling: Spelling
    edited: Edited
    topics: Collection[str]
    stems: Stems

    def __call__(self, question: str) -> Found:
        """Return the topics, best first, and how sure that is."""
        text = self.spelling.repair(_cut(plain(_cut(question, LONGEST))))  # one character may become eighteen
        logs = self._logs(text)
        ranked = sorted(zip(self.model.topics, logs.tolist(), strict=True), key=lambda each: -each[1])
        instead = next(topic for topic, _ in ranked if topic in REFUSED)
        real = tuple((topic, float(np.exp(log))) for topic, log in ranked if topic in self.topics)
        sure = real and real[0][0] == next(topic for topic, _ in ranked if topic not in OUTSIDE)
        certainty = self._certainty(logs, text, sure=bool(sure))
        return Found(certainty, real, instead, _wish(certainty, *ranked[0]) if _has_words(text) else None)

    def _logs(self, text: str) -> Floats:
        """Return the logarithm of each topic's chance."""
        pieces, terms = counted(text, self.stems)
        scores = self.model.scores(pieces, terms) + self.edited.bonus(terms)
        return np.asarray(scores - np.logaddexp.reduce(scores))

    def _certainty(self, logs: Floats, text: str, *, sure: bool) -> Certainty:
        decision = self.model.decision
        signals = signals_of(logs, np.array([topic not in OUTSIDE for topic in self.model.topics]))
        if not _has_words(text) or decision.refuse(signals) >= decision.refuse.threshold:
            return Certainty.NONE
        return Certainty.ANSWER if sure and decision.sure(signals) >= decision.sure.threshold else Certainty.SUGGEST


def engine_of(model: Model, passages: Iterable[Passage]) -> Engine:
    """Build the engine over the texts as they stand now; what the model was not taught of them counts a little."""
    now = tuple(passages)
    stems, new = Stems(), [passage for passage in now if key_of(passage) not in model.taught]
    return Engine(
        model,
        model.spelling.knowing(passage.words for passage in new),
        Edited.of(new, model.topics, model.terms, stems),
        frozenset(passage.topic for passage in now) - OUTSIDE,
        stems,
    )


def _wish(certainty: Certainty, best: str, log: float) -> Wish | None:
    """Return the wish that is surer than every topic: of no question of ours, or for the seminars' screen."""
    if best == SEMINARS:
        return Wish.SEMINARS if log > LIKELY else None
    return WISHED.get(best) if certainty is Certainty.NONE else None


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _cut(question: str, half: int = LONGEST // 2) -> str:
    """Return the beginning and the end of what is longer than both."""
    return question if len(question) <= 2 * half else f"{question[:half]} {question[-half:]}"
