"""Draws the statistics: one PNG of three charts, 1,080 pixels wide, in ink of few greys on paper of its own (A11).

``python -m bot.charts`` reads a sheet as JSON and writes the picture, for ``chart_process.py``.
Telegram shows it on any theme; where two series meet they differ in lightness and in pattern, never in hue alone.
"""

import io
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any

import font_manrope
from PIL import Image, ImageDraw, ImageFont

from bot.core.chart_sheet import Bar, ChartSheet, Curve

WIDTH, MARGIN = 1_080, 48
LETTERS, TITLE_LETTERS = 40, 44
"""Sizes of the font in pixels; a capital letter is 0.72 of it high, so none is lower than 28 pixels."""

LINE = 56
"""Pixels from one line of text to the next."""

PLOT = 240
"""Height of a plot in pixels."""

PAPER, INK, SOFT, PALE = (246, 245, 241), (24, 28, 36), (104, 112, 124), (206, 208, 210)
ACCENT = (28, 78, 140)
COLOURS = 32
"""How many shades the file has: enough for smooth letters, and small."""

DASH = (18, 12)
BAR_HEIGHT = 30
LEAST_HEIGHT = 8
"""Pixels of the smallest number of a column: an edge above and below."""

LEGEND_ROOM = 220
"""Pixels that a legend leaves for the number beside it."""

LABEL_SHARE = 0.46
"""How much of the width the name of a bar may take."""


