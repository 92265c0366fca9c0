"""Every fact an answer names exists, and what is known from memory alone is called unconfirmed."""

from dataclasses import replace
from importlib import resources

import pytest

from bot.checks.facts import data_findings, fact_findings, facts_page, page_findings
from bot.core.faq.topics import Tree, shipped_tree

PACKAGE = resources.files("bot")
PAGE = facts_page(PACKAGE).read_text(encoding="utf-8")
HEAD = "| fact | statement | sources | as of | confidence |\n| --- | --- | --- | --- | --- |\n"


def shipped() -> Tree:
    """The package's own tree."""
    return shipped_tree(PACKAGE / "locales")


def tree_with(short: tuple[str, ...], unconfirmed: tuple[str, ...]) -> Tree:
    """One answer that rests on these facts."""
    tree = shipped()
    topic = replace(tree.topics[0], facts={"short": (short,), "unconfirmed": (unconfirmed,)})
    return replace(tree, topics=(topic,))


def test_the_page_is_whole_and_the_data_say_the_same() -> None:
    assert list(page_findings(PAGE)) == []
    assert list(data_findings(shipped().facts, PAGE)) == []


def test_the_answers_rest_on_it() -> None:
    assert list(fact_findings(shipped())) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("| WA-1 | a | b | – | official |", ""),
        ("| WA-1 | a | b | – | official + memory |", ""),
        ("| WA-1 | a | b | – | as WA-2, WA-3 |", ""),
        ("| WA-1 | a | b | – | hearsay |", "facts.md:3: WA-1: 'hearsay' is no confidence"),
        ("| WA-1 | a | official |", "facts.md:3: is no row of five columns"),
    ],
)
def test_a_row_gives_its_confidence(row: str, fault: str) -> None:
    assert list(page_findings(HEAD + row)) == ([fault] if fault else [])


def test_a_fact_that_stands_twice_is_named() -> None:
    row = "| WA-1 | a | b | – | official |\n"
    assert list(page_findings(HEAD + row + row)) == ["facts.md:4: WA-1 stands twice"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("| official |", "| secondary |"), "facts.toml: WA-1 is known otherwise in docs/facts.md"),
        (("Asylum protects", "Asylum keeps"), "facts.toml: WA-1 says something else in docs/facts.md"),
        (("opinion. |", "opinion. ⚠ |"), "facts.toml: WA-1 is in motion in docs/facts.md"),
        (("INA 101(a)(42)(A)", "INA 101"), "facts.toml: WA-1 has another source in docs/facts.md"),
        (("| WA-1 |", "| ZZ-1 |"), "facts.toml: ZZ-1 stands only in docs/facts.md"),
    ],
)
def test_data_that_say_something_else_are_named(change: tuple[str, str], fault: str) -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| WA-1 |")]
    others = PAGE.replace(lines[0], lines[0].replace(*change))
    assert fault in list(data_findings(shipped().facts, others))


def test_a_question_that_stands_in_no_list_is_named() -> None:
    others = PAGE.replace("Has the work-permit rule", "Is the work-permit rule")
    assert "facts.toml: what is asked of WP-9 stands in no row of the list in docs/facts.md" in list(
        data_findings(shipped().facts, others)
    )


def test_memory_alone_must_be_called_unconfirmed() -> None:
    assert shipped().facts.by_id["WA-7"].known == "memory"
    (fault,) = fact_findings(tree_with(("WA-7",), ()))
    assert "WA-7 is known from memory" in fault
    assert list(fact_findings(tree_with(("WA-7",), ("WA-7",)))) == []
