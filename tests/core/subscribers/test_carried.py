"""A link carries a language and five switches: every choice has one spelling, and 64 links are all there are (O10)."""

import re
from itertools import combinations

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.carried import LETTERS, PREFIX, Carried, carried_of, read_carried
from bot.core.subscribers.subscribers import USUAL, Choice, Subscriber
from bot.demo.chats.person import START_PAYLOAD

EVERY = [
    Carried(locale, frozenset(on))
    for locale in Locale
    for count in range(len(Choice) + 1)
    for on in combinations(Choice, count)
]


def test_there_are_64_links_each_read_back_as_what_it_was_made_of() -> None:
    payloads = [each.payload() for each in EVERY]
    assert len(set(payloads)) == len(EVERY) == 64
    assert set(LETTERS) == set(Choice), "every switch goes along"
    for each, payload in zip(EVERY, payloads, strict=True):
        assert START_PAYLOAD.fullmatch(payload)
        assert read_carried(payload.removeprefix(PREFIX)) == each
        assert not re.search(r"\d", payload), "no number, so no id"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ru_",
        "ru_nr",
        "ru_rr",
        "ru_x",
        "RU_r",
        "de_r",
        "ru-r",
        "ru_r_",
        "ru_r5001",
        "rur",
        "r",
        "ru_rvnsdx",
        "ru_r\n",
    ],
)
def test_any_other_spelling_is_none(text: str) -> None:
    assert read_carried(text) is None


def test_a_row_gives_its_language_and_switches_and_nothing_else() -> None:
    row = Subscriber(77, Locale.EN, "2026-11-24", "2026-11-24", news=False, silent=True, discreet=True)
    assert carried_of(row).payload() == "as_en_rvsd"
    assert carried_of(Subscriber(1, Locale.RU, "a", "b")) == Carried(Locale.RU) == Carried(Locale.RU, USUAL)
    assert Carried(Locale.RU).with_(Choice.NEWS, on=False).with_(Choice.SILENT, on=True).letters() == "rvs"
    assert Carried(Locale.RU, frozenset()).payload() == "as_ru"
