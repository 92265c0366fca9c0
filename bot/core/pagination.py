"""Cutting a long text into messages: between paragraphs, and never through a tag.

Telegram counts the text after parsing, in UTF-16 code units; what stands in an expandable quote is closed at the end of
a page and opened again on the next. A paragraph longer than a page is cut between words, its open tags likewise.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from bot.core.content import MESSAGE_UNITS, units

GAP = "\n\n"
QUOTE = "<blockquote expandable>", "</blockquote>"

_TOKEN = re.compile(r"<[^>]+>|&(?:#\d+|#x[0-9A-Fa-f]+|\w+);|\s+|[^<&\s]+|.")
_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")


@dataclass(frozen=True)
class Block:
    """A paragraph of HTML whose tags are closed within it; ``quoted`` ones stand in an expandable quote.

    Neighbours with the same ``heading`` share a quote, with the heading above it on every page.
    """

    markup: str
    quoted: bool = False
    heading: str = ""

    @property
    def frame(self) -> tuple[bool, str]:
        """Return what neighbours have in common that stand in one quote."""
        return self.quoted, self.heading

    @property
    def heading_units(self) -> int:
        """Return the length of the line above the quote."""
        return visible(self.heading) + 1 if self.heading else 0


def visible(markup: str) -> int:
    """Return the length of HTML as Telegram counts it: without tags, in UTF-16 code units."""
    return units(bare(markup))


def bare(markup: str) -> str:
    """Return HTML as it is read, for a place that knows no markup."""
    return html.unescape(_TAG.sub("", markup))


def paginate(blocks: Iterable[Block], limit: int = MESSAGE_UNITS, tail: int = 0) -> tuple[str, ...]:
    """Return the pages, at least one, each at most ``limit`` (two or more) units long.

    So many last blocks (``tail``) never make a page by themselves, if the one before them fits beside them.
    """
    pages: list[list[Block]] = [[]]
    used = 0
    for block in _fitting(blocks, limit):
        cost = _cost(pages[-1], block)
        if pages[-1] and used + cost > limit:
            pages.append([])
            used, cost = 0, _cost([], block)
        used += cost
        pages[-1].append(block)
    _keep_company(pages, limit, tail)
    return tuple(_render(page) for page in pages)


def paragraphs(markup: str) -> tuple[Block, ...]:
    """Return the blocks of a text whose paragraphs stand apart by empty lines."""
    return tuple(Block(part.strip()) for part in re.split(r"\n\s*\n", markup) if part.strip())


def cut(markup: str, limit: int) -> tuple[str, ...]:
    """Return a paragraph in pieces of at most ``limit`` units, cut between words where a word fits a piece."""
    writer = _Writer(limit)
    for word in _words(markup, limit):
        writer.add(word)
    return writer.pieces()


def _cost(page: Sequence[Block], block: Block) -> int:
    """Return how many units a block takes at the end of a page."""
    gap = len(GAP) if page else 0
    heading = 0 if page and page[-1].frame == block.frame else block.heading_units
    return gap + heading + visible(block.markup)


def _keep_company(pages: list[list[Block]], limit: int, tail: int) -> None:
    *_, before, last = ([], *pages)
    if len(before) <= 1 or len(last) > tail:
        return
    joined = [before[-1], *last]
    if sum(_cost(joined[:number], block) for number, block in enumerate(joined)) <= limit:
        pages[-2:] = [before[:-1], joined]


def _fitting(blocks: Iterable[Block], limit: int) -> Iterator[Block]:
    for block in blocks:
        room = limit - block.heading_units
        if visible(block.markup) <= room:
            yield block
        else:
            yield from (replace(block, markup=piece) for piece in cut(block.markup, room))


def _render(page: Sequence[Block]) -> str:
    parts = []
    for (quoted, heading), run in groupby(page, key=lambda block: block.frame):
        text = GAP.join(block.markup for block in run)
        lead = f"{heading}\n" if heading else ""
        parts.append(lead + text.join(QUOTE) if quoted else text)
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
