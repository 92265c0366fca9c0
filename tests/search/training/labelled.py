"""The labelled questions: a file a writer, all written for this purpose; none is a real person's message."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.core.faq.search import OFF_TOPIC, OTHER_COUNTRIES, OTHER_PROGRAMMES, WISHED

FOLDER = Path(__file__).parents[1] / "labelled"
FIRST = "first"
"""The writer whose questions were read when synonyms were written: it teaches, and judges nothing."""
OF_THE_BOT = "bot-"
"""How the names of writers begin who wrote what is wanted of the bot itself, not of the law."""
NONE = "none"
NEAR = ("near", "othercountry", "ext")
"""Kinds of questions that are near to ours and still not ours."""
_REFUSED_KINDS = {"near": OTHER_PROGRAMMES, "ext": OTHER_PROGRAMMES, "othercountry": OTHER_COUNTRIES}


@dataclass(frozen=True)
class Question:
    """A labelled message: accepted ids, best first; or ``none`` or a wish (``wish-menu``) alone."""

    words: str
    language: str
    kind: str
    labels: tuple[str, ...]
    writer: str

    @property
    def in_scope(self) -> bool:
        """Whether one of our topics answers it."""
        return self.labels != (NONE,) and not self.is_wish

    @property
    def is_wish(self) -> bool:
        """Whether it wants something of the bot itself."""
        return self.labels[0] in WISHED

    @property
    def speaks_for(self) -> str:
        """The topic, screen or pseudo-topic it is a sample of."""
        return self.labels[0] if self.in_scope or self.is_wish else _REFUSED_KINDS.get(self.kind, OFF_TOPIC)


def files() -> list[Path]:
    """Return the writers' files, always in the same order."""
    return sorted(FOLDER.glob("*.jsonl"))


def read_questions() -> tuple[Question, ...]:
    """Return the questions of all writers."""
    return tuple(question for file in files() for question in _of(file))


def stamp() -> str:
    """Return what tells these questions from any others: it stands in the weights that were trained on them."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files())).hexdigest()[:32]


def _of(file: Path) -> list[Question]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [Question(row["text"], row["lang"], row["kind"], tuple(row["labels"]), file.stem) for row in rows]
