"""What the checker finds in a single text: tags, lengths, words."""

import pytest

from bot.checks.catalogues import read_catalogue
from bot.checks.markup import markup_findings, plain_findings, text_findings, words_findings


@pytest.mark.parametrize(
    "form",
    [
        "plain",
        "<b>bold</b> and <i>in <u>it</u></i>",
        '<a href="0">x</a>',
        "<b>one</b>\n\n<b>two</b>",
        "<code>x</code> &lt; &amp; &#x27;",
        '<tg-time unix="0" format="wDt">x</tg-time>',
        "<blockquote expandable>x</blockquote>",
    ],
)
def test_good_markup(form: str) -> None:
    assert list(markup_findings(form)) == []


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("<b>x", "does not close <b>"),
        ("x</b>", "closes <b> where it is not open"),
        ("<b><i>x</b></i>", "closes <b>"),
        ("<b>one\n\ntwo</b>", "does not close <b> within the paragraph"),
        ("<script>x</script>", "tag <script>, which is not allowed"),
        ("<h1>x</h1>", "tag <h1>"),
        ("<br>", "tag <br>"),
        ("<a>x</a>", "wrong attributes in <a>"),
        ("<b onclick=x>x</b>", "wrong attributes in <b>"),
        ("a < b", "a bare <"),
        ("a > b", "a bare >"),
        ("I&N", "a bare &"),
        ("&nbsp;", "a bare &"),
        ("x" * 4097, "longer than 4096"),
    ],
)
def test_bad_markup(form: str, words: str) -> None:
    assert any(words in fault for fault in markup_findings(form)), list(markup_findings(form))


@pytest.mark.parametrize(
    ("form", "words"),
    [("<b>x</b>", "has tags"), ("x" * 65, "longer than 64"), ("😀" * 33, "longer than 64"), (" ", "is empty")],
)
def test_bad_labels(form: str, words: str) -> None:
    assert any(words in fault for fault in plain_findings(form, 64))
    assert list(plain_findings("x" * 64, 64)) == []
    assert list(plain_findings("😀" * 32, 64)) == []


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Ура!", "exclamation"),
        ("Как получить политубежище", "политубежищ"),
        ("Нелегалы", "нелегал"),
        ("an Illegal Alien", "illegal alien"),
        ("x ", "blank"),
    ],
)
def test_unwanted_words(form: str, words: str) -> None:
    assert any(words in fault for fault in words_findings(form))


def test_wanted_words() -> None:
    assert list(words_findings("Убежище в США: незаконный въезд, illegal entry")) == []


def test_every_form_of_a_text_is_looked_at_and_each_fault_told_once() -> None:
    source = "one = { $n ->\n    [0] <b>x\n   *[other] <b>y\n}\ntwo = <b>z</b>\n"
    catalogue = read_catalogue("ru", {"a.ftl": source})
    assert list(text_findings(catalogue, lambda key: None)) == [
        "ru/a.ftl:1: one does not close <b> within the paragraph"
    ]
    limits = {"two": 64}
    assert "ru/a.ftl:5: two has tags in a place that shows them as they are" in text_findings(catalogue, limits.get)
