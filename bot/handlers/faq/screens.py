"""The screens of the FAQ: groups, topics, and an answer with its sources, dates and warnings (P3-P5)."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from aiogram.types import InlineKeyboardButton

from bot.core.content import MESSAGE_UNITS
from bot.core.faq.search import SEMINARS
from bot.core.faq.topics import Review, Topic, Tree
from bot.core.pagination import GAP, Block, paginate, paragraphs, visible
from bot.handlers.ui.callbacks import AskWatch, Go, Place, ShowGroup, ShowTopic, Spoken
from bot.handlers.ui.menu import FIRST_STEPS
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Row, Screen, Words

ASKED_FIRST = (
    FIRST_STEPS,
    "eligibility-criteria",
    "waiting-periods",
    "illegal-entry",
    "bars-to-asylum",
    "no-special-programme",
    "draft-evasion-alone",
    SEMINARS,
    "find-legal-help",
)
"""What people ask most, in the order of the FAQ's first screen (P3); the seminars are no answer."""

REVIEW_KEYS = {Review.UNCHECKED: "answers-unchecked", Review.STALE: "answers-stale"}


def groups_screen(words: Words, tree: Tree) -> Screen:
    """Draw the subjects asked for first, then the groups that have something to read."""
    rows = [
        (words.button(f"group-{group}", ShowGroup(lang=words.locale, group=group)),) for group in tree.open_groups()
    ]
    here = Go(lang=words.locale, to=Place.FAQ)
    text = GAP.join((words("answers-title"), words("ask-in-words"), words("answers-intro")))
    return Screen(text, (*_asked_first(words, tree), *rows, words.footer(here)))


def topics_screen(words: Words, tree: Tree, group: str) -> Screen | None:
    """Draw the topics of a group, or None when there are none."""
    topics = tree.written(group)
    if not topics:
        return None
    here = ShowGroup(lang=words.locale, group=group)
    back = Go(lang=words.locale, to=Place.FAQ)
    text = GAP.join((words("answers-title"), _bold(words(f"group-{group}")), words("answers-choose-topic")))
    return Screen(text, (*topic_rows(words, topics), words.footer(here, back)))


def answer_screen(
    words: Words, tree: Tree, topic_id: str, page: int, today: date, *, username: str = ""
) -> Screen | None:
    """Draw a page of an answer as it may be shown today, or None when there is no such answer; Back leads to its group.

    ``username`` is the bot's own, for a link to be shared.
    """
    return opened_answer(words, tree, ShowTopic(lang=words.locale, topic=topic_id, page=page), today, username=username)


def opened_answer(words: Words, tree: Tree, at: ShowTopic, today: date, *, username: str = "") -> Screen | None:
    """Draw the same for a button that may say where one came from: Back leads there."""
    topic, came = tree.find(at.topic), at.came
    if topic is None:
        return None
    pages = answer_pages(words, topic, today)
    shown = clamp(at.page, len(pages))
    here = ShowTopic(lang=words.locale, topic=topic.id, page=shown, came=came)
    back = Go(lang=words.locale, to=came) if came else ShowGroup(lang=words.locale, group=topic.group)
    turning = pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number}))
    rows = (
        *turning,
        *topic_rows(words, tree.related(topic), came),
        *beside(words, topic, username, AskWatch(lang=words.locale, topic=topic.id, came=came)),
        words.footer(here, back),
    )
    return Screen(pages[shown], rows)


def answer_pages(words: Words, topic: Topic, today: date, *, whole: bool = False, below: int = 0) -> tuple[str, ...]:
    """Return the answer in messages, its state and title on each; ``whole`` shows also what is withheld.

    ``below`` is the room that each page leaves for a line under it (UTF-16 units).
    """
    head = GAP.join((*answer_state(words, topic, today), _bold(words(f"faq-{topic.id}"))))
    blocks = answer_blocks(words, topic, today, whole=whole)
    room = MESSAGE_UNITS - visible(head) - len(GAP) - below
    return tuple(GAP.join((head, page)) for page in paginate(blocks, room))


def answer_state(words: Words, topic: Topic, today: date) -> tuple[str, ...]:
    """Return the line that warns of the answer's age, if it needs one."""
    review = topic.review(today)
    return (words(REVIEW_KEYS[review], date=_last_look(topic)),) if review in REVIEW_KEYS else ()


