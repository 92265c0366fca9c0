"""From parameters to a message's text and entities: trimming, nesting, the bot's own entities, found links."""

from typing import Any

import pytest

from bot.demo.calls import Refusal
from bot.demo.methods.formatting import checked_entities, formatted


def html(markup: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = formatted(markup, "HTML", None)
    return text, [(found["type"], found["offset"], found["length"]) for found in entities]


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def test_whitespace_around_is_trimmed_and_entities_move() -> None:
    assert html("\n  <b> x</b> y \n") == ("x y", [("bold", 0, 1)])


def test_entity_of_spaces_only_disappears() -> None:
    assert html("x<b>  </b>") == ("x", [])


def test_carriage_returns_are_dropped_before_counting() -> None:
    assert html("a\r\n<b>b</b>") == ("a\nb", [("bold", 2, 1)])


@pytest.mark.parametrize("mode", ["HTML", "html", "Html"])
def test_mode_is_read_without_case(mode: str) -> None:
    assert formatted("<b>x</b>", mode, None)[0] == "x"


@pytest.mark.parametrize("mode", [None, "", "None"])
def test_no_mode_leaves_markup_alone(mode: str | None) -> None:
    assert formatted("<b>x</b>", mode, None) == ("<b>x</b>", [])


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2", "bbcode"])
def test_other_modes_are_refused(mode: str) -> None:
    with pytest.raises(Refusal, match=r"\ABad Request: unsupported parse_mode\Z"):
        formatted("x", mode, None)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<code><b>x</b></code>", [("code", 0, 1)]),
        ("<pre>a<i>x</i></pre>", [("pre", 0, 2)]),
        ("<b>a<code>b</code>c</b>", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
        ("<b>a<b>b</b></b>", [("bold", 0, 2)]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", [("blockquote", 0, 2)]),
        ("<blockquote>a<b>b</b></blockquote>", [("blockquote", 0, 2), ("bold", 1, 1)]),
        ("<blockquote>a<code>b</code></blockquote>", [("blockquote", 0, 2), ("code", 1, 1)]),
        ('<a href="x.org">a<b>b</b></a>', [("text_link", 0, 2), ("bold", 1, 1)]),
        ('<a href="x.org">a<code>b</code></a>', [("text_link", 0, 2)]),
    ],
)
def test_nesting(markup: str, expected: list[tuple[str, int, int]]) -> None:
    assert html(markup)[1] == expected


def test_links_are_completed_and_useless_ones_dropped() -> None:
    _, entities = formatted('<a href="X.org/a">x</a><a href="javascript:alert(1)">y</a>', "HTML", None)
    assert [found["url"] for found in entities] == ["http://x.org/a"]


def test_link_to_a_person_is_a_mention() -> None:
    _, entities = formatted('<a href="tg://user?id=5">x</a>', "HTML", None)
    assert entities[0]["type"] == "text_mention"
    assert entities[0]["user"]["id"] == 5


def test_plain_text_is_linked() -> None:
    text, entities = formatted("see uscis.gov or /faq", None, None)
    assert [(found["type"], found["offset"], found["length"]) for found in entities] == [
        ("url", 4, 9),
        ("bot_command", 17, 4),
    ]
    assert text == "see uscis.gov or /faq"


def test_found_links_yield_to_written_entities() -> None:
    assert html("<code>uscis.gov</code>")[1] == [("code", 0, 9)]
    assert html('<a href="x.org">uscis.gov</a>')[1] == [("text_link", 0, 9)]
    assert html("<b>uscis.gov</b>")[1] == [("bold", 0, 9), ("url", 0, 9)]
    assert html("<b>us</b>cis.gov")[1] == [("url", 0, 9), ("bold", 0, 2)]
    assert html("<b>x us</b>cis.gov")[1] == [("bold", 0, 4)]


def test_a_hundred_entities_are_kept() -> None:
    assert len(html("<b>x</b> " * 150)[1]) == 100


def test_own_entities_are_sorted() -> None:
    given = [entity("italic", 1, 1), entity("bold", 0, 2)]
    assert [found["type"] for found in formatted("xy", None, given)[1]] == ["bold", "italic"]


def test_own_entities_of_no_length_are_dropped() -> None:
    assert formatted("xy", None, [entity("bold", 1, 0)]) == ("xy", [])


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (entity("bold", -1, 2), "ENTITY_BOUNDS_INVALID"),
        (entity("bold", 1, -1), "ENTITY_BOUNDS_INVALID"),
        (
            entity("bold", 1, 9),
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
        ),
        (entity("bold", 1, 2), "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1"),
        (
            entity("bold", 0, 1),
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at UTF-16 offset 1",
        ),
    ],
)
def test_own_entities_out_of_bounds(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked_entities("😀xy", [given])
    assert caught.value.description == f"Bad Request: {complaint}"


def test_mode_wins_over_entities() -> None:
    assert formatted("<i>x</i>", "HTML", [entity("bold", 0, 99)])[1] == [entity("italic", 0, 1)]
