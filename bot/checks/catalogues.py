"""What can be wrong with a catalogue by itself, or between the languages; each fault names its file and line.

``bot/texts.py`` refuses at the start what it cannot work with. This finds what it would accept and a reader would not:
a message in one language only, a Russian plural without its forms, an invisible character.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from babel.core import Locale as Grammar
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot.texts import LOCALES

Files = Mapping[str, Mapping[str, str]]
"""``{locale: {file name: text}}``"""

ANSWER = "faq-"
ANSWER_PARTS = ("button", "short", "details", "changing", "unconfirmed", "synonyms", "samples")
SOUGHT, SOUGHT_PARTS = "search-", ("synonyms", "samples")
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
PLURALS = frozenset({"zero", "one", "two", "few", "many"})

FILLED_IN = "0"
"""What stands for an argument in the forms of a text."""


@dataclass(frozen=True)
class Text:
    """One pattern: a message's value (``key`` is its id) or an attribute (``id.attribute``).

    ``forms`` are all the ways it can read, every choice of every selector.
    """

    key: str
    place: str
    forms: tuple[str, ...]
    variables: frozenset[str]
    selectors: tuple[frozenset[str], ...]
    references: frozenset[str]

    @property
    def message(self) -> str:
        """The id of the message it belongs to."""
        return self.key.partition(".")[0]


@dataclass(frozen=True)
class Catalogue:
    """All texts of a language, and what is wrong with its files."""

    locale: str
    texts: Mapping[str, Text]
    files: frozenset[str]
    faults: tuple[str, ...]

    @property
    def messages(self) -> frozenset[str]:
        """The ids of all messages."""
        return frozenset(text.message for text in self.texts.values())


def read_files(root: Traversable) -> Files:
    """Return the ``.ftl`` files of a folder of languages."""
    return {
        locale: {
            file.name: file.read_text(encoding="utf-8")
            for file in sorted((root / locale).iterdir(), key=lambda file: file.name)
            if file.name.endswith(".ftl")
        }
        for locale in LOCALES
    }


def read_catalogue(locale: str, files: Mapping[str, str]) -> Catalogue:
    """Read a language's files; what cannot be read becomes a fault."""
    texts: list[Text] = []
    faults: list[str] = []
    for name, source in files.items():
        path = f"{locale}/{name}"
        faults += _invisible(path, source)
        for entry in parse(source).body:
            if isinstance(entry, ast.Junk):
                faults.append(_junk(path, source, entry))
            elif isinstance(entry, ast.Message):
                texts += _texts(path, source, entry)
    faults += [f"{text.place}: {text.key} stands twice" for text in _twice(texts)]
    faults += [fault for text in texts for fault in (*_misplaced(text), *_plurals(locale, text))]
    return Catalogue(locale, {text.key: text for text in texts}, frozenset(files), tuple(faults))


def catalogue_findings(catalogues: Mapping[str, Catalogue]) -> list[str]:
    """Return what is wrong in each language and between them."""
    found = [fault for catalogue in catalogues.values() for fault in catalogue.faults]
    for one, other in product(catalogues.values(), repeat=2):
        if one is not other:
            found += _lacking(one, other)
    return found


def _lacking(one: Catalogue, other: Catalogue) -> Iterator[str]:
    """Yield what ``one`` has and ``other`` has not."""
    for name in sorted(one.files - other.files):
        yield f"{other.locale}/{name}: the file is missing"
    for key, text in sorted(one.texts.items()):
        twin = other.texts.get(key)
        if twin is None:
            yield f"{text.place}: {key} is missing in {other.locale}"
        elif text.variables - twin.variables:
            names = ", ".join(f"${name}" for name in sorted(text.variables - twin.variables))
            yield f"{twin.place}: {key} lacks {names}"


def _texts(path: str, source: str, message: ast.Message) -> Iterator[Text]:
    patterns: list[tuple[str, Any, Any]] = [(message.id.name, message.value, message)]
    patterns += [(f"{message.id.name}.{part.id.name}", part.value, part) for part in message.attributes]
    for key, pattern, node in patterns:
        if pattern is not None:
            found = _Found()
            found.visit(pattern)
            yield Text(
                key,
                f"{path}:{_line(source, node.span.start)}",
                tuple(_forms(pattern)),
                frozenset(found.variables),
                tuple(found.selectors),
                frozenset(found.references),
            )


@dataclass
class _Found(Visitor):
    """Collects what a pattern asks for."""

    variables: set[str] = field(default_factory=set)
    selectors: list[frozenset[str]] = field(default_factory=list)
    references: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: Any) -> None:
        """Note an argument."""
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:
        """Note another message."""
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: Any) -> None:
        """Note the choices of a selector, and look inside them."""
        self.selectors.append(frozenset(_name(variant.key) for variant in node.variants))
        self.generic_visit(node)


def _name(key: Any) -> str:
    return str(key.name if isinstance(key, ast.Identifier) else key.value)


def _forms(pattern: Any) -> Iterator[str]:
    for parts in product(*(list(_readings(element)) for element in pattern.elements)):
        yield "".join(parts)


def _readings(element: Any) -> Iterator[str]:
    if isinstance(element, ast.TextElement):
        yield element.value
    elif isinstance(element, ast.Placeable):
        yield from _readings(element.expression)
    elif isinstance(element, ast.SelectExpression):
        for variant in element.variants:
            yield from _forms(variant.value)
    elif isinstance(element, ast.StringLiteral):
        yield element.parse()["value"]
    else:
        yield FILLED_IN


def _junk(path: str, source: str, junk: ast.Junk) -> str:
    note: Any = junk.annotations[0]
    why = str(note.message).rstrip(".")
    line = _line(source, note.span.start)
    return f"{path}:{line}: cannot be read ({why}); no line of a text may begin with * [ . or }}"


def _invisible(path: str, source: str) -> Iterator[str]:
    for found in INVISIBLE.finditer(source):
        yield f"{path}:{_line(source, found.start())}: invisible character U+{ord(found.group()):04X}"


def _twice(texts: list[Text]) -> Iterator[Text]:
    counted = Counter(text.key for text in texts)
    seen: set[str] = set()
    for text in texts:
        if counted[text.key] > 1 and text.key in seen:
            yield text
        seen.add(text.key)


def _misplaced(text: Text) -> Iterator[str]:
    """A line of a text that begins with a dot and has an equal sign is read as an attribute."""
    _, dot, part = text.key.partition(".")
    allowed = ANSWER_PARTS if text.key.startswith(ANSWER) else SOUGHT_PARTS if text.key.startswith(SOUGHT) else ()
    if dot and part not in allowed:
        yield f"{text.place}: .{part} is no part of {text.message}; no line of a text may begin with a dot"


def _plurals(locale: str, text: Text) -> Iterator[str]:
    forms = {*Grammar.parse(locale).plural_form.tags, "other"}
    for choices in text.selectors:
        if choices & PLURALS and not forms <= choices:
            yield f"{text.place}: {text.key} lacks the plural forms {', '.join(sorted(forms - choices))}"
        elif strange := choices & PLURALS - forms:
            yield f"{text.place}: {text.key} has forms {locale} does not know: {', '.join(sorted(strange))}"


def _line(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1
