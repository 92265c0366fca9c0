"""📚 The reviewers' desk: which answers need a lawyer, and each in full, to be compared with its sources (A12)."""

from datetime import date

from aiogram.types import InlineKeyboardButton

from bot.core.faq.reviews import Care, by_care
from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import GAP
from bot.handlers.faq.screens import answer_pages
from bot.handlers.ui.callbacks import Deed, Spoken
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Row, Screen, Words

TOPICS_PER_PAGE = 8


class ShowReviews(Spoken, prefix="rvl"):
    """Show a page of the answers that need something; without it, how many need what."""

    care: Care | None = None
    page: int = 0


class ShowReview(Spoken, prefix="rva"):
    """Show a page of an answer to be checked."""

    topic: str
    page: int = 0


class SetReviewed(Deed, prefix="rvs"):
    """Checked today; ``seen`` is the print of the words that were on the screen."""

    topic: str
    seen: str


def desk_screen(words: Words, tree: Tree, today: date, *below: str, back: Spoken | None = None) -> Screen:
    """Draw how many answers need what; ``below`` is what else is to be said, ``back`` an admin's way back."""
    found = by_care(tree, today)
    rows = tuple(
        (words.button(f"reviews-{care.value}", ShowReviews(lang=words.locale, care=care), count=len(topics)),)
        for care, topics in found.items()
        if topics
    )
    text = GAP.join((words("reviews-title"), words("reviews-text"), *below))
    return Screen(text, (*rows, words.footer(ShowReviews(lang=words.locale), back)))


def list_screen(words: Words, tree: Tree, today: date, care: Care, page: int) -> Screen:
    """Draw a page of those answers, in the order of the tree."""
    topics = by_care(tree, today)[care]
    pages = max(1, -(-len(topics) // TOPICS_PER_PAGE))
    shown = clamp(page, pages)
    here = ShowReviews(lang=words.locale, care=care, page=shown)
    rows = [(_open(words, topic),) for topic in topics[shown * TOPICS_PER_PAGE : (shown + 1) * TOPICS_PER_PAGE]]
    turning = pager(words, shown, pages, lambda number: here.model_copy(update={"page": number}))
    heading = words.plain(f"reviews-{care.value}", count=len(topics))
    text = GAP.join((words("reviews-title"), heading))
    return Screen(text, (*rows, *turning, words.footer(here, ShowReviews(lang=words.locale))))


def review_screen(words: Words, topic: Topic, today: date, page: int, *, seen: str, reviewer: str) -> Screen:
    """Draw an answer whole, also one that is withheld from readers; a reviewer finds ✅ under its last page."""
    pages = answer_pages(words, topic, today, whole=True)
    shown = clamp(page, len(pages))
    here = ShowReview(lang=words.locale, topic=topic.id, page=shown)
    stamp: list[Row] = []
    if reviewer and shown == len(pages) - 1:
        stamp.append((words.button("reviews-checked", SetReviewed(lang=words.locale, topic=topic.id, seen=seen)),))
    turning = pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number}))
    return Screen(pages[shown], (*turning, *stamp, words.footer(here, ShowReviews(lang=words.locale))))


def _open(words: Words, topic: Topic) -> InlineKeyboardButton:
    key = f"faq-{topic.id}"
    return words.button(f"{key}.button", ShowReview(lang=words.locale, topic=topic.id))
