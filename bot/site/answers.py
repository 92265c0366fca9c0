"""The pages of answers, and the index that leads to them; what moves says by itself until when it was known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.core.faq.topics import Topic, Tree
from bot.site.page import Page, listed
from bot.wording.answer_text import answer_state, answer_text, facts_said, short_markup, sources
from bot.wording.marks import label, legend
from bot.wording.markup import dialled, escaped, paragraph, paragraphs_of, shut_part
from bot.wording.wording import Wording

AGES = "age.js"
"""Adds by the reader's own clock what the words say already."""

LEGAL_HELP = "find-legal-help"
"""The answer that leads to a person who may advise."""

PAGES = {"seminars": "seminars", "privacy": "what-is-stored", "news": "news", "verify": "verify", "file": "answers"}
COMMAND = re.compile(rf"(?<![\w/<])/({'|'.join(PAGES)})\b(?![^<]*>)")


@dataclass(frozen=True)
class Days:
    """Since when something is known, until when that may hold, and when it is folded, where being wrong harms most."""

    known: date
    due: date
    shuts: date | None


def index(words: Wording, tree: Tree) -> Page:
    """Return the page of all questions in their groups."""
    body = [paragraphs_of(words("site-about")), *map(paragraph, legend(words, tree, tree.topics))]
    for group in tree.open_groups():
        links = (link(words, tree, topic) for topic in tree.written(group))
        body.append(f"<h2>{escaped(words.plain(f'group-{group}'))}</h2>{listed(links)}")
    body.append(listed([f'<a href="answers.html">{escaped(words.plain("site-offline"))}</a>']))
    return Page("index", words.plain("site-title"), "".join(body))


def link(words: Wording, tree: Tree, topic: Topic) -> str:
    """Return the link to an answer, with the mark of its age."""
    return f'<a href="{topic.id}.html">{escaped(label(words, tree, topic))}</a>'


def answer(words: Wording, tree: Tree, topic: Topic) -> Page:
    """Return the page of an answer."""
    text = answer_text(words, tree, topic)
    known = facts_said(words, tree, topic)
    short = {fact for line in text.short for fact in known.get(line, ())}
    body = (
        f'<p class="state">{answer_state(words, tree, topic)}</p>',
        _help(words, tree, topic, hidden=not text.shut),
        _dated(words, _days(tree, topic, short), [short_markup(text.short)]),
        *_part(words, tree, topic, "answers-details", text.details),
        *_part(words, tree, topic, "answers-changed", text.changed),
        shut_part(words, tree, topic, text.shut),
        *_part(words, tree, topic, "answers-unconfirmed", text.unconfirmed),
        *(paragraph(block.markup) for block in sources(words, topic.sources)),
        *_related(words, tree, topic),
    )
    return Page(topic.id, words.plain(f"faq-{topic.id}"), "".join(body), (AGES,))


def _help(words: Wording, tree: Tree, topic: Topic, *, hidden: bool) -> str:
    """Return the way to legal help, where parts of an answer are folded one day (P5); until then it is hidden."""
    other = tree.find(LEGAL_HELP)
    if other is None or other.id == topic.id or not tree.shuts(topic):
        return ""
    return f'<p id="help"{" hidden" if hidden else ""}>{link(words, tree, other)}</p>'


def _part(words: Wording, tree: Tree, topic: Topic, heading: str, said: Iterable[str]) -> Iterator[str]:
    known = facts_said(words, tree, topic)
    runs = groupby(said, key=lambda part: _days(tree, topic, known.get(part, ())))
    found = [_dated(words, days, [*run]) for days, run in runs]
    yield from (f"<h2>{words(heading)}</h2>", *found) if found else ()


def _days(tree: Tree, topic: Topic, ids: Iterable[str]) -> Days | None:
    """Return the days of what moves among these facts; None when nothing does."""
    moving = tree.facts.moving(sorted(ids))
    if not moving:
        return None
    shuts = min(map(tree.facts.shuts, moving)) if tree.shuts(topic) else None
    return Days(min(map(tree.facts.known, moving)), min(map(tree.facts.due, moving)), shuts)


def _dated(words: Wording, days: Days | None, said: Sequence[str]) -> str:
    """Return paragraphs; what moves in them says since when it is known, and until when that may hold.

    Neighbours of the same days say it once, above them.
    """
    body = "".join(paragraph(_leading(dialled(each))) for each in said)
    if days is None:
        return body
    mark = escaped(words.plain("site-mark"))
    shuts = f' data-shuts="{days.shuts}"' if days.shuts else ""
    key = "site-known" if len(said) == 1 else "site-known-below"
    note = f'<p class="known">{words(key, known=days.known, due=days.due)}</p>'
    ordered = f"{body}{note}" if len(said) == 1 else f"{note}{body}"
    return f'<div class="dated" data-due="{days.due}"{shuts} data-mark="{mark}">{ordered}</div>'


def _leading(markup: str) -> str:
    """Return HTML in which a command of the bot leads to the page of the same."""
    return COMMAND.sub(lambda found: f'<a href="{PAGES[found[1]]}.html">{found[0]}</a>', markup)


def _related(words: Wording, tree: Tree, topic: Topic) -> Iterator[str]:
    found = tree.related(topic)
    if found:
        yield f"<h2>{escaped(words.plain('site-related'))}</h2>"
        yield listed(link(words, tree, other) for other in found)
