"""Whatever somebody types: the normaliser never fails, and what it has made plain it leaves alone."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.core.faq.plain import plain
from bot.search.spelling import Spelling, sounded, words_of

KNOWN = Spelling.of(["Как подать на убежище в суде?", "Work permit while asylum is pending", "Форма I-589, срок год"])
TYPED = st.text(max_size=200) | st.text(
    st.sampled_from("йцукен ЁёЙй'ghbdtn asylum-589 I\u0301\u00a0\ufb01"), max_size=80
)


@given(TYPED)
def test_what_is_plain_stays_plain(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert "ё" not in once
    assert unicodedata.is_normalized("NFKC", once)


@given(TYPED)
def test_letters_that_look_alike_are_one(text: str) -> None:
    assert plain(text.upper().lower().replace("е", "ё")) == plain(text.upper().lower())


@given(TYPED)
def test_any_message_has_a_reading_and_a_reading_has_no_better_one(text: str) -> None:
    reading = KNOWN.repair(text)
    assert reading in {
        plain(text),
        sounded(plain(text)),
        *(plain(text).translate(table) for table in (_to_russian(), _to_latin())),
    }
    assert all(word == word.lower() for word in words_of(reading))


@given(st.text(st.sampled_from("0123456789 .,?!-"), max_size=40))
def test_numbers_are_never_read_as_something_else(text: str) -> None:
    assert KNOWN.repair(text) == plain(text)


def _to_russian() -> dict[int, int]:
    return str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё")


def _to_latin() -> dict[int, int]:
    return str.maketrans("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