def answer_blocks(words: Words, topic: Topic, today: date, *, whole: bool = False) -> tuple[Block, ...]:
    """Return everything below the title, as it may be shown on that day."""
    return (*answer_body(words, topic, today, whole=whole), *_dates(words, topic))


def answer_body(words: Words, topic: Topic, today: date, *, whole: bool = False) -> tuple[Block, ...]:
    """Return the answer with its sources, without the notice under every answer."""
    withheld = topic.review(today) is Review.WITHHELD and not whole
    body = _withheld(words, topic) if withheld else _answer(words, topic)
    return (*body, *_sources(words, topic))


def topic_button(words: Words, topic: Topic, target: Spoken | None = None) -> InlineKeyboardButton:
    """Return the button to an answer, or to another target: its short title, which no phone cuts."""
    key = f"faq-{topic.id}"
    return words.button(f"{key}.button", target or ShowTopic(lang=words.locale, topic=topic.id))


def deep_link(username: str, topic_id: str) -> str:
    """Return the address that opens an answer in the bot."""
    return f"https://t.me/{username}?start=faq_{topic_id}"


def beside(words: Words, topic: Topic, username: str, asked: AskWatch) -> tuple[Row, ...]:
    """Return the rows of 🔔 and ↗️ under an answer; the first label is too long for half a row."""
    watch = words.button("answers-watch", asked)
    if not username:
        return ((watch,),)
    about = {"url": deep_link(username, topic.id), "text": words.plain(f"faq-{topic.id}")}
    return (watch,), (words.link("answers-share", f"https://t.me/share/url?{urlencode(about)}"),)


def _asked_first(words: Words, tree: Tree) -> Iterator[Row]:
    for name in ASKED_FIRST:
        topic = tree.find(name)
        if name == SEMINARS:
            yield (words.button("label-seminars", Go(lang=words.locale, to=Place.SEMINARS, came=Place.FAQ)),)
        elif topic is not None:
            yield (topic_button(words, topic, ShowTopic(lang=words.locale, topic=topic.id, came=Place.FAQ)),)


def topic_rows(words: Words, topics: tuple[Topic, ...], came: Place | None = None) -> tuple[Row, ...]:
    """Return a row for each topic; ``came`` is where Back leads from them, if not to their groups."""
    targets = (ShowTopic(lang=words.locale, topic=topic.id, came=came) for topic in topics)
    return tuple((topic_button(words, topic, target),) for topic, target in zip(topics, targets, strict=True))


def _bold(markup: str) -> str:
    return f"<b>{markup}</b>"


def _last_look(topic: Topic) -> date:
    return topic.reviewed or topic.written or date.min


def _answer(words: Words, topic: Topic) -> Iterator[Block]:
    key = f"faq-{topic.id}"
    yield from paragraphs(words(f"{key}.short"))
    yield from paragraphs(words(f"{key}.details"), quoted=True)
    first, *others = paragraphs(words(f"{key}.uncertain"))
    yield Block("\n".join((words("answers-uncertain"), first.markup)))
    yield from others


def _withheld(words: Words, topic: Topic) -> tuple[Block, ...]:
    key = "answers-withheld-stale" if topic.reviewed else "answers-withheld-unchecked"
    return paragraphs(words(key, date=_last_look(topic)))


def _sources(words: Words, topic: Topic) -> tuple[Block, ...]:
    links = [words("answers-source", url=source.url, title=source.title) for source in topic.sources]
    return (Block("\n".join((words("answers-sources"), *links))),) if links else ()


def _dates(words: Words, topic: Topic) -> tuple[Block, ...]:
    key = "answers-notice" if topic.reviewed else "answers-notice-unchecked"
    checked = (Block(answer_checked(words, topic)),) if topic.reviewed else ()
    return (*checked, Block(words(key, date=_last_look(topic))))


def answer_checked(words: Words, topic: Topic) -> str:
    """Return the line that says when the answer was written and who checked it when."""
    if topic.reviewed is None:
        return words("answers-written", written=_last_look(topic))
    written = topic.written or topic.reviewed
    return words("answers-checked", written=written, checked=topic.reviewed, reviewer=topic.reviewer or "")
