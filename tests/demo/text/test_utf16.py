"""Lengths in UTF-16 units, compared with Python's encoder."""

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.text.utf16 import Offsets, units


def test_units() -> None:
    assert [units(text) for text in ("", "a", "я", "😀", "👨‍👩‍👧", "\ud83d")] == [0, 1, 1, 2, 8, 1]


@given(st.text())
def test_units_agree_with_the_encoder(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(st.text(), st.data())
def test_entities_cut_what_was_meant(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    entity = Offsets(text).entity("bold", start, end)
    left, right = entity["offset"], entity["offset"] + entity["length"]
    assert text.encode("utf-16-le")[2 * left : 2 * right].decode("utf-16-le") == text[start:end]
