"""Edited answers beside the database: laid over the package's own and checked as if they were its own."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.checks.catalogues import Files, read_files
from bot.texts import LOCALES

TREE = "topics.toml"
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def laid_over(package: Traversable, edited: Path | None) -> tuple[Files, str]:
    """Return the texts and the records of the package, with those edited in their place."""
    files = {locale: dict(texts) for locale, texts in read_files(package / "locales").items()}
    tree = (package / "locales" / TREE).read_text(encoding="utf-8")
    if edited is None:
        return files, tree
    for locale, name, path in _edited(edited):
        if name in files[locale]:
            files[locale][name] = _text(path)
    own = edited / TREE
    return files, _text(own) if own.is_file() else tree


def folder_findings(package: Traversable, edited: Path) -> Iterator[str]:
    """Yield files that cannot be read, and those that replace nothing: they would be passed over in silence."""
    for locale, name, path in _edited(edited):
        if UNREADABLE in _text(path):
            yield f"{locale}/{name}: is not UTF-8"
        if not name.startswith("faq-") or not (package / "locales" / locale / name).is_file():
            yield f"{locale}/{name}: there is no such answer to replace"
    if (edited / TREE).is_file() and UNREADABLE in _text(edited / TREE):
        yield f"{TREE}: is not UTF-8"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _edited(folder: Path) -> Iterator[tuple[str, str, Path]]:
    for locale in LOCALES:
        for path in sorted((folder / locale).glob("*.ftl")):
            if path.is_file():  # a pipe would be waited for
                yield locale, path.name, path
