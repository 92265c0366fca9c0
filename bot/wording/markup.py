"""Paragraphs of an answer as HTML for a browser: the offline file and the site are made of the same ones."""

import html
import re
from collections.abc import Iterable

from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import paragraphs
from bot.wording.wording import Wording

PHONE = re.compile(r"\b(?:1-)?(\d{3}-\d{3}-\d{4})\b(?![^<]*>)")


def escaped(text: str) -> str:
    """Return a text as HTML."""
    return html.escape(text)


def paragraph(markup: str) -> str:
    """Return a paragraph; single line breaks stay. Nothing for nothing."""
    return f"<p>{markup.replace(chr(10), '<br>')}</p>" if markup else ""


def dialled(markup: str) -> str:
    """Return HTML in which a US telephone number is called at a tap; what stands in a tag stays as it is."""
    return PHONE.sub(lambda found: f'<a href="tel:+1-{found[1]}">{found[0]}</a>', markup)


def paragraphs_of(markup: str) -> str:
    """Return a text whose paragraphs stand apart by empty lines."""
    return "".join(paragraph(block.markup) for block in paragraphs(markup))


def shut_part(words: Wording, tree: Tree, topic: Topic, said: Iterable[str]) -> str:
    """Return what is long past its recheck, closed until somebody opens it; nothing for nothing."""
    hidden = "".join(map(paragraph, said))
    if not hidden:
        return ""
    warning = paragraph(words("answers-shut-warning", date=tree.state(topic, words.locale).day))
    return f"<details><summary>{words('answers-show-shut')}</summary>{warning}{hidden}</details>"
