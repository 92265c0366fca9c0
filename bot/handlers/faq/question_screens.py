"""What is shown for a question: an answer, topics to choose from, or that there is none (P6)."""

from datetime import date

from aiogram.types import InlineKeyboardButton

from bot.core.faq.search import OFF_TOPIC, SEMINARS, WHATS_NEW, Certainty, Found
from bot.core.faq.topics import Tree
from bot.core.pagination import GAP
from bot.handlers.faq.screens import answer_screen
from bot.handlers.ui.callbacks import Go, NoneFits, Place, ShowTopic
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.screens import Row, Screen, Words

TOPICS_OFFERED = 3
"""How many topics a person may choose from."""

SCREEN_PLACES = {SEMINARS: Place.SEMINARS, WHATS_NEW: Place.NEWS}
"""Topics that are screens, not answers."""

LEGAL_HELP = "find-legal-help"
"""The answer that leads to a person who may advise."""

SCREEN_LABELS = {SEMINARS: "label-seminars", WHATS_NEW: "label-news"}


def found_screen(words: Words, tree: Tree, found: Found, today: date, username: str, *, again: bool) -> Screen:
    """Draw what was found; ``again`` when the person was asked to put it in other words, and has."""
    topics = [topic for topic, _ in found.topics if topic in SCREEN_PLACES or tree.find(topic)][:TOPICS_OFFERED]
    if found.certainty is Certainty.NONE or not topics:
        return elsewhere_screen(words, tree) if again else _none(words, found.instead)
    none_fits = (words.button("questions-none-fits", NoneFits(lang=words.locale, again=again)),)
    if found.certainty is Certainty.ANSWER and topics[0] not in SCREEN_PLACES:
        return _answer(words, tree, topics, today, username, none_fits) or _choice(words, topics, none_fits)
    return _choice(words, topics, none_fits)


def rephrase_screen(words: Words) -> Screen:
    """Draw the request to ask in other words."""
    return Screen(words("questions-rephrase"), (_to_topics(words), words.footer(_here(words))))


def elsewhere_screen(words: Words, tree: Tree) -> Screen:
    """Draw that the bot does not know, and where else there is help."""
    help_there = ((_button(words, LEGAL_HELP),),) if tree.find(LEGAL_HELP) else ()
    rows = (_to_topics(words), *help_there, (_button(words, SEMINARS),), words.footer(_here(words)))
    return Screen(GAP.join((words("questions-unknown"), words("questions-not-kept"))), rows)


def _answer(words: Words, tree: Tree, topics: list[str], today: date, username: str, none_fits: Row) -> Screen | None:
    screen = answer_screen(words, tree, topics[0], 0, today, username=username)
    if screen is None:
        return None
    others = (*((_button(words, topic, "questions-instead"),) for topic in topics[1:]), none_fits)
    offered = {button.callback_data for row in others for button in row}
    rest = (row for row in screen.rows if row[0].callback_data not in offered)
    return Screen(screen.text, (*others, *rest))


def _choice(words: Words, topics: list[str], none_fits: Row) -> Screen:
    rows = (*((_button(words, topic),) for topic in topics), none_fits)
    text = GAP.join((words("questions-suggest"), words("questions-not-kept")))
    return Screen(text, (*rows, words.footer(_here(words))))


def _none(words: Words, instead: str) -> Screen:
    honest = words("questions-none" if instead == OFF_TOPIC else "questions-elsewhere")
    return menu_below(words, GAP.join((honest, words("questions-not-kept"))))


def _button(words: Words, topic: str, key: str = "questions-topic") -> InlineKeyboardButton:
    if topic in SCREEN_PLACES:
        return words.go(SCREEN_LABELS[topic], SCREEN_PLACES[topic])
    answer = f"faq-{topic}"
    return words.button(key, ShowTopic(lang=words.locale, topic=topic), title=words.plain(f"{answer}.button"))


def _to_topics(words: Words) -> Row:
    return (words.button("label-faq", Go(lang=words.locale, to=Place.FAQ)),)


def _here(words: Words) -> Go:
    return Go(lang=words.locale, to=Place.FAQ)