class Sheet:
    """A long strip that is drawn downwards and cut at the end."""

    def __init__(self) -> None:
        """Begin at the top."""
        self.image = Image.new("RGB", (WIDTH, 3_000), PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.y: float = MARGIN
        self.font = ImageFont.truetype(font_manrope.ManropeMedium, LETTERS)
        self.title_font = ImageFont.truetype(font_manrope.ManropeBold, TITLE_LETTERS)

    def title(self, text: str) -> None:
        """Write a heading."""
        self.draw.text((MARGIN, self.y), self.fitted(text, WIDTH - 2 * MARGIN, self.title_font), INK, self.title_font)
        self.y += LINE + 12

    def text(self, x: float, y: float, text: str, *, right: bool = False) -> None:
        """Write a line of small text; ``right``: it ends at x."""
        self.draw.text((x, y), text, INK, self.font, anchor="ra" if right else "la")

    def fitted(self, text: str, width: float, font: ImageFont.FreeTypeFont | None = None) -> str:
        """Return the text, cut to a width in pixels."""
        font = font or self.font
        if font.getlength(text) <= width:
            return text
        while text and font.getlength(f"{text}…") > width:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def png(self) -> bytes:
        """Cut what was drawn and pack it."""
        cut = self.image.crop((0, 0, WIDTH, int(self.y) + MARGIN - 16))
        packed = io.BytesIO()
        cut.quantize(COLOURS, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        return packed.getvalue()


def grouped(number: int) -> str:
    """Return a number with narrow gaps between its thousands."""
    return f"{number:,}".replace(",", "\u202f")


def draw(words: ChartSheet) -> bytes:
    """Return the picture."""
    sheet = Sheet()
    _subscribers(sheet, words)
    sheet.y += LINE // 2
    _deliveries(sheet, words)
    sheet.y += LINE // 2
    _questions(sheet, words)
    return sheet.png()


def _subscribers(sheet: Sheet, words: ChartSheet) -> None:
    sheet.title(words.subscribers_title)
    known = [value for curve in words.curves for value in curve.values if value is not None]
    if not known:
        return _nothing(sheet, words)
    for number, curve in enumerate(words.curves):
        _legend(sheet, curve.label, dashed=bool(number))
    top, highest = sheet.y + 8, max(known)
    _frame(sheet, top, highest)
    for number, curve in enumerate(words.curves):
        _curve(sheet, curve, top, highest, dashed=bool(number))
    sheet.y = top + PLOT + 8
    return _axis(sheet, words)


def _legend(sheet: Sheet, label: str, *, dashed: bool) -> None:
    middle = sheet.y + LETTERS * 0.6
    _stroke(sheet, [(MARGIN, middle), (MARGIN + 78, middle)], dashed=dashed)
    sheet.text(MARGIN + 96, sheet.y, sheet.fitted(label, WIDTH - 2 * MARGIN - 96 - LEGEND_ROOM))
    sheet.y += LINE


def _frame(sheet: Sheet, top: float, highest: int) -> None:
    sheet.draw.line([(MARGIN, top + PLOT), (WIDTH - MARGIN, top + PLOT)], SOFT, 3)
    sheet.draw.line([(MARGIN, top), (WIDTH - MARGIN, top)], PALE, 2)
    sheet.text(WIDTH - MARGIN, top - LINE, grouped(highest), right=True)  # beside the last line of the legend


def _curve(sheet: Sheet, curve: Curve, top: float, highest: int, *, dashed: bool) -> None:
    """Draw the stretches of a curve between its gaps; a number alone is a dot."""
    step = (WIDTH - 2 * MARGIN) / max(1, len(curve.values) - 1)
    stretch: list[tuple[float, float]] = []
    for number, value in enumerate([*curve.values, None]):
        if value is not None:
            stretch.append((MARGIN + number * step, top + PLOT * (1 - value / highest)))
            continue
        if len(stretch) > 1:
            _stroke(sheet, stretch, dashed=dashed)
        elif stretch:
            (x, y), radius = stretch[0], 8
            sheet.draw.ellipse((x - radius, y - radius, x + radius, y + radius), INK if dashed else ACCENT)
        stretch = []


def _stroke(sheet: Sheet, points: Sequence[tuple[float, float]], *, dashed: bool) -> None:
    if not dashed:
        sheet.draw.line(list(points), ACCENT, 7, joint="curve")
        return
    on, off = DASH
    for (x, y), (to_x, to_y) in pairwise(points):
        length = max(1.0, ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5)
        place = -((x - MARGIN) % (on + off))  # dashes go on evenly over short pieces
        while place < length:
            start, end = max(0.0, place) / length, min(length, place + on) / length
            if end > start:
                piece = [(x + (to_x - x) * at, y + (to_y - y) * at) for at in (start, end)]
                sheet.draw.line(piece, INK, 5)
            place += on + off


def _axis(sheet: Sheet, words: ChartSheet) -> None:
    sheet.text(MARGIN, sheet.y, words.days[0])
    sheet.text(WIDTH - MARGIN, sheet.y, words.days[1], right=True)
    sheet.y += LINE


def _deliveries(sheet: Sheet, words: ChartSheet) -> None:
    sheet.title(words.deliveries_title)
    _bars(sheet, words, words.outcomes)


def _bars(sheet: Sheet, words: ChartSheet, bars: Sequence[Bar]) -> None:
    """Draw a name, a bar and a number a line."""
    if not bars:
        return _nothing(sheet, words)
    label = (WIDTH - 2 * MARGIN) * LABEL_SHARE
    highest = max(bar.value for bar in bars)
    for bar in bars:
        number = grouped(bar.value)
        room = WIDTH - 2 * MARGIN - label - 20 - max(130.0, sheet.font.getlength(number) + 16)
        sheet.text(MARGIN, sheet.y, sheet.fitted(bar.label, label))
        left, length = MARGIN + label + 20, max(4.0, room * bar.value / highest)
        middle = sheet.y + LETTERS * 0.62
        sheet.draw.rectangle((left, middle - BAR_HEIGHT / 2, left + length, middle + BAR_HEIGHT / 2), ACCENT)
        sheet.text(left + length + 16, sheet.y, number)
        sheet.y += LINE
    return None


def _questions(sheet: Sheet, words: ChartSheet) -> None:
    sheet.title(words.questions_title)
    highest = max((found + none for found, none in words.questions), default=0)
    if not highest:
        return _nothing(sheet, words)
    for label, filled in ((words.found, True), (words.not_found, False)):
        middle = sheet.y + LETTERS * 0.62
        _box(sheet, (MARGIN, middle - 15, MARGIN + 78, middle + 15), filled=filled)
        sheet.text(MARGIN + 96, sheet.y, sheet.fitted(label, WIDTH - 2 * MARGIN - 96 - LEGEND_ROOM))
        sheet.y += LINE
    top = sheet.y + 8
    _frame(sheet, top, highest)
    step = (WIDTH - 2 * MARGIN) / len(words.questions)
    for number, (found, none) in enumerate(words.questions):
        left, bottom = MARGIN + number * step + 3, top + PLOT
        for count, filled in ((found, True), (none, False)):
            height = max(LEAST_HEIGHT, PLOT * count / highest) if count else 0
            if count:
                _box(sheet, (left, bottom - height, left + step - 6, bottom - 1), filled=filled)
            bottom -= height
    sheet.y = top + PLOT + 8
    _axis(sheet, words)
    sheet.y += 12
    return _bars(sheet, words, words.topics) if words.topics else None


def _box(sheet: Sheet, box: tuple[float, float, float, float], *, filled: bool) -> None:
    """Draw a full box, or an empty one with an edge."""
    sheet.draw.rectangle(box, fill=ACCENT if filled else PAPER, outline=ACCENT if filled else INK, width=4)


def _nothing(sheet: Sheet, words: ChartSheet) -> None:
    sheet.text(MARGIN, sheet.y, words.nothing)
    sheet.y += LINE


def read_sheet(told: dict[str, Any]) -> ChartSheet:
    """Return the sheet that was told as JSON."""
    curves = [Curve(**curve) for curve in told["curves"]]
    bars = {name: [Bar(**bar) for bar in told[name]] for name in ("outcomes", "topics")}
    return ChartSheet(**{**told, **bars, "curves": curves})


def main() -> None:
    """Draw what stands on the standard input; everybody else goes first, where a sandbox lets a process step back."""
    with suppress(PermissionError):
        os.nice(19)
    sys.stdout.buffer.write(draw(read_sheet(json.load(sys.stdin))))


if __name__ == "__main__":
    main()
