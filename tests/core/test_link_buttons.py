"""Lines that become link buttons, and lines that do not."""

import time

import pytest

from bot.core.content import Button
from bot.core.link_buttons import LABEL_UNITS, MAX_BUTTONS, BadLine, LinkFault, read_buttons


@pytest.mark.parametrize(
    "line",
    [
        "Запись — https://youtu.be/abc?t=1",
        "Запись - https://youtu.be/abc?t=1",
        "  Запись: https://youtu.be/abc?t=1 ",
        "Запись https://youtu.be/abc?t=1",
        "Запись | https://youtu.be/abc?t=1",
    ],
)
def test_a_line_is_a_button(line: str) -> None:
    assert read_buttons(line) == ((Button("Запись", url="https://youtu.be/abc?t=1"),),)


def test_lines_are_rows_and_empty_ones_are_nothing() -> None:
    found = read_buttons("Раз — https://a.example.org\n\nДва, три — https://b.example.org\n")
    assert isinstance(found, tuple)
    assert [[button.text for button in row] for row in found] == [["Раз"], ["Два, три"]]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", LinkFault.FORM),
        ("просто слова", LinkFault.FORM),
        ("https://example.org", LinkFault.FORM),
        ("— https://example.org", LinkFault.FORM),
        ("Запись — http://example.org", LinkFault.HTTPS),
        ("Запись — example.org", LinkFault.HTTPS),
        ("Запись — tg://user?id=1", LinkFault.HTTPS),
        ("Запись — javascript://example.org/%0Aalert(1)", LinkFault.HTTPS),
        ("Запись — https://user:pass@example.org", LinkFault.ADDRESS),
        ("Запись — https://localhost", LinkFault.ADDRESS),
        ("Запись — https://пример.рф", LinkFault.ADDRESS),
        ("Запись — https://example.org:8443/", LinkFault.ADDRESS),
        ("Запись — https://example.org:x/", LinkFault.ADDRESS),
        ("Запись — https://[::1]/", LinkFault.ADDRESS),
        ("Запись — https://[/", LinkFault.ADDRESS),
        ("Запись — https://example.org/" + "a" * 1000, LinkFault.ADDRESS),
        ("x" * (LABEL_UNITS + 1) + " — https://example.org", LinkFault.LABEL),
    ],
)
def test_what_is_no_button_is_named(line: str, fault: LinkFault) -> None:
    assert read_buttons(line) == BadLine(1, fault)


@pytest.mark.parametrize("sign", ["-", "— ", ":/", "a-", "."])
def test_a_long_line_is_read_at_once(sign: str) -> None:
    began = time.process_time()
    assert isinstance(read_buttons(sign * 2_000), BadLine)
    assert time.process_time() - began < 0.5


def test_the_first_bad_line_is_named_and_there_are_not_too_many() -> None:
    good = "Запись — https://example.org"
    assert read_buttons(f"{good}\n{good}\nplain") == BadLine(3, LinkFault.FORM)
    assert read_buttons("\n".join([good] * (MAX_BUTTONS + 1))) == BadLine(MAX_BUTTONS + 1, LinkFault.MANY)
    assert len(read_buttons("\n".join([good] * MAX_BUTTONS))) == MAX_BUTTONS  # type: ignore[arg-type]  # no BadLine
