"""A11: the picture is small, large enough to read, and legible in grey; what it says does not break it."""

import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict

import pytest
from PIL import Image

from bot import charts
from bot.chart_process import NotDrawn, can_draw, draw_apart
from bot.charts import ACCENT, INK, LETTERS, PAPER, Sheet, draw, grouped
from bot.core.chart_sheet import Bar, ChartSheet, Curve
from tests.sizes import dice

MOST_BYTES = 60_000
LETTER_PIXELS = 28
CONTRAST_FOR_TEXT = 7.0
"""WCAG AAA."""


def sheet(days: int = 30, most: int = 1_000_000, words: str = "Разрешение на работу, и ещё что-нибудь") -> ChartSheet:
    """Return the fullest picture there can be."""
    chance = dice("charts")
    curves: Sequence[Sequence[int | None]] = [
        [chance.choice((None, chance.randrange(5, most))) for _ in range(days)] for _ in range(2)
    ]
    return ChartSheet(
        subscribers_title=words,
        curves=[Curve(words, values) for values in curves],
        days=("31 октября", "29 ноября"),
        deliveries_title=words,
        outcomes=[Bar(words, chance.randrange(5, most)) for _ in range(6)],
        questions_title=words,
        questions=[(chance.randrange(most), chance.randrange(most)) for _ in range(days)],
        found=words,
        not_found=words,
        topics=[Bar(words, chance.randrange(5, most)) for _ in range(3)],
        nothing="Пока нет чисел.",
    )


def opened(picture: bytes) -> Image.Image:
    """Read a PNG back."""
    image = Image.open(io.BytesIO(picture))
    assert image.format == "PNG"
    return image


def luminance(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance (WCAG)."""
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the contrast of two colours (WCAG)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("most", [6, 100, 1_000_000])
def test_the_fullest_picture_is_1080_wide_and_small(most: int) -> None:
    picture = draw(sheet(most=most))
    assert len(picture) <= MOST_BYTES
    image = opened(picture)
    assert image.width == 1_080
    assert image.height < 2_000


def test_letters_are_28_pixels_high_and_what_is_drawn_stands_out_in_grey() -> None:
    font = Sheet().font
    for letter in "ПHД0":
        left, top, right, bottom = font.getbbox(letter)
        assert bottom - top >= LETTER_PIXELS, (letter, LETTERS)
        assert right > left
    assert contrast(INK, PAPER) >= CONTRAST_FOR_TEXT
    assert contrast(ACCENT, PAPER) >= CONTRAST_FOR_TEXT
    grey = opened(draw(sheet())).convert("L")
    assert max(range(256), key=grey.histogram().__getitem__) > 230, "the paper is light on every theme"


def test_the_font_has_every_letter() -> None:
    font = Sheet().font
    missing = bytes(font.getmask("\uffff"))
    wanted = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789%«»…"
    assert [letter for letter in wanted if bytes(font.getmask(letter)) == missing] == []


async def test_the_process_draws_the_same() -> None:
    assert can_draw()
    assert await draw_apart(sheet()) == draw(sheet())


def test_a_sandbox_that_lets_no_process_step_back_costs_no_picture(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def forbidden(_: int) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "nice", forbidden)
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(asdict(sheet()))))
    charts.main()
    sys.stdout.flush()
    assert capfdbinary.readouterr().out.startswith(b"\x89PNG")


async def test_a_process_that_draws_nothing_or_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("bot.chart_process.TIMEOUT_SECONDS", 0.001)
        with pytest.raises(TimeoutError):
            await draw_apart(sheet())
    monkeypatch.setattr("bot.chart_process.ARTIST", "bot.no_such_module")
    with pytest.raises(NotDrawn):
        await draw_apart(sheet())


def test_nothing_is_drawn_of_nothing() -> None:
    empty = ChartSheet("A", [Curve("a", [None] * 30)] * 2, ("1", "2"), "B", [], "C", [(0, 0)] * 30, "f", "n", [], "–")
    assert opened(draw(empty)).height < 600
    alone = ChartSheet("A", [Curve("a", [7])] * 2, ("1", "2"), "B", [], "C", [(1, 0)], "f", "n", [], "–")
    assert opened(draw(alone)).height > 600


def test_a_long_name_is_cut_and_thousands_are_apart() -> None:
    made = Sheet()
    assert made.font.getlength(made.fitted("Щ" * 200, 400)) <= 400
    assert made.fitted("ab", 400) == "ab"
    assert grouped(1_234_567) == "1\u202f234\u202f567"
