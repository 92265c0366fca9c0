"""Edited answers beside the database: laid over the package's own and checked as if they were its own."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.cli.check_catalogues import Files, read_files
from bot.texts import LOCALES

TREE = "topics.toml"


def laid_over(package: Traversable, edited: Path | None) -> tuple[Files, str]:
    """Return the texts and the records of the package, with those edited in their place."""
    files = {locale: dict(texts) for locale, texts in read_files(package / "locales").items()}
    tree = (package / "locales" / TREE).read_text(encoding="utf-8")
    if edited is None:
        return files, tree
    for locale, name, path in _edited(edited):
        if name in files[locale]:
            files[locale][name] = path.read_text(encoding="utf-8")
    own = edited / TREE
    return files, own.read_text(encoding="utf-8") if own.is_file() else tree


def folder_faults(package: Traversable, edited: Path) -> Iterator[str]:
    """Yield files that replace nothing: they would be passed over in silence."""
    for locale, name, _ in _edited(edited):
        if not name.startswith("faq-") or not (package / "locales" / locale / name).is_file():
            yield f"{locale}/{name}: there is no such answer to replace"


def _edited(folder: Path) -> Iterator[tuple[str, str, Path]]:
    for locale in LOCALES:
        for path in sorted((folder / locale).glob("*.ftl")):
            yield locale, path.name, path
