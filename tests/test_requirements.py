"""A number like P13 or R4 in code, tests or documents is a link to docs/requirements.md: it leads somewhere."""

import re
from collections.abc import Iterator

import pytest

from tests.tree import ROOT, texts

PAGE = (ROOT / "docs" / "requirements.md").read_text(encoding="utf-8")
TRIALS = "\n".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("reliability.md", "privacy.md"))

NUMBER = r"(?<![\w.])(?:[PSAOR]\d{1,2}|T\d{2,3})(?![\w%])"
RANGE = re.compile(rf"({NUMBER})(?:-|–| to )({NUMBER})")
ROW = re.compile(r"^\| ([PSAOR]\d{1,2}) \| (.+) \| (.+) \|$", re.MULTILINE)
NAME = re.compile(r"\btest_t(\d{2,3})_")

PLACES = ("bot/", "tests/", "docs/", "README.md")


def cited(text: str) -> Iterator[str]:
    """Yield every number in a text; of a range also what lies between."""
    yield from re.findall(NUMBER, text)
    for first, last in RANGE.findall(text):
        digits = len(first) - 1
        yield from (f"{first[0]}{number:0{digits}}" for number in range(int(first[1:]), int(last[1:]) + 1))
    yield from (f"T{digits}" for digits in NAME.findall(text))


def citations() -> dict[str, set[str]]:
    """Return every number that is cited, and where."""
    found: dict[str, set[str]] = {}
    for path, text in texts():
        if path.startswith(PLACES):
            for number in cited(text):
                found.setdefault(number, set()).add(path)
    return found


def unknown(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the numbers that stand on no page."""
    known = {number for number, _, _ in ROW.findall(PAGE)} | {each for each in cited(TRIALS) if each[0] == "T"}
    return {number: places for number, places in found.items() if number not in known}


def test_every_number_that_is_cited_stands_on_its_page() -> None:
    found = citations()
    assert len(found) > 100
    assert unknown(found) == {}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("kept nowhere (P13)", {"P13"}),
        ("as told (A6, R11; T08–T10)", {"A6", "R11", "T08", "T09", "T10"}),
        ("FAQ (P3-P5)", {"P3", "P4", "P5"}),
        ("R1: first, T91 to T93", {"R1", "T91", "T92", "T93"}),
        ("async def test_t71_it_is_refused()", {"T71"}),
        ("rules S603, S101, PLR2004", set()),
        ("F1 of the bench, 30 R/s, 0xA1, form I-589, SHA1, x.A1, T1", set()),
    ],
)
def test_what_is_a_number_of_a_requirement(text: str, numbers: set[str]) -> None:
    assert set(cited(text)) == numbers


def test_a_number_that_stands_nowhere_is_found() -> None:
    unwritten = "P" + "99"
    assert unknown({unwritten: {"bot/app.py"}, "P13": {"bot/app.py"}}) == {unwritten: {"bot/app.py"}}


def test_the_page_has_every_number_once_and_says_what_is_built() -> None:
    rows = ROW.findall(PAGE)
    numbers = [number for number, _, _ in rows]
    assert len(numbers) == len(set(numbers))
    for letter in "PSAOR":
        own = [int(number[1:]) for number in numbers if number[0] == letter]
        assert own == list(range(1, len(own) + 1)), letter
    assert [number for number, _, today in rows if not re.match(r"built|in part: |not built yet$", today)] == []
