"""Every fact an answer names exists, and what is known from memory alone is called unconfirmed."""

from dataclasses import replace
from importlib import resources

import pytest

from bot.checks.facts import fact_findings, facts_page, page_findings, read_facts
from bot.core.faq.topics import Tree, read_tree

PACKAGE = resources.files("bot")
PAGE = facts_page(PACKAGE).read_text(encoding="utf-8")
HEAD = "| fact | statement | sources | as of | confidence |\n| --- | --- | --- | --- | --- |\n"


def tree_with(short: tuple[str, ...], uncertain: tuple[str, ...]) -> Tree:
    """One answer that rests on these facts."""
    tree = read_tree((PACKAGE / "locales" / "topics.toml").read_text(encoding="utf-8"))
    topic = replace(tree.topics[0], facts=(("short", (short,)), ("uncertain", (uncertain,))))
    return Tree(tree.groups, (topic,))


def test_the_page_is_whole() -> None:
    assert list(page_findings(PAGE)) == []
    assert len(read_facts(PAGE)) == PAGE.count("\n| WA-") + len(read_facts(PAGE)) - 7 == 223


def test_the_answers_rest_on_it() -> None:
    tree = read_tree((PACKAGE / "locales" / "topics.toml").read_text(encoding="utf-8"))
    assert list(fact_findings(tree, read_facts(PAGE))) == []


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


def test_a_fact_that_is_not_there_is_named() -> None:
    faults = list(fact_findings(tree_with(("ZZ-1",), ()), read_facts(PAGE)))
    assert faults == ["topics.toml: what-is-asylum: short, paragraph 1: there is no fact ZZ-1"]


def test_memory_alone_must_be_called_unconfirmed() -> None:
    known = read_facts(PAGE)
    assert known["WA-7"] == {"memory"}
    (fault,) = fact_findings(tree_with(("WA-7",), ()), known)
    assert "WA-7 is known from memory" in fault
    assert list(fact_findings(tree_with(("WA-7",), ("WA-7",)), known)) == []
