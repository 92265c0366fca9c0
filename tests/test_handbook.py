"""The handbooks cannot rot: what they quote stands in the catalogues, and both languages have the same tasks."""

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser, ast

from tests.tree import ROOT

QUOTES = {"ru": ("«", "»"), "en": ("“", "”")}
BOOKS = {"admin": 80, "lawyer": 8}
"""Each handbook, and more than how many quotations it has."""

PAGES = {
    (book, locale): (ROOT / "docs" / name).read_text(encoding="utf-8")
    for book in BOOKS
    for locale, name in {"ru": f"{book}.ru.md", "en": f"{book}.md"}.items()
}
LETTERS_AT_LEAST = 2
"""A message with fewer letters of its own is all variable, and would allow any quotation."""

VARIABLE = r"[\dA-Z:]+(?: UTC)?"
"""What the handbook may write where a message has a variable: a number, an hour, letters such as EST."""

ORNAMENTS = re.compile(r"^[^\w“«\0]+")
"""An emoji in front of a label."""


def spelt(pattern: ast.Pattern) -> Iterator[str]:
    """Yield each way a message can read, as a regular expression; variables stand for anything."""
    ways = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            ways = [way + re.escape(element.value) for way in ways]
        elif isinstance(element.expression, ast.SelectExpression):
            ways = [
                way + each for way in ways for variant in element.expression.variants for each in spelt(variant.value)
            ]
        else:
            ways = [way + "\0" for way in ways]
    yield from ways


def sentences(locale: str) -> set[str]:
    """Return the lines and sentences of a language's catalogues as regular expressions."""
    found: set[str] = set()
    for path in (ROOT / "bot" / "locales" / locale).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                for way in spelt(entry.value):
                    plain = re.sub(r"</?\w+>", "", way)
                    lines = [re.sub(r"\\(.)", r"\1", line).strip() for line in plain.split("\\\n")]
                    found |= {part for line in lines for part in (line, *re.split(r"(?<=[.?:]) ", line))}
    return {VARIABLE.join(map(re.escape, ORNAMENTS.sub("", each).split("\0"))) for each in found if worded(each)}


def worded(line: str) -> bool:
    """Return whether a line has letters of its own."""
    return len(re.findall(r"[^\W\d_]", line)) >= LETTERS_AT_LEAST


def quoted(locale: str, page: str) -> list[str]:
    """Return what a page quotes, also in the descriptions of its pictures. A quotation may hold one of its own."""
    begin, end = QUOTES[locale]
    return [
        " ".join(each.split()) for each in re.findall(f"{begin}((?:[^{begin}{end}]|{begin}[^{end}]*{end})*){end}", page)
    ]


def unknown(locale: str, page: str) -> list[str]:
    """Return the quotations that stand in no catalogue of the language."""
    allowed = re.compile("|".join(f"(?:{each})" for each in sorted(sentences(locale))))
    return [each for each in quoted(locale, page) if not allowed.fullmatch(each)]


@pytest.mark.parametrize(("book", "locale"), PAGES)
def test_every_quoted_label_stands_in_the_catalogues(book: str, locale: str) -> None:
    page = PAGES[book, locale]
    assert len(quoted(locale, page)) > BOOKS[book]
    assert unknown(locale, page) == []


@pytest.mark.parametrize(("locale", "page"), [("ru", "Нажмите «Отправить всем»."), ("en", "Press “Send it now”.")])
def test_a_label_that_does_not_exist_is_noticed(locale: str, page: str) -> None:
    assert unknown(locale, page) == quoted(locale, page)


@pytest.mark.parametrize("book", BOOKS)
def test_both_languages_have_the_same_tasks(book: str) -> None:
    shape = {locale: re.findall(r"^(#+) ", PAGES[book, locale], re.MULTILINE) for locale in QUOTES}
    assert shape["ru"] == shape["en"]


@pytest.mark.parametrize(("book", "locale"), PAGES)
def test_each_task_of_the_contents_is_a_heading(book: str, locale: str) -> None:
    headings = {
        re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-")
        for line in re.findall(r"^#+ (.+)$", PAGES[book, locale], re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGES[book, locale])) <= headings
