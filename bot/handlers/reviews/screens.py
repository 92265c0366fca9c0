"""📚 The reviewers' desk: which answers and facts need a look, and each in full with its sources (P5, A12)."""

import html
from collections.abc import Iterator, Sequence
from datetime import date

from aiogram.types import InlineKeyboardButton

from bot.core.faq.facts import Fact, FactStamp
from bot.core.faq.reviews import Care, by_care, due_facts, users
from bot.core.faq.topics import TextStamp, Topic, Tree
from bot.core.pagination import GAP
from bot.handlers.ui.callbacks import Deed, Spoken
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording.answer_text import answer_pages, whole_text

PER_PAGE = 8


class ShowReviews(Spoken, prefix="rvl"):
    """Show a page of the answers that need something; without it, how many need what."""

    care: Care | None = None
    page: int = 0


class ShowReview(Spoken, prefix="rva"):
    """Show a page of an answer to be checked."""

    topic: str
    page: int = 0


class SetReviewed(Deed, prefix="rvs"):
    """The text is checked today, or is not after all; ``seen`` is the print of the words that were on the screen."""

    topic: str
    seen: str
    on: bool = True


class ShowFacts(Spoken, prefix="rvf"):
    """Show a page of the facts that are due."""

    page: int = 0


class ShowFact(Spoken, prefix="rvg"):
    """Show a fact to be compared with its source."""

    fact: str


class SetFact(Deed, prefix="rvh"):
    """The fact is compared today, or is not after all; ``seen`` is its print."""

    fact: str
    seen: str
    on: bool = True


def desk_screen(words: Words, tree: Tree, *below: str, back: Spoken | None = None) -> Screen:
    """Draw how many answers and facts need what; ``below`` is what else is to be said, ``back`` an admin's way back."""
    found = by_care(tree)
    rows = tuple(
        (words.button(f"reviews-{care.value}", ShowReviews(lang=words.locale, care=care), count=len(topics)),)
        for care, topics in found.items()
        if topics
    )
    facts = (words.button("reviews-facts", ShowFacts(lang=words.locale), count=len(due_facts(tree))),)
    text = GAP.join((words("reviews-title"), words("reviews-text"), *below))
    return Screen(text, (facts, *rows, words.footer(ShowReviews(lang=words.locale), back)))


def list_screen(words: Words, tree: Tree, care: Care, page: int) -> Screen:
    """Draw a page of those answers, in the order of the tree."""
    topics = by_care(tree)[care]
    rows = [(_open(words, topic),) for topic in topics]
    heading = words.plain(f"reviews-{care.value}", count=len(topics))
    return _paged(words, rows, ShowReviews(lang=words.locale, care=care, page=page), heading)


def facts_screen(words: Words, tree: Tree, page: int) -> Screen:
    """Draw a page of the facts that are due or soon will be, the most harmful first."""
    facts = due_facts(tree)
    rows = [(fact_button(words, tree, fact),) for fact in facts]
    return _paged(words, rows, ShowFacts(lang=words.locale, page=page), words("reviews-facts-text"))


def review_screen(words: Words, tree: Tree, topic: Topic, page: int, *, seen: str, reviewer: str) -> Screen:
    """Draw an answer whole, nothing folded away by its age; a reviewer finds ✅ under its last page."""
    pages = answer_pages(words, tree, topic, text=whole_text(words, tree, topic))
    shown = clamp(page, len(pages))
    here = ShowReview(lang=words.locale, topic=topic.id, page=shown)
    stamp: list[Row] = []
    if reviewer and shown == len(pages) - 1:
        deed = SetReviewed(lang=words.locale, topic=topic.id, seen=seen)
        found = tree.stamps.get((topic.id, words.locale))
        stamp += stamp_rows(words, tree.day, found, reviewer, ("reviews-checked", deed))
    turning = pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number}))
    return Screen(pages[shown], (*turning, *stamp, words.footer(here, ShowReviews(lang=words.locale))))


def fact_screen(words: Words, tree: Tree, fact: Fact, *, reviewer: str) -> Screen:
    """Draw a fact with its day, its sources and the answers that use it; a reviewer finds ✅ under it."""
    stamp = tree.facts.stamp(fact)
    state, by = ("reviews-fact-stamped", stamp.reviewer) if stamp else ("reviews-fact-days", "")
    answers = (f"faq-{topic.id}" for topic in users(tree, fact))
    titles = ", ".join(words(f"{answer}.button") for answer in answers)
    text = GAP.join(
        (
            words("reviews-fact-title", id=fact.id),
            f"<blockquote>{html.escape(fact.says)}</blockquote>",
            words(state, reviewer=by, known=tree.facts.known(fact), due=tree.facts.due(fact)),
            *_where(words, fact),
            words("reviews-fact-used", titles=titles),
        )
    )
    rows: list[Row] = []
    if reviewer:
        deed = SetFact(lang=words.locale, fact=fact.id, seen=fact.print)
        rows += stamp_rows(words, tree.day, stamp, reviewer, ("reviews-fact-checked", deed))
    here = ShowFact(lang=words.locale, fact=fact.id)
    return Screen(text, (*rows, words.footer(here, ShowFacts(lang=words.locale))))


def _where(words: Words, fact: Fact) -> Iterator[str]:
    """Yield what is to be asked of the live page, where it stands, and what was read."""
    if fact.ask:
        yield words("reviews-fact-ask", ask=fact.ask, look=fact.look)
    links = [words("reviews-fact-link", url=link) for link in fact.links]
    read = [words("reviews-fact-source", source=fact.source)] if fact.source else []
    if lines := [*read, *links]:
        yield "\n".join(lines)


def stamp_rows(
    words: Words,
    today: date,
    stamp: TextStamp | FactStamp | None,
    reviewer: str,
    setting: tuple[str, SetReviewed | SetFact],
) -> Iterator[Row]:
    """Yield ✅, unless the reviewer has set it today, and what takes back the stamp there is, with another's name."""
    key, deed = setting
    mine = stamp is not None and stamp.reviewer == reviewer
    if stamp is None or not mine or stamp.day < today:
        yield (words.button(key, deed),)
    if stamp is not None:
        off = deed.model_copy(update={"on": False})
        label = "reviews-take-back" if mine else "reviews-take-back-of"
        yield (words.button(label, off, reviewer=stamp.reviewer),)


def _paged(words: Words, rows: Sequence[Row], here: ShowReviews | ShowFacts, heading: str) -> Screen:
    pages = max(1, -(-len(rows) // PER_PAGE))
    shown = clamp(here.page, pages)
    turning = pager(words, shown, pages, lambda number: here.model_copy(update={"page": number}))
    here = here.model_copy(update={"page": shown})
    text = GAP.join((words("reviews-title"), heading))
    listed = rows[shown * PER_PAGE : (shown + 1) * PER_PAGE]
    return Screen(text, (*listed, *turning, words.footer(here, ShowReviews(lang=words.locale))))


def _open(words: Words, topic: Topic) -> InlineKeyboardButton:
    key = f"faq-{topic.id}"
    return words.button(f"{key}.button", ShowReview(lang=words.locale, topic=topic.id))


def fact_button(words: Words, tree: Tree, fact: Fact) -> InlineKeyboardButton:
    """Return the button to a fact: its name, and until when it is to be compared."""
    opened = ShowFact(lang=words.locale, fact=fact.id)
    return words.button("reviews-fact-button", opened, id=fact.id, due=tree.facts.due(fact))
