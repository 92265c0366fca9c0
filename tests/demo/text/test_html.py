"""Telegram's HTML: every tag, every error message, and no input that breaks the parser."""

import re
from typing import Any

import pytest
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.calls import Refusal
from bot.demo.text.html import parse_html
from bot.demo.text.utf16 import units


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ],
)
def test_simple_tags(tag: str, kind: str) -> None:
    assert parse_html(f"a <{tag}>bc</{tag}> d") == ("a bc d", [entity(kind, 2, 2)])


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<span class="tg-spoiler">x</span>', entity("spoiler", 0, 1)),
        ("<span class='tg-spoiler'>x</span>", entity("spoiler", 0, 1)),
        ("<span class=tg-spoiler>x</span>", entity("spoiler", 0, 1)),
        ('<a href="https://x.org/?a=1&amp;b=2">x</a>', entity("text_link", 0, 1, url="https://x.org/?a=1&b=2")),
        ("<a>x.org</a>", entity("text_link", 0, 5, url="x.org")),
        ("<blockquote expandable>x</blockquote>", entity("expandable_blockquote", 0, 1)),
        ('<blockquote expandable="">x</blockquote>', entity("expandable_blockquote", 0, 1)),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', entity("custom_emoji", 0, 2)),
        ('<pre><code class="language-python">x</code></pre>', entity("pre", 0, 1, language="python")),
        ('<code class="language-python">x</code>', entity("code", 0, 1)),
        ("<B>x</B>", entity("bold", 0, 1)),
        ("<b >x</b >", entity("bold", 0, 1)),
        ("<b>x</>", entity("bold", 0, 1)),
        ('<b title="y">x</b>', entity("bold", 0, 1)),
    ],
)
def test_written_forms(markup: str, expected: dict[str, Any]) -> None:
    _, entities = parse_html(markup)
    assert len(entities) == 1
    assert expected.items() <= entities[0].items()


def test_pre_with_code_is_one_entity_only_when_they_cover_the_same() -> None:
    _, entities = parse_html('<pre>a<code class="language-x">b</code></pre>')
    assert [found["type"] for found in entities] == ["pre", "code"]


def test_time() -> None:
    text, entities = parse_html('<tg-time unix="1647531900" format="wDT">22:45</tg-time>')
    assert (text, entities) == (
        "22:45",
        [entity("date_time", 0, 5, unix_time=1647531900, date_time_format="wDT")],
    )


@pytest.mark.parametrize("pattern", ["", "r", "w", "d", "D", "t", "T", "wd", "wDt", "dT"])
def test_time_formats(pattern: str) -> None:
    _, entities = parse_html(f'<tg-time unix="1" format="{pattern}">x</tg-time>')
    assert entities[0].get("date_time_format", "") == pattern


@pytest.mark.parametrize(
    "attributes",
    [
        'unix="1" format="rw"',
        'unix="1" format="x"',
        'unix="1" format="tD"',
        'unix="" format="r"',
        'unix="-5"',
        'unix="²"',
        'unix="0"',
        'format="r"',
    ],
)
def test_wrong_times(attributes: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities: Invalid date-time"):
        parse_html(f"<tg-time {attributes}>x</tg-time>")


def test_a_time_behind_the_last_second_is_plain_text() -> None:
    assert parse_html(f'<tg-time unix="{2**31}">x</tg-time>') == ("x", [])
    assert len(parse_html(f'<tg-time unix="{2**31 - 1}">x</tg-time>')[1]) == 1


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&lt;b&gt; &amp; &quot;", '<b> & "'),
        ("&#1103;&#x44F;", "яя"),
        ("&lt", "<"),
        ("&nbsp; &copy;", "&nbsp; &copy;"),
        ("&", "&"),
        ("&;", "&;"),
        ("&#;", "&#;"),
        ("&#x;", "&#x;"),
        ("&#0;", "&#0;"),
        ("&#x110000;", "&#x110000;"),
        ("&#00000000065;", "&#00000000065;"),
        ("a > b", "a > b"),
    ],
)
def test_character_references(markup: str, text: str) -> None:
    assert parse_html(markup) == (text, [])


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("я<маршрут>", 'Unsupported start tag "маршрут" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<!-- a -->", 'Unsupported start tag "!--" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</b x>", "Unclosed end tag at byte offset 4"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("ab<", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a href="x"', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href ", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a ", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=x,y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<span class="x">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_complaints(markup: str, complaint: str) -> None:
    with pytest.raises(Refusal, match=re.escape(complaint)) as caught:
        parse_html(markup)
    assert caught.value.code == 400
    assert caught.value.description.startswith("Bad Request: can't parse entities: ")


def test_offsets_count_utf16_units() -> None:
    _, entities = parse_html("😀я<b>😀</b><i>x</i>")
    assert entities == [entity("bold", 3, 2), entity("italic", 5, 1)]


def test_empty_tags_leave_nothing() -> None:
    assert parse_html("<b></b>a<i></i>") == ("a", [])


def test_results_are_not_shared() -> None:
    parse_html("<b>x</b>")[1][0]["length"] = 99
    assert parse_html("<b>x</b>")[1] == [entity("bold", 0, 1)]


TAGS = st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<a href='x.org'>", "</a>", "<", ">", "&lt;", "&#x1F600;", "</>"])


@given(st.lists(st.one_of(TAGS, st.text(max_size=5)), max_size=15).map("".join))
def test_anything_is_parsed_or_refused(markup: str) -> None:
    try:
        text, entities = parse_html(markup)
    except Refusal as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
        return
    for found in entities:
        assert 0 <= found["offset"] < found["offset"] + found["length"] <= units(text)


LEAVES = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=6)
NAMES = st.sampled_from(["b", "i", "u", "s", "tg-spoiler", "blockquote"])


def wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(children, min_size=1, max_size=3).map("".join)
    return st.builds(lambda tag, inside: f"<{tag}>{inside}</{tag}>", NAMES, joined)


@given(st.recursive(LEAVES.map(html_decoration.quote), wrapped, max_leaves=8))
def test_round_trip_through_aiogram(markup: str) -> None:
    text, entities = parse_html(markup)
    written = html_decoration.unparse(text, [MessageEntity(**found) for found in entities])
    again, same = parse_html(written)
    assert again == text
    key = ("offset", "length", "type")
    assert sorted([found[k] for k in key] for found in same) == sorted([found[k] for k in key] for found in entities)
