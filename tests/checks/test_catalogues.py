"""What the checker finds in catalogues: each fault once, with its file and line."""

from pathlib import Path

import pytest

from bot.checks.catalogues import Catalogue, catalogue_findings, read_catalogue, read_files

GOOD = {"a.ftl": "# words\none = One\ntwo = Two { $name }\nfaq-x = Title\n    .short = Short\n"}


def faults(ru: dict[str, str], en: dict[str, str] | None = None) -> list[str]:
    """What is wrong with a Russian catalogue beside an English one."""
    return catalogue_findings({"ru": read_catalogue("ru", ru), "en": read_catalogue("en", en or ru)})


def russian(source: str) -> Catalogue:
    """A Russian catalogue of one file."""
    return read_catalogue("ru", {"a.ftl": source})


def test_good_catalogues_have_no_fault() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize("begin", ["*", "[x]", "}", ".dot", ".dot = x"])
def test_a_line_that_would_end_the_text_is_refused(begin: str) -> None:
    source = f"zero = Zero\none =\n    First line\n    {begin} second line\n    third\n"
    found = russian(source).faults
    assert len(found) == 1
    assert found[0].startswith("ru/a.ftl:")
    assert "no line of a text may begin with" in found[0]
    assert int(found[0].split(":")[1]) in (2, 4)


def test_a_hash_and_a_bullet_are_text() -> None:
    catalogue = russian("one =\n    First\n    # second\n    • third - x\n")
    assert catalogue.faults == ()
    assert catalogue.texts["one"].forms == ("First\n# second\n• third - x",)


def test_what_cannot_be_read_is_named_by_its_line() -> None:
    (fault,) = russian("one = One\ntwo = { $name\nthree = Three\n").faults
    assert fault.startswith("ru/a.ftl:3: cannot be read (")


def test_a_message_twice_is_found_across_files() -> None:
    (fault,) = read_catalogue("ru", {"a.ftl": "one = x\n", "b.ftl": "\n\none = y\n"}).faults
    assert fault == "ru/b.ftl:3: one stands twice"


@pytest.mark.parametrize(
    ("ru", "en", "found"),
    [
        ("one = x\n", "one = x\ntwo = y\n", "en/a.ftl:2: two is missing in ru"),
        ("one = x\ntwo = y\n", "one = x\n", "ru/a.ftl:2: two is missing in en"),
        ("faq-x = x\n    .short = x\n", "faq-x = x\n", "ru/a.ftl:2: faq-x.short is missing in en"),
        ("one = { $a }\n", "one = { $a } { $b }\n", "ru/a.ftl:1: one lacks $b"),
        ("one = { $a } { $b }\n", "one = x\n", "en/a.ftl:1: one lacks $a, $b"),
    ],
)
def test_differences_between_the_languages(ru: str, en: str, found: str) -> None:
    assert faults({"a.ftl": ru}, {"a.ftl": en}) == [found]


def test_a_file_of_one_language_is_found() -> None:
    assert faults({"a.ftl": "one = x\n"}, {"b.ftl": "one = x\n"}) == [
        "en/a.ftl: the file is missing",
        "ru/b.ftl: the file is missing",
    ]


def test_a_part_no_answer_has_is_found() -> None:
    assert russian("faq-x = x\n    .shrot = x\n").faults != ()
    assert russian("one = x\n    .short = x\n").faults != ()


@pytest.mark.parametrize("sign", ["\u2068", "\u2069", "\u200b", "\u202e", "\ufeff"])
def test_invisible_characters_are_found(sign: str) -> None:
    (fault,) = russian(f"one = One\ntwo = T{sign}wo\n").faults
    assert fault == f"ru/a.ftl:2: invisible character U+{ord(sign):04X}"


def selector(*names: str) -> str:
    """A message with these plural forms."""
    return "one = { $n ->\n" + "".join(f"    [{name}] x\n" for name in names) + "   *[other] y\n}\n"


@pytest.mark.parametrize(
    ("locale", "names", "right"),
    [
        ("ru", ("one", "few", "many"), True),
        ("ru", ("0", "one", "few", "many"), True),
        ("ru", ("one",), False),
        ("ru", ("one", "few"), False),
        ("ru", ("ru", "en"), True),
        ("ru", ("0",), True),
        ("en", ("one",), True),
        ("en", ("one", "few", "many"), False),
        ("en", ("zero", "one"), False),
    ],
)
def test_plural_forms_are_those_of_the_language(locale: str, names: tuple[str, ...], right: bool) -> None:
    assert (read_catalogue(locale, {"a.ftl": selector(*names)}).faults == ()) is right


def test_every_reading_of_a_text_is_known() -> None:
    text = russian('one = { $a } { $b ->\n    [x] X { $c }\n   *[other] Y\n} { "z" }{ zero }\nzero = 0\n').texts["one"]
    assert text.forms == ("0 X 0 z0", "0 Y z0")
    assert text.variables == {"a", "b", "c"}
    assert text.references == {"zero"}
    assert text.selectors == (frozenset({"x", "other"}),)


def test_files_are_read_by_language_and_name(tmp_path: Path) -> None:
    for locale in ("ru", "en"):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "b.ftl").write_text("b = б\n", encoding="utf-8")
        (tmp_path / locale / "a.txt").write_text("a", encoding="utf-8")
    assert read_files(tmp_path) == {"ru": {"b.ftl": "b = б\n"}, "en": {"b.ftl": "b = б\n"}}
