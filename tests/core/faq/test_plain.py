"""The plain form of a text: what looks alike, or is not seen, is alike (B07)."""

import pytest

from bot.core.faq.plain import plain
from bot.core.locales import mostly_cyrillic


@pytest.mark.parametrize(
    ("typed", "alike"),
    [
        ("раз\u00adре\u00adше\u00adние на ра\u00adбо\u00adту", "разрешение на работу"),
        ("разреше\u0301ние", "разрешение"),
        ("Ещё йод", "еще йод"),
        ("Еще\u0308 и\u0306од", "еще йод"),
        ("їжак Ўзбек", "їжак ўзбек"),
        ("paзpeшeниe", "разрешение"),  # Latin p, a, e: more Latin letters than Cyrillic
        ("аsylum", "asylum"),  # Cyrillic а
        ("αsylum", "asylum"),  # Greek alpha
        ("визαми", "визами"),  # Greek alpha in a Cyrillic word
        ("λόγος", "λογος"),  # a Greek word stays one
        ("visaми", "visaми"),  # not every letter is in both alphabets: it stays as it is
        ("паrtner", "паrtner"),
        ("ка\u3164фе", "кафе"),
        ("re\u0301sume\u0301", "resume"),
        ("\udcff", "?"),
    ],
)
def test_b07_what_looks_alike_is_alike(typed: str, alike: str) -> None:
    assert plain(typed) == alike


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("как получить разрешение", True),
        ("I-589 где подать?", True),
        ("EAD сколько ждать", True),
        ("work permit", False),
        ("work permit когда", False),
        ("765", False),
        ("", False),
    ],
)
def test_m08_more_letters_are_cyrillic_than_not(text: str, cyrillic: bool) -> None:
    assert mostly_cyrillic(text) is cyrillic
