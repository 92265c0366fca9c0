"""The pager: nothing lost, order kept, every page fits, no tag is cut."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.content import MESSAGE_UNITS, units
from bot.core.pagination import GAP, QUOTE, Block, cut, paginate, paragraphs, visible
from bot.demo.methods.formatting import formatted

TAGS = re.compile(r"<[^>]*>")

letters = st.text(alphabet="абвxyz😀é", min_size=1, max_size=12)
plain_words = letters | st.sampled_from(["&amp;", "&lt;b&gt;", "a&quot;b"])
styled_words = st.builds(
    "{0}{2}{1}".format,
    st.sampled_from(["<b>", "<i>", '<a href="https://example.org/?a=1&amp;b=2">']),
    st.just("|"),
    plain_words,
).map(lambda word: word.replace("|", f"</{word[1]}>"))
pieces = st.lists(plain_words | styled_words, min_size=1, max_size=20).map(" ".join)
nested = pieces.map(lambda markup: f"<u>{markup}</u>")
markups = pieces | nested
blocks = st.lists(st.builds(Block, markups, st.booleans()), min_size=1, max_size=12)
limits = st.integers(2, 80)


def bare(markup: str) -> str:
    """What is visible, without blanks: the thing that must not get lost."""
    return "".join(formatted(markup, "HTML", None)[0].split()) if visible(markup) else ""


def balanced(markup: str) -> bool:
    """Whether every tag is closed in the order it was opened."""
    opened: list[str] = []
    for tag in TAGS.findall(markup):
        name = tag.strip("</>").split()[0]
        if not tag.startswith("</"):
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


@given(blocks, limits)
def test_nothing_is_lost_and_order_is_kept(given_blocks: list[Block], limit: int) -> None:
    pages = paginate(given_blocks, limit)

    assert "".join(bare(page) for page in pages) == "".join(bare(block.markup) for block in given_blocks)


@given(blocks, limits)
def test_every_page_fits_as_telegram_counts(given_blocks: list[Block], limit: int) -> None:
    for page in paginate(given_blocks, limit):
        text, _ = formatted(page, "HTML", None)
        assert units(text) <= limit
        assert visible(page) <= limit


@given(blocks, limits)
def test_no_tag_is_cut_and_none_is_left_open(given_blocks: list[Block], limit: int) -> None:
    assert all(balanced(page) for page in paginate(given_blocks, limit))


@given(blocks, limits)
def test_a_paragraph_that_fits_a_page_is_never_cut(given_blocks: list[Block], limit: int) -> None:
    pages = paginate(given_blocks, limit)

    for block in given_blocks:
        if visible(block.markup) <= limit:
            assert any(block.markup in page for page in pages)


@given(blocks)
def test_a_page_is_full_before_the_next_begins(given_blocks: list[Block]) -> None:
    numbered = [Block(f"{number}. {block.markup}", block.quoted) for number, block in enumerate(given_blocks)]
    limit = max(visible(block.markup) for block in numbered)

    for page, following in pairwise(paginate(numbered, limit)):
        first = numbered[int(TAGS.sub("", following).split(".")[0])]
        assert visible(page) + len(GAP) + visible(first.markup) > limit


@given(markups, st.integers(12, 60))
def test_a_long_paragraph_is_cut_between_words(markup: str, limit: int) -> None:
    whole = TAGS.sub("", markup).split()

    assert [word for piece in cut(markup, limit) for word in TAGS.sub("", piece).split()] == whole or any(
        visible(word) > limit for word in whole
    )


def test_a_word_longer_than_a_page_is_cut_between_characters() -> None:
    assert cut("ab😀cd", 2) == ("ab", "😀", "cd")
    assert cut("&amp;&lt;&gt;", 2) == ("&amp;&lt;", "&gt;")


def test_tags_open_at_a_cut_are_closed_and_opened_again() -> None:
    link = '<a href="https://example.org/a b">'

    assert cut(f"{link}one <b>two three</b> four</a> five", 9) == (
        f"{link}one <b>two</b></a>",
        f"{link}<b>three</b></a>",
        f"{link}four</a> five",
    )


def test_an_expandable_quote_is_closed_and_opened_again() -> None:
    quoted = [Block(word, quoted=True) for word in ("one", "two", "three")]

    assert paginate((Block("head"), *quoted, Block("tail")), 12) == (
        "head\n\n<blockquote expandable>one</blockquote>",
        "<blockquote expandable>two\n\nthree</blockquote>",
        "tail",
    )


def test_a_short_text_is_one_page_and_its_quote_keeps_its_paragraphs() -> None:
    page = paginate((Block("a", quoted=True), Block("b", quoted=True), Block("c")))

    assert page == ("<blockquote expandable>a\n\nb</blockquote>\n\nc",)
    _, entities = formatted(page[0], "HTML", None)
    assert [(entity["type"], entity["length"]) for entity in entities] == [("expandable_blockquote", 4)]


@pytest.mark.parametrize(("length", "pages"), [(MESSAGE_UNITS, 1), (MESSAGE_UNITS + 1, 2)])
def test_the_limit_is_telegrams_and_emoji_count_twice(length: int, pages: int) -> None:
    half = "😀" * ((length - 4) // 2) + "x" * ((length - 4) % 2)

    assert visible(half) + len(GAP) + 2 == length
    assert len(paginate((Block(half), Block("ab")))) == pages


def test_no_blocks_make_one_empty_page() -> None:
    assert paginate(()) == ("",)


def test_blanks_alone_make_no_piece() -> None:
    assert cut(" \n  \n ", 2) == ()


def test_paragraphs_drop_empty_ones() -> None:
    assert paragraphs("\n\n a \n \n\nb\nc\n") == (Block("a"), Block("b\nc"))


def test_visible_counts_references_as_one_character_and_tags_as_none() -> None:
    assert visible("<b>a&amp;b</b> &#128512;") == 6


def test_each_heading_has_a_quote_of_its_own_and_stands_again_on_the_next_page() -> None:
    blocks = [Block(text, quoted=True, heading=heading) for text, heading in (("aaaa", "A"), ("bbbb", "A"), ("c", "C"))]
    begin, end = QUOTE

    assert paginate(blocks, 12) == (f"A\n{begin}aaaa\n\nbbbb{end}", f"C\n{begin}c{end}")
    assert paginate(blocks, 11) == (f"A\n{begin}aaaa{end}", f"A\n{begin}bbbb{end}\n\nC\n{begin}c{end}")
    assert all(visible(page) <= 11 for page in paginate(blocks, 11))
    assert paginate([Block("one two", quoted=True, heading="A")], 5) == (f"A\n{begin}one{end}", f"A\n{begin}two{end}")


def test_the_last_blocks_never_stand_alone_where_there_is_room() -> None:
    blocks = [Block(text) for text in ("aaaa", "bbbb", "cc", "dd")]

    assert paginate(blocks, 10) == ("aaaa\n\nbbbb", "cc\n\ndd")
    assert paginate(blocks, 12, tail=2) == ("aaaa", "bbbb\n\ncc\n\ndd")
    assert paginate(blocks, 11, tail=2) == ("aaaa\n\nbbbb", "cc\n\ndd")
    assert paginate(blocks[2:], 2, tail=1) == ("cc", "dd")
    assert paginate(blocks[2:], 20, tail=2) == ("cc\n\ndd",)
