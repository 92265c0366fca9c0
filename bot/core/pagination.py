"""Cutting a long text into messages: between paragraphs, and never through a tag.

Telegram counts the text after parsing, in UTF-16 code units; what stands in an expandable quote is closed at the end of
a page and opened again on the next. A paragraph longer than a page is cut between words, its open tags likewise.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bot.core.content import MESSAGE_UNITS, units

GAP = "\n\n"
QUOTE = "<blockquote expandable>", "</blockquote>"

_TOKEN = re.compile(r"<[^>]+>|&(?:#\d+|#x[0-9A-Fa-f]+|\w+);|\s+|[^<&\s]+|.")
_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")


@dataclass(frozen=True)
class Block:
    """A paragraph of HTML whose tags are closed within it; ``quoted`` ones stand in an expandable quote."""

    markup: str
    quoted: bool = False


def visible(markup: str) -> int:
    """Return the length of HTML as Telegram counts it: without tags, in UTF-16 code units."""
    return units(html.unescape(_TAG.sub("", markup)))


def paginate(blocks: Iterable[Block], limit: int = MESSAGE_UNITS) -> tuple[str, ...]:
    """Return the pages, at least one, each at most ``limit`` (two or more) units long."""
    pages: list[list[Block]] = [[]]
    used = 0
    for block in _fitting(blocks, limit):
        cost = visible(block.markup)
        if pages[-1] and used + len(GAP) + cost > limit:
            pages.append([])
        used = used + len(GAP) + cost if pages[-1] else cost
        pages[-1].append(block)
    return tuple(_render(page) for page in pages)


def paragraphs(markup: str, *, quoted: bool = False) -> tuple[Block, ...]:
    """Return the blocks of a text whose paragraphs stand apart by empty lines."""
    return tuple(Block(part.strip(), quoted) for part in re.split(r"\n\s*\n", markup) if part.strip())


def cut(markup: str, limit: int) -> tuple[str, ...]:
    """Return a paragraph in pieces of at most ``limit`` units, cut between words where a word fits a piece."""
    writer = _Writer(limit)
    for word in _words(markup, limit):
        writer.add(word)
    return writer.pieces()


def _fitting(blocks: Iterable[Block], limit: int) -> Iterator[Block]:
    for block in blocks:
        if visible(block.markup) <= limit:
            yield block
        else:
            yield from (Block(piece, block.quoted) for piece in cut(block.markup, limit))


def _render(page: Sequence[Block]) -> str:
    parts = []
    for quoted, run in groupby(page, key=lambda block: block.quoted):
        text = GAP.join(block.markup for block in run)
        parts.append(text.join(QUOTE) if quoted else text)
    return GAP.join(parts)


def _words(markup: str, limit: int) -> Iterator[str]:
    """Yield words and the blanks between them; a word that fits no piece comes in its smallest parts."""
    tokens = _TOKEN.findall(markup)
    for _, run in groupby(tokens, key=str.isspace):
        word = "".join(run)
        if visible(word) <= limit:
            yield word
        else:
            yield from _smallest(_TOKEN.findall(word))


def _smallest(tokens: Iterable[str]) -> Iterator[str]:
    for token in tokens:
        whole = token.startswith("<") or (token.startswith("&") and token.endswith(";"))
        yield from (token,) if whole else token


@dataclass
class _Writer:
    """Fills pieces one after the other; tags open at a cut are closed there and opened again."""

    limit: int
    _done: list[str] = field(default_factory=list)
    _piece: str = ""
    _used: int = 0
    _open: list[tuple[str, str]] = field(default_factory=list)

    def add(self, word: str) -> None:
        """Write a word, on a new piece if this one is full; blanks at a cut are dropped."""
        cost = visible(word)
        if self._used + cost > self.limit:
            self._finish()
        if self._used == 0 and word.isspace():
            return
        self._piece += word
        self._used += cost
        self._follow(word)

    def pieces(self) -> tuple[str, ...]:
        """Return everything written."""
        if self._used:
            self._finish()
        return tuple(self._done)

    def _finish(self) -> None:
        closing = "".join(f"</{name}>" for name, _ in reversed(self._open))
        self._done.append(self._piece.rstrip() + closing)
        self._piece = "".join(tag for _, tag in self._open)
        self._used = 0

    def _follow(self, word: str) -> None:
        for tag in _TAG.finditer(word):
            ending, name = tag.groups()
            if ending:
                self._open.pop()
            else:
                self._open.append((name, tag.group()))
