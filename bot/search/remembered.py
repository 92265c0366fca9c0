"""What the encoder said of the texts the last search was built over, so that the next one costs only what is new."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.search.meaning import Embed, Vectors


@dataclass
class Remembered:
    """Remembers one batch, the last large one; a question is looked up nowhere and kept nowhere."""

    embed: Embed
    many: int = 100
    _places: dict[str, int] = field(default_factory=dict)
    _vectors: Vectors | None = None

    @property
    def held(self) -> int:
        """How many texts are remembered."""
        return len(self._places)

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return a row a text."""
        if len(texts) < self.many:
            return self.embed(texts)
        fresh = [text for text in dict.fromkeys(texts) if text not in self._places]
        known = [] if self._vectors is None else [self._vectors]
        rows = np.concatenate([*known, self.embed(fresh)] if fresh else known)
        places = {**self._places, **{text: len(rows) - len(fresh) + at for at, text in enumerate(fresh)}}
        self._vectors = rows[[places[text] for text in texts]]
        self._places = {text: at for at, text in enumerate(texts)}
        return self._vectors
