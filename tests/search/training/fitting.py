"""Multinomial logistic regression over the features of the running search (scikit-learn, the extra ``train``)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bot.core.faq.plain import plain
from bot.search.corpus import Passage
from bot.search.features import Counted, Floats, Vocabulary, counted
from bot.search.spelling import Spelling
from bot.search.stems import Stems
from tests.search.training.labelled import Question

PIECES, TERMS = 60_000, 51_000
"""How many features of each sort are kept, the most frequent."""
STRENGTH = 8.0
STEPS = 150
SEED, TOLERANCE = 7, 1e-3
FIELDS = {"title": 0.5, "sample": 0.7, "synonym": 0.3, "text": 0.3}
"""What a passage of the catalogues weighs beside a question."""
SPELT_OTHERWISE = ("layout", "translit", "mixed")
"""Kinds of questions whose spelling teaches no word."""
STEMS = Stems()


@dataclass(frozen=True)
class Row:
    """A text the model learns from."""

    words: str
    topic: str
    weight: float


@dataclass(frozen=True)
class Fitted:
    """A trained model, before its numbers are made small."""

    topics: tuple[str, ...]
    spelling: Spelling
    pieces: Vocabulary
    terms: Vocabulary
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def log_chances(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return a row of logarithms a text."""
        given = matrix([features(self.spelling.repair(text)) for text in texts], self.pieces, self.terms)
        scores = np.asarray(given @ self.weights) + self.bias
        scores -= scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


def spelling_of(passages: Sequence[Passage], questions: Sequence[Question]) -> Spelling:
    """Return what is known of spelling from texts that are spelt as usual."""
    usual = (question.words for question in questions if question.kind not in SPELT_OTHERWISE)
    return Spelling.of([*(passage.words for passage in passages), *usual])


def fit(passages: Sequence[Passage], questions: Sequence[Question]) -> Fitted:
    """Train on the catalogues and on these questions."""
    spelling = spelling_of(passages, questions)
    rows = [Row(plain(passage.words), passage.topic, FIELDS[passage.field]) for passage in passages]
    rows += [Row(spelling.repair(question.words), question.speaks_for, 1.0) for question in questions]
    found = [features(row.words) for row in rows]
    pieces, terms = _vocabulary([each[0] for each in found], PIECES), _vocabulary([each[1] for each in found], TERMS)
    topics = tuple(sorted({row.topic for row in rows}))
    model = LogisticRegression(C=STRENGTH, max_iter=STEPS, tol=TOLERANCE, random_state=SEED)
    model.fit(matrix(found, pieces, terms), [topics.index(row.topic) for row in rows], sample_weight=_weights(rows))
    return Fitted(topics, spelling, pieces, terms, model.coef_.T.astype(float), model.intercept_.astype(float))


def matrix(found: Sequence[tuple[Counted, Counted]], pieces: Vocabulary, terms: Vocabulary) -> csr_matrix:
    """Return a row a text: its pieces, and beside them its terms."""
    return hstack([_block([each[0] for each in found], pieces), _block([each[1] for each in found], terms)]).tocsr()


@cache
def features(text: str) -> tuple[Counted, Counted]:
    """Return the features of a plain text; every fold asks for the same."""
    return counted(text, STEMS)


def _block(found: Sequence[Counted], known: Vocabulary) -> csr_matrix:
    weighed = [known.weigh(each) for each in found]
    starts = np.cumsum([0, *(len(places) for places, _ in weighed)])
    places = np.concatenate([places for places, _ in weighed])
    values: Floats = np.concatenate([values for _, values in weighed])
    return csr_matrix((values, places, starts), shape=(len(found), len(known.names)))


def _vocabulary(found: Sequence[Counted], most: int) -> Vocabulary:
    names, texts = np.unique(np.concatenate([each.names for each in found]), return_counts=True)
    kept = np.sort(np.argsort(-texts, kind="stable")[:most])
    rarity = np.log((1 + len(found)) / (1 + texts[kept])) + 1
    return Vocabulary(names[kept], rarity.astype(np.float16).astype(np.float32))


def _weights(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Return the weight of each row; a topic with few rows counts for more, by the square root."""
    times = Counter(row.topic for row in rows)
    return np.array([row.weight * np.sqrt(len(rows) / (len(times) * times[row.topic])) for row in rows])
