"""What Telegram would refuse or readers would not like in a single text: tags, lengths, words."""

import re
from collections.abc import Callable, Iterable, Iterator

from bot.checks.catalogues import FILLED_IN, Catalogue, Text
from bot.core.content import MESSAGE_UNITS, units

BUTTON_UNITS = 64
"""Longer labels are cut on a phone."""

TITLE_UNITS = 80
"""An answer's title stands above it."""

LABEL_UNITS = 30
"""What stands on an answer's own button (its ``.button``): a phone of 360 px shows as much."""

TOAST_UNITS = 200
"""Bot API, answerCallbackQuery."""

TAGS = {
    **dict.fromkeys(("b", "i", "u", "s", "code", "pre", "tg-spoiler"), ""),
    "a": ' href="[^"<>]+"',
    "blockquote": "(?: expandable)?",
    "tg-time": ' unix="[^"<>]+"(?: format="[^"<>]+")?',
}
"""Tags that may stand in a text and the attributes they must have; Telegram's further ones are not needed."""

OVERHEARD = (".synonyms", ".samples")
"""Parts in the words of people, which nobody is shown: the search goes by them."""

UNWANTED = ("политубежищ", "нелегал", "illegal alien", "illegals")
"""Words that hurt or mislead: what is asked for is asylum, and nobody is illegal (docs/glossary.md)."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>")
_BARE = re.compile(r"[<>]|&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)")
_GAP = re.compile(r"\n\s*\n")


def text_findings(catalogue: Catalogue, limit_of: Callable[[str], int | None]) -> Iterator[str]:
    """Yield what is wrong; ``limit_of`` returns the length of a text that is no HTML, or None for HTML."""
    for text in catalogue.texts.values():
        limit = limit_of(text.key)
        for fault in dict.fromkeys(_all(text, limit)):
            yield f"{text.place}: {text.key} {fault}"


def _all(text: Text, limit: int | None) -> Iterator[str]:
    for form in text.forms:
        yield from () if text.key.endswith(OVERHEARD) else words_findings(form)
        yield from markup_findings(form) if limit is None else plain_findings(form, limit)


def plain_findings(form: str, limit: int) -> Iterator[str]:
    """Yield what is wrong with a text for a place that is not HTML."""
    if _TAG.search(form):
        yield "has tags in a place that shows them as they are"
    if not form.strip():
        yield "is empty"
    if units(form) > limit:
        yield f"is longer than {limit}"


def markup_findings(form: str) -> Iterator[str]:
    """Yield what is wrong with HTML; each paragraph stands alone, since pages are cut between them."""
    if units(_TAG.sub("", form)) > MESSAGE_UNITS and _GAP.search(form) is None:
        yield f"is longer than {MESSAGE_UNITS}"
    for paragraph in _GAP.split(form):
        yield from _paragraph(paragraph)


def _paragraph(paragraph: str) -> Iterator[str]:
    opened: list[str] = []
    for ending, name, attributes in _TAG.findall(paragraph):
        if not ending:
            yield from _opening(name, attributes)
            opened.append(name)
        elif not opened or opened.pop() != name:
            yield f"closes <{name}> where it is not open"
    if opened:
        yield f"does not close <{opened[-1]}> within the paragraph"
    if found := _BARE.search(_TAG.sub("", paragraph)):
        yield f"has a bare {found.group()}"


def _opening(name: str, attributes: str) -> Iterable[str]:
    if name not in TAGS:
        return (f"has the tag <{name}>, which is not allowed",)
    return () if re.fullmatch(TAGS[name], attributes) else (f"has wrong attributes in <{name}>",)


def words_findings(form: str) -> Iterator[str]:
    """Yield words and signs that are not used here; nothing is cried out at a frightened person."""
    spoken = _TAG.sub("", form)
    if "!" in spoken:
        yield "has an exclamation mark"
    for word in UNWANTED:
        if word in spoken.lower():
            yield f"says {word}"
    if FILLED_IN not in form and form != form.strip():
        yield "begins or ends with a blank"
