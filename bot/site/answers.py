"""The pages of answers, and the index that leads to them; what moves says by itself until when it was known."""

from collections.abc import Iterable, Iterator

from bot.core.faq.facts import Fact
from bot.core.faq.topics import Topic, Tree
from bot.site.page import Page, listed
from bot.wording.answer_text import answer_state, answer_text, facts_said, short_markup, sources
from bot.wording.marks import label, legend
from bot.wording.markup import escaped, paragraph, paragraphs_of, shut_part
from bot.wording.wording import Wording

AGES = "age.js"
"""Adds by the reader's own clock what the words say already."""


def index(words: Wording, tree: Tree) -> Page:
    """Return the page of all questions in their groups."""
    body = [paragraphs_of(words("site-about")), *map(paragraph, legend(words, tree, tree.topics))]
    for group in tree.open_groups():
        links = (link(words, tree, topic) for topic in tree.written(group))
        body.append(f"<h2>{escaped(words.plain(f'group-{group}'))}</h2>{listed(links)}")
    body.append(paragraph(f'<a href="answers.html">{escaped(words.plain("site-offline"))}</a>'))
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
        _dated(words, tree, topic, short_markup(text.short), short),
        *_part(words, tree, topic, "answers-details", text.details),
        *_part(words, tree, topic, "answers-changed", text.changed),
        shut_part(words, tree, topic, text.shut),
        *_part(words, tree, topic, "answers-unconfirmed", text.unconfirmed),
        *(paragraph(block.markup) for block in sources(words, topic.sources)),
        *_related(words, tree, topic),
    )
    return Page(topic.id, words.plain(f"faq-{topic.id}"), "".join(body), (AGES,))


def _part(words: Wording, tree: Tree, topic: Topic, heading: str, said: Iterable[str]) -> Iterator[str]:
    known = facts_said(words, tree, topic)
    found = [_dated(words, tree, topic, part, known.get(part, ())) for part in said]
    yield from (f"<h2>{words(heading)}</h2>", *found) if found else ()


def _dated(words: Wording, tree: Tree, topic: Topic, markup: str, ids: Iterable[str]) -> str:
    """Return a paragraph; with facts that move it says since when they are known, and until when that may hold."""
    moving = tree.facts.moving(sorted(ids))
    if not moving:
        return paragraph(markup)
    first = min(moving, key=tree.facts.due)
    known, due = min(map(tree.facts.known, moving)), tree.facts.due(first)
    note = words("site-known", known=known, due=due)
    shuts = f' data-shuts="{_shuts(tree, moving)}"' if tree.shuts(topic) else ""
    mark = escaped(words.plain("site-mark"))
    said = f'{paragraph(markup)}<p class="known">{note}</p>'
    return f'<div class="dated" data-due="{due}"{shuts} data-mark="{mark}">{said}</div>'


def _shuts(tree: Tree, moving: Iterable[Fact]) -> str:
    return str(min(map(tree.facts.shuts, moving)))


def _related(words: Wording, tree: Tree, topic: Topic) -> Iterator[str]:
    found = tree.related(topic)
    if found:
        yield f"<h2>{escaped(words.plain('site-related'))}</h2>"
        yield listed(link(words, tree, other) for other in found)
