"""Every sentence a person sees: Fluent catalogues behind one strict function.

``fluent.runtime`` swallows errors, does not escape HTML, groups the digits of numbers and refuses long parts. Here a
missing message, attribute or argument raises, every argument is escaped unless it is ``Safe``, whole numbers stay as
they are, and a text without placeables is taken as it stands.
"""

import asyncio
import html
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone, FluentType, fluent_number
from fluent.syntax import ast

LOCALES = ("ru", "en")


class MissingText(LookupError):
    """No such message, attribute or argument in a language."""


class BrokenCatalogue(ValueError):
    """A catalogue that Fluent cannot read whole, or that says the same thing twice."""


class Safe(str):
    """Text that is HTML already and is put in as it is."""

    __slots__ = ()


Argument = str | int | date | Safe
Catalogues = Mapping[str, Iterable[str]]


class Texts:
    """The catalogues of every language. ``texts("ru", "seminar-title", name=…)`` renders one message."""

    def __init__(self, catalogues: Catalogues) -> None:
        """Read ``{locale: [text of a .ftl file, …]}``; raises BrokenCatalogue."""
        self._bundles = {locale: _bundle(locale, tuple(texts)) for locale, texts in catalogues.items()}
        self._plain: dict[tuple[str, str], str] = {}

    def __call__(self, locale: str, key: str, /, **arguments: Argument) -> str:
        """Return the message ``id`` or the attribute ``id.attribute``; raises MissingText."""
        plain = self._plain.get((locale, key))
        if plain is not None:
            return plain
        pattern = self._pattern(locale, key)
        if isinstance(pattern, ast.TextElement):
            self._plain[locale, key] = pattern.value
            return str(pattern.value)
        return self._format(locale, key, pattern, arguments)

    def plain(self, locale: str, key: str, /, **arguments: Argument) -> str:
        """Return the message for a place that is not HTML: a button, a toast, a file name. Nothing is escaped."""
        as_they_are = {name: Safe(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return self(locale, key, **as_they_are)

    async def take(self, instead: "Instead") -> None:
        """Read everything anew with other texts in the place of some files, then exchange it in one step."""
        fresh = await asyncio.to_thread(lambda: Texts(read_catalogues(instead=instead)))
        self._bundles, self._plain = fresh._bundles, {}  # noqa: SLF001 -- of its own class

    def as_now(self) -> "Texts":
        """Return what stands now, for another thread: a later ``take`` does not change it."""
        now = Texts({})
        now._bundles = self._bundles
        return now

    def has(self, locale: str, key: str) -> bool:
        """Return whether the language has the message or attribute."""
        try:
            self._pattern(locale, key)
        except MissingText:
            return False
        return True

    def _format(self, locale: str, key: str, pattern: Any, arguments: Mapping[str, Argument]) -> str:
        given = {name: _given(value) for name, value in arguments.items()}
        rendered, errors = self._bundles[locale].format_pattern(pattern, given)
        if errors or isinstance(rendered, FluentNone):
            raise MissingText(f"{locale}: {key}: {'; '.join(str(error) for error in errors)}")
        return str(rendered)

    def _pattern(self, locale: str, key: str) -> Any:
        name, _, attribute = key.partition(".")
        bundle = self._bundles[locale]
        if not bundle.has_message(name):
            raise MissingText(f"{locale}: {key}")
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingText(f"{locale}: {key}")
        return pattern


class _Given(str, FluentType):
    """Text that Fluent puts in whole: it refuses plain strings of more than 2,500 signs, and a link may be longer."""

    __slots__ = ()

    def format(self, *_: Any) -> str:  # type: ignore[override]  # FluentType's, not that of str
        """Return the text as it is and of this kind: Fluent asks once for every brace around it."""
        return self


def _given(value: Argument) -> Any:
    if isinstance(value, Safe):
        return _Given(value)
    if isinstance(value, str):
        return _Given(html.escape(value))
    return fluent_number(value, useGrouping=False) if isinstance(value, int) else value


def _when(locale: str) -> Callable[..., Any]:
    def when(moment: Any, pattern: str) -> str:
        """``WHEN($at, "pattern")``: a day or moment in the words of the language (a CLDR pattern, by Babel)."""
        if isinstance(moment, datetime):
            return format_datetime(moment, pattern, locale=locale)
        if isinstance(moment, date):
            return format_date(moment, pattern, locale=locale)
        raise TypeError("WHEN takes a date or a datetime")

    return when


@lru_cache(maxsize=256)
def _parsed(text: str) -> Any:
    """Parse a file once: nearly all of a start's work, done again by a reload, by locked mode, by every test's bot."""
    return FluentResource(text)


@lru_cache(maxsize=4)
def _bundle(locale: str, texts: tuple[str, ...]) -> FluentBundle:
    """Build a language once, for the same reason; a bundle does not change, but compiles a message at its first use."""
    bundle = FluentBundle([locale], use_isolating=False, functions={"WHEN": _when(locale)})
    known: set[str] = set()
    for text in texts:
        resource = _parsed(text)
        for entry in resource.body:
            _check_entry(locale, entry, known)
        bundle.add_resource(resource)
    return bundle


def _check_entry(locale: str, entry: Any, known: set[str]) -> None:
    if isinstance(entry, ast.Junk):
        raise BrokenCatalogue(f"{locale}: cannot be read: {(entry.content or '').strip()[:80]!r}")
    if isinstance(entry, ast.Message):
        if entry.id.name in known:
            raise BrokenCatalogue(f"{locale}: {entry.id.name} stands twice")
        known.add(entry.id.name)


Instead = Mapping[str, Mapping[str, str]]
"""``{locale: {file name: text}}``"""


def read_catalogues(root: Traversable | None = None, instead: Instead | None = None) -> dict[str, list[str]]:
    """Return the text of every ``.ftl`` file of the package (or of another folder), a list a language.

    ``instead`` holds texts that take the place of the files of their names.
    """
    root = root or resources.files("bot") / "locales"
    new = {locale: (instead or {}).get(locale, {}) for locale in LOCALES}
    return {
        locale: [new[locale].get(file.name) or file.read_text(encoding="utf-8") for file in _ftl(root / locale)]
        for locale in LOCALES
    }


def _ftl(folder: Traversable) -> list[Traversable]:
    files = [file for file in folder.iterdir() if file.name.endswith(".ftl")]
    return sorted(files, key=lambda file: file.name)
