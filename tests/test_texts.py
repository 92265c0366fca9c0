"""The strict door to Fluent: what is missing raises, what a person typed is escaped, numbers stay as they are."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.texts import LOCALES, BrokenCatalogue, MissingText, Safe, Texts, read_catalogues

SOURCE = """
plain = Just words
filled = Hello, { $name }
markup = <b>{ $name }</b>
count = { $count ->
    [0] nobody
    [one] { $count } person
   *[other] { $count } people
}
day = { WHEN($at, "d MMMM y") }
number = { NUMBER($count) }
with-parts = Title
    .short = A part of { $name }
only-parts =
    .short = A part
nested = { plain }, { $name }
talk = { $talk ->
    [ru] Russian
   *[other] any
}
quoted = { "{" }x{ "}" }
"""
RUSSIAN = """
plain = Слова
count = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
day = { WHEN($at, "d MMMM y, HH:mm") }
"""


@pytest.fixture
def texts() -> Texts:
    """Two small catalogues."""
    return Texts({"en": [SOURCE], "ru": [RUSSIAN]})


def test_a_text_without_arguments_is_taken_as_it_stands(texts: Texts) -> None:
    assert texts("en", "plain") == "Just words"
    assert texts("ru", "plain") == "Слова"
    assert texts("en", "plain") is texts("en", "plain")


def test_an_attribute_has_its_own_key(texts: Texts) -> None:
    assert texts("en", "with-parts") == "Title"
    assert texts("en", "with-parts.short", name="x") == "A part of x"


@pytest.mark.parametrize("key", ["none", "with-parts.none", "plain.short", "only-parts", ""])
def test_a_missing_message_or_part_raises(key: str, texts: Texts) -> None:
    with pytest.raises(MissingText, match="en: "):
        texts("en", key)
    assert not texts.has("en", key)


def test_has_knows_messages_and_parts(texts: Texts) -> None:
    assert texts.has("en", "plain")
    assert texts.has("en", "only-parts.short")
    assert not texts.has("ru", "filled")


@pytest.mark.parametrize("key", ["filled", "count", "day", "nested"])
def test_a_missing_argument_raises(key: str, texts: Texts) -> None:
    with pytest.raises(MissingText, match=key):
        texts("en", key)


def test_what_a_person_typed_is_escaped(texts: Texts) -> None:
    hostile = '<a href="tg://user?id=1">\'&amp;'
    assert texts("en", "markup", name=hostile) == ("<b>&lt;a href=&quot;tg://user?id=1&quot;&gt;&#x27;&amp;amp;</b>")
    assert texts("en", "with-parts.short", name="<") == "A part of &lt;"


def test_fluent_in_an_argument_stays_text(texts: Texts) -> None:
    assert texts("en", "filled", name="{ plain } { $name }") == "Hello, { plain } { $name }"


def test_safe_text_and_plain_places_are_not_escaped(texts: Texts) -> None:
    assert texts("en", "markup", name=Safe("<i>x</i>")) == "<b><i>x</i></b>"
    assert texts.plain("en", "filled", name="Tom & <Ann>") == "Hello, Tom & <Ann>"
    assert texts.plain("en", "count", count=2) == "2 people"


@pytest.mark.parametrize("count", [1000, 1234567, 10**12])
def test_numbers_are_not_grouped(count: int, texts: Texts) -> None:
    assert texts("en", "count", count=count) == f"{count} people"
    assert str(count) in texts("ru", "count", count=count)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (1, "1 человек"),
        (2, "2 человека"),
        (5, "5 человек"),
        (11, "11 человек"),
        (21, "21 человек"),
        (22, "22 человека"),
    ],
)
def test_russian_plurals(count: int, shown: str, texts: Texts) -> None:
    assert texts("ru", "count", count=count) == shown


def test_an_exact_number_comes_before_the_plural(texts: Texts) -> None:
    assert [texts("en", "count", count=count) for count in (0, 1, 2)] == ["nobody", "1 person", "2 people"]


def test_days_and_moments_are_in_the_words_of_the_language(texts: Texts) -> None:
    assert texts("en", "day", at=date(2026, 12, 5)) == "5 December 2026"
    assert texts("ru", "day", at=datetime(2026, 12, 5, 19, 30, tzinfo=UTC)) == "5 декабря 2026, 19:30"
    with pytest.raises(MissingText):
        texts("en", "day", at="2026-12-05")


def test_no_invisible_signs_are_put_around_arguments(texts: Texts) -> None:
    assert texts("en", "nested", name="x") == "Just words, x"
    assert texts("en", "quoted") == "{x}"


def test_a_long_text_is_not_refused(texts: Texts) -> None:
    long = "ж" * 100_000
    assert texts("en", "filled", name=long) == f"Hello, {long}"
    assert texts("en", "filled", name="'" * 500) == f"Hello, {'&#x27;' * 500}"
    assert texts("en", "markup", name=Safe(long)) == f"<b>{long}</b>"
    assert Texts({"en": [f"long = {long}\n"]})("en", "long") == long


@pytest.mark.parametrize(("talk", "shown"), [("ru", "Russian"), ("en", "any"), (Safe("ru"), "Russian"), ("&", "any")])
def test_a_word_chooses_a_form(talk: str, shown: str, texts: Texts) -> None:
    assert texts("en", "talk", talk=talk) == shown


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("broken = { $name\n", "cannot be read"),
        ("one = a\none = b\n", "one stands twice"),
        ("one = a\n    [x] b\n", "cannot be read"),
        ("one = a\n    *x\n", "cannot be read"),
        ("one = a\n    } b\n", "cannot be read"),
        ("just words\n", "cannot be read"),
    ],
)
def test_a_catalogue_that_cannot_be_read_whole_is_refused(source: str, words: str) -> None:
    with pytest.raises(BrokenCatalogue, match=words):
        Texts({"en": [source]})


def test_a_message_of_two_files_is_refused() -> None:
    with pytest.raises(BrokenCatalogue, match="plain stands twice"):
        Texts({"en": ["plain = a\n", "plain = b\n"]})
    assert Texts({"en": ["plain = a\n"], "ru": ["plain = б\n"]})("ru", "plain") == "б"


def test_catalogues_are_read_from_a_folder_in_order(tmp_path: Path) -> None:
    for locale in LOCALES:
        (tmp_path / locale).mkdir()
        for name in ("b.ftl", "a.ftl", "notes.txt"):
            (tmp_path / locale / name).write_text(f"{locale}-{name[0]} = ё\n", encoding="utf-8")
    assert read_catalogues(tmp_path) == {locale: [f"{locale}-a = ё\n", f"{locale}-b = ё\n"] for locale in LOCALES}


def test_the_packages_catalogues_are_read() -> None:
    found = read_catalogues()
    assert set(found) == set(LOCALES)
    assert Texts(found)("en", "menu")
    assert "demo-anna" in json.dumps(found)
