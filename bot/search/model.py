"""The trained model as the package holds it: arrays alone, read without running anything of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from bot.search.decision import Decision, Logistic
from bot.search.features import Counted, Floats, Names, Vocabulary
from bot.search.spelling import Spelling

FILE = "weights.npz"


@dataclass(frozen=True)
class Model:
    """A linear model: topics, features, and small weights, a row a feature (pieces first, then terms)."""

    topics: tuple[str, ...]
    pieces: Vocabulary
    terms: Vocabulary
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    spelling: Spelling
    decision: Decision
    taught: frozenset[int]
    stamp: str

    def scores(self, pieces: Counted, terms: Counted) -> NDArray[np.float64]:
        """Return a score a topic, each a logarithm but for a constant."""
        places, values = self.pieces.weigh(pieces)
        further, others = self.terms.weigh(terms)
        rows = self.weights[np.concatenate([places, further + len(self.pieces.names)])]
        found = np.concatenate([values, others]) @ rows.astype(np.float32)
        return np.asarray(found * self.scale + self.bias, dtype=np.float64)


def write_model(model: Model, file: IO[bytes]) -> None:
    """Write everything as arrays; the same model gives the same bytes."""
    spelling = model.spelling
    arrays: dict[str, NDArray[Any]] = {
        "topics": np.array(model.topics),
        "stamp": np.array([model.stamp]),
        "pieces": model.pieces.names,
        "pieces_rarity": model.pieces.rarity.astype(np.float16),
        "terms": model.terms.names,
        "terms_rarity": model.terms.rarity.astype(np.float16),
        "weights": np.ascontiguousarray(model.weights.T),  # a topic's weights side by side: smaller once packed
        "scale": model.scale,
        "bias": model.bias,
        "words": np.array(sorted(spelling.known), dtype=np.uint32),
        "trigrams": np.array(sorted(spelling.trigrams.items()), dtype=np.uint32),
        "taught": np.array(sorted(model.taught), dtype=np.uint32),
        **model.decision.refuse.as_arrays("refuse"),
        **model.decision.sure.as_arrays("sure"),
    }
    np.savez_compressed(file, allow_pickle=False, **arrays)


def read_model() -> Model:
    """Return the model of the package."""
    with (resources.files("bot") / "search" / FILE).open("rb") as file:
        return read_from(file)


def read_from(file: IO[bytes]) -> Model:
    """Return the model a file keeps; a file that holds anything but arrays is refused."""
    with np.load(file, allow_pickle=False) as arrays:
        return _model(arrays)


def _model(arrays: Mapping[str, NDArray[Any]]) -> Model:
    return Model(
        tuple(map(str, arrays["topics"])),
        Vocabulary(_names(arrays["pieces"]), arrays["pieces_rarity"].astype(np.float32)),
        Vocabulary(_names(arrays["terms"]), arrays["terms_rarity"].astype(np.float32)),
        np.ascontiguousarray(arrays["weights"].T),
        arrays["scale"],
        arrays["bias"],
        Spelling(frozenset(arrays["words"].tolist()), dict(arrays["trigrams"].tolist())),
        Decision(Logistic.read(arrays, "refuse"), Logistic.read(arrays, "sure")),
        frozenset(arrays["taught"].tolist()),
        str(arrays["stamp"][0]),
    )


def _names(array: NDArray[Any]) -> Names:
    return np.asarray(array, dtype=np.uint32)
