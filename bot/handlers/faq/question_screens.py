"""What is shown for a question: an answer, topics to choose from, or that there is none (P6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton

from bot.core.faq.codes import codes, topics_of
from bot.core.faq.search import OFF_TOPIC, SEMINARS, WHATS_NEW, Certainty, Found
from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import GAP
from bot.handlers.faq.news import news_screen
from bot.handlers.faq.screens import LEGAL_HELP, beside, copy_row, related_shown, shut_rows, topic_button, topic_rows
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.ui.callbacks import AskWatch, Go, NoneFits, Place, ShowChoice, ShowFound, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording.answer_text import answer_pages
from bot.wording.marks import legend

TOPICS_OFFERED = 3
"""How many topics a person may choose from, and how many others an answer names."""

ROOM_BELOW_UNITS = 40
"""Room that a page of an answer leaves for the line above the other topics (UTF-16 units)."""

SCREEN_LABELS = {SEMINARS: "label-seminars", WHATS_NEW: "label-news"}
"""Topics that are screens, not answers."""


@dataclass(frozen=True)
class FoundScreens:
    """Draws what questions find; a screen knows what was found, and Back leads there, not to a group."""

    seminar_screens: SeminarScreens
    presentation: Presentation

    def found(self, words: Words, tree: Tree, found: Found, *, again: bool) -> Screen:
        """Draw what was found; ``again`` when the person was asked to put it in other words, and has."""
        topics = _known([topic for topic, _ in found.topics], tree)
        if found.certainty is Certainty.NONE or not topics:
            return elsewhere_screen(words, tree) if again else _none(words, found.instead)
        sure = found.certainty is Certainty.ANSWER and topics[0] not in SCREEN_LABELS
        kept = codes(topics[: TOPICS_OFFERED + sure])
        here = ShowFound(lang=words.locale, topic=topics[0], found=kept, sure=sure, again=again)
        answer = tree.find(topics[0]) if sure else None
        return self._answer(words, tree, here, answer) if answer else choice_screen(words, tree, _choice(here))

    async def topic(self, words: Words, tree: Tree, here: ShowFound, chat: int) -> Screen:
        """Draw a topic that was found; one that is gone shows the others."""
        if topic := tree.find(here.topic):
            return self._answer(words, tree, here, topic)
        if here.topic == SEMINARS:
            return _led_back(words, tree, await self.seminar_screens.front(words, chat), here)
        if here.topic == WHATS_NEW:
            return _led_back(words, tree, news_screen(words, tree), here)
        return choice_screen(words, tree, _choice(here))

    def _answer(self, words: Words, tree: Tree, here: ShowFound, topic: Topic) -> Screen:
        pages = answer_pages(words, tree, topic, below=ROOM_BELOW_UNITS)
        here = here.model_copy(update={"page": clamp(here.page, len(pages))})
        text = pages[here.page]
        others = _others(words, tree, here)
        related = _rows(words, tree, (each.id for each in related_shown(tree, topic)), here)
        if others:
            text, related = GAP.join((text, words("questions-instead"))), ()
        turning = pager(words, here.page, len(pages), lambda number: here.model_copy(update={"page": number}))
        shut = shut_rows(words, tree, topic, _watch(here))
        rows = beside(words, tree, topic, self.presentation.username, _watch(here))
        related = (*related, *copy_row(words, topic, pages[here.page]))
        return Screen(text, (*shut, *others, *turning, *related, *rows, words.footer(here, _back(tree, here))))


def choice_screen(words: Words, tree: Tree, here: ShowChoice) -> Screen:
    """Draw the topics to choose from."""
    opened = ShowFound(lang=words.locale, topic="", found=here.found, sure=False, again=here.again)
    topics = _topics(tree, opened)[:TOPICS_OFFERED]
    rows = (*_rows(words, tree, topics, opened), (_none_fits(words, here),), words.footer(here))
    marks = legend(words, tree, tuple(filter(None, map(tree.find, topics))))
    return Screen(GAP.join((words("questions-suggest"), words("questions-not-kept"), *marks)), rows)


def rephrase_screen(words: Words, here: NoneFits) -> Screen:
    """Draw the request to ask in other words."""
    return Screen(words("questions-rephrase"), (_to_topics(words), words.footer(here, _offered(here))))


def elsewhere_screen(words: Words, tree: Tree, here: NoneFits | None = None) -> Screen:
    """Draw that the bot does not know, and where else there is help; ``here`` when topics had been offered."""
    last = words.footer(here, _offered(here)) if here else words.footer(_here(words))
    rows = (_to_topics(words), *words.ask_row(), *help_rows(words, tree), last)
    return Screen(GAP.join((words("questions-unknown"), words("questions-not-kept"))), rows)


def help_rows(words: Words, tree: Tree) -> tuple[Row, ...]:
    """Return the ways to a person: where legal help is found, and the seminars."""
    topic = tree.find(LEGAL_HELP)
    return (*topic_rows(words, tree, (topic,) if topic else ()), (words.go("label-seminars", Place.SEMINARS),))


def _others(words: Words, tree: Tree, here: ShowFound) -> tuple[Row, ...]:
    """Return the rows below «Не то?», under the answer that was found first."""
    first, *others = _topics(tree, here) or [""]
    if not here.sure or here.topic != first:
        return ()
    return (*_rows(words, tree, others, here), (_none_fits(words, here),))


def _rows(words: Words, tree: Tree, topics: Iterable[str], here: ShowFound) -> tuple[Row, ...]:
    return tuple((_button(words, tree, here.model_copy(update={"topic": topic, "page": 0})),) for topic in topics)


def _button(words: Words, tree: Tree, opened: ShowFound) -> InlineKeyboardButton:
    topic = tree.find(opened.topic)
    return topic_button(words, tree, topic, opened) if topic else words.button(SCREEN_LABELS[opened.topic], opened)


def _back(tree: Tree, here: ShowFound) -> Spoken:
    """Return the answer that a topic was opened from, or the choice."""
    first = next(iter(_topics(tree, here)), here.topic)
    return here.model_copy(update={"topic": first, "page": 0}) if here.sure and here.topic != first else _choice(here)


def _led_back(words: Words, tree: Tree, screen: Screen, here: ShowFound) -> Screen:
    """Return a screen of another feature with Back to what was found in the place of its last row."""
    return Screen(screen.text, (*screen.rows[:-1], words.footer(here, _back(tree, here))))


def _watch(here: ShowFound) -> AskWatch:
    return AskWatch(**here.model_dump(exclude={"pick", "page"}))


def _offered(here: NoneFits) -> ShowChoice | None:
    return ShowChoice(lang=here.lang, found=here.found, again=here.again) if here.found else None


def _choice(here: ShowFound) -> ShowChoice:
    return ShowChoice(lang=here.lang, found=here.found, again=here.again)


def _topics(tree: Tree, here: ShowFound) -> list[str]:
    return topics_of(here.found, (*SCREEN_LABELS, *(topic.id for topic in tree.topics if topic.written)))


def _known(topics: Sequence[str], tree: Tree) -> list[str]:
    return [topic for topic in topics if topic in SCREEN_LABELS or tree.find(topic)]


def _none(words: Words, instead: str) -> Screen:
    honest = words("questions-none" if instead == OFF_TOPIC else "questions-elsewhere")
    return menu_below(words, GAP.join((honest, words("questions-not-kept"))))


def _none_fits(words: Words, here: ShowFound | ShowChoice) -> InlineKeyboardButton:
    return words.button("questions-none-fits", NoneFits(lang=words.locale, found=here.found, again=here.again))


def _to_topics(words: Words) -> Row:
    return (words.go("label-faq", Place.FAQ),)


def _here(words: Words) -> Go:
    return Go(lang=words.locale, to=Place.FAQ)
