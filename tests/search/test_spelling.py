"""What was meant is read out of what was typed."""

import pytest

from bot.core.faq.plain import plain
from bot.search.spelling import Spelling, words_of

SPELLING = Spelling.of(["разрешение на работу когда дадут", "work permit and how to renew it", "форма I-765"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hfphtitybt yf hf,jne", "разрешение на работу"),
        ("цщкл зукьше", "work permit"),
        ("razreshenie na rabotu", "разрешение на работу"),
        ("work permit", "work permit"),
        ("Разрешение на РАБОТУ", "разрешение на работу"),
        ("когда дадут work permit", "когда дадут work permit"),
        ("765", "765"),
        ("", ""),
    ],
)
def test_one_reading_is_chosen(typed: str, meant: str) -> None:
    assert SPELLING.repair(typed) == meant


def test_like_letters_are_alike() -> None:
    assert plain("Ещё ﬁle") == "еще file"
    assert plain("\udcff") == "?"


def test_a_word_with_a_hyphen_is_also_its_parts() -> None:
    assert words_of("i-765, ок") == ["i-765", "ок", "i", "765"]
