"""The screens of the FAQ: groups, topics, and an answer with its neighbours (P3-P5)."""

from collections.abc import Iterator
from urllib.parse import urlencode

from aiogram.types import InlineKeyboardButton

from bot.core.faq.facts import Age
from bot.core.faq.search import SEMINARS
from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import GAP, bare
from bot.handlers.ui.callbacks import AskWatch, Go, Place, ShowFound, ShowGroup, ShowShut, ShowTopic, Spoken
from bot.handlers.ui.menu import FIRST_STEPS
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording import marks
from bot.wording.answer_text import answer_pages, answer_state, shut_pages
from bot.wording.marks import legend

LEGAL_HELP = "find-legal-help"
"""The answer that leads to a person who may advise."""

ASKED_FIRST = (
    FIRST_STEPS,
    "eligibility-criteria",
    "waiting-periods",
    "illegal-entry",
    "bars-to-asylum",
    "no-special-programme",
    "draft-evasion-alone",
    SEMINARS,
    LEGAL_HELP,
)
"""What people ask most, in the order of the FAQ's first screen (P3); the seminars are no answer."""

RELATED_SHOWN = 2


def groups_screen(words: Words, tree: Tree) -> Screen:
    """Draw the subjects asked for first, then the groups that have something to read."""
    rows = [
        (words.button(f"group-{group}", ShowGroup(lang=words.locale, group=group)),) for group in tree.open_groups()
    ]
    here = Go(lang=words.locale, to=Place.FAQ)
    asked = tuple(filter(None, map(tree.find, ASKED_FIRST)))
    text = GAP.join(
        (words("answers-title"), words("ask-in-words"), words("answers-intro"), *legend(words, tree, asked))
    )
    return Screen(text, (*_asked_first(words, tree), *rows, words.footer(here)))


def topics_screen(words: Words, tree: Tree, group: str) -> Screen | None:
    """Draw the topics of a group, or None when there are none."""
    topics = tree.written(group)
    if not topics:
        return None
    here = ShowGroup(lang=words.locale, group=group)
    back = Go(lang=words.locale, to=Place.FAQ)
    heading = f"<b>{words(f'group-{group}')}</b>"
    below = legend(words, tree, topics)
    text = GAP.join((words("answers-title"), heading, words("answers-choose-topic"), *below))
    return Screen(text, (*topic_rows(words, tree, topics), words.footer(here, back)))


def answer_screen(words: Words, tree: Tree, topic_id: str, page: int, *, username: str = "") -> Screen | None:
    """Draw a page of an answer as it may be shown today, or None when there is no such answer; Back leads to its group.

    ``username`` is the bot's own, for a link to be shared.
    """
    return opened_answer(words, tree, ShowTopic(lang=words.locale, topic=topic_id, page=page), username=username)


def opened_answer(words: Words, tree: Tree, at: ShowTopic, *, username: str = "") -> Screen | None:
    """Draw the same for a button that may say where one came from: Back leads there."""
    topic, came = tree.find(at.topic), at.came
    if topic is None:
        return None
    pages = answer_pages(words, tree, topic)
    shown = clamp(at.page, len(pages))
    here = ShowTopic(lang=words.locale, topic=topic.id, page=shown, came=came)
    back = Go(lang=words.locale, to=came) if came else ShowGroup(lang=words.locale, group=topic.group)
    asked = AskWatch(lang=words.locale, topic=topic.id, came=came)
    rows = (
        *shut_rows(words, tree, topic, asked),
        *pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number})),
        *topic_rows(words, tree, related_shown(tree, topic), came),
        *copy_row(words, topic, pages[shown]),
        *beside(words, tree, topic, username, asked),
        words.footer(here, back),
    )
    return Screen(pages[shown], rows)


def shut_screen(words: Words, tree: Tree, at: ShowShut, back: Spoken) -> Screen | None:
    """Draw what is long past its recheck in an answer, or None when nothing is; a way to legal help stands first."""
    topic = tree.find(at.topic)
    if topic is None or tree.age(topic, topic.fact_ids) is not Age.SHUT:
        return None
    pages = shut_pages(words, tree, topic)
    shown = clamp(at.page, len(pages))
    here = at.model_copy(update={"page": shown})
    turning = pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number}))
    return Screen(pages[shown], (*help_row(words, tree, topic), *turning, words.footer(here, back)))


def answer_of(words: Words, at: AskWatch) -> Spoken:
    """Return the button that leads back to an answer as it was shown."""
    if not at.found:
        return ShowTopic(lang=words.locale, topic=at.topic, came=at.came)
    sure, again = bool(at.sure), bool(at.again)
    return ShowFound(lang=words.locale, topic=at.topic, found=at.found, sure=sure, again=again)


def shut_rows(words: Words, tree: Tree, topic: Topic, asked: AskWatch) -> tuple[Row, ...]:
    """Return the first rows under an answer of which a part is shut: legal help, and the part."""
    if tree.age(topic, topic.fact_ids) is not Age.SHUT:
        return ()
    shut = ShowShut(**asked.model_dump(exclude={"pick"}))
    return (*help_row(words, tree, topic), (words.button("answers-show-shut", shut),))


def help_row(words: Words, tree: Tree, topic: Topic) -> tuple[Row, ...]:
    """Return the way to legal help, unless the answer is that way."""
    other = tree.find(LEGAL_HELP)
    return topic_rows(words, tree, (other,)) if other and other.id != topic.id else ()


def related_shown(tree: Tree, topic: Topic) -> tuple[Topic, ...]:
    """Return the neighbours an answer leads to, without one that stands among its first rows already."""
    shut = tree.age(topic, topic.fact_ids) is Age.SHUT
    return tuple(other for other in tree.related(topic) if not (shut and other.id == LEGAL_HELP))[:RELATED_SHOWN]


def topic_button(words: Words, tree: Tree, topic: Topic, target: Spoken | None = None) -> InlineKeyboardButton:
    """Return the button to an answer, or to another target: its short title, which no phone cuts, with its mark."""
    key = f"faq-{topic.id}"
    button = words.button(f"{key}.button", target or ShowTopic(lang=words.locale, topic=topic.id))
    return button.model_copy(update={"text": marked(words, tree, topic, button.text)})


def marked(words: Words, tree: Tree, topic: Topic, label: str) -> str:
    """Return a label of an answer with the mark of its age, if it has one."""
    return marks.marked(words, tree.age(topic, topic.fact_ids), label)


def deep_link(username: str, topic_id: str) -> str:
    """Return the address that opens an answer in the bot."""
    return f"https://t.me/{username}?start=faq_{topic_id}"


def beside(words: Words, tree: Tree, topic: Topic, username: str, asked: AskWatch) -> tuple[Row, ...]:
    """Return the rows of 🔔, ↗️ and ✉️ under an answer; side by side a phone of 360 pixels cuts their labels.

    What is shared carries the day of the answer, as a card of inline mode does (P5).
    """
    watch = words.button("answers-watch", asked)
    if not username:
        return ((watch,), *words.ask_row())
    text = "\n".join((words.plain(f"faq-{topic.id}"), bare(answer_state(words, tree, topic))))
    about = {"url": deep_link(username, topic.id), "text": text}
    share = words.link("answers-share", f"https://t.me/share/url?{urlencode(about)}")
    return (watch,), (share,), *words.ask_row()


def copy_row(words: Words, topic: Topic, page: str) -> tuple[Row, ...]:
    """Return the row that copies forms' names and numbers of this page, to be carried to a search or a telephone."""
    row = tuple(words.copy("answers-copy", text, text=text) for text in topic.copied if text in page)
    return (row,) if row else ()


def topic_rows(words: Words, tree: Tree, topics: tuple[Topic, ...], came: Place | None = None) -> tuple[Row, ...]:
    """Return a row for each topic; ``came`` is where Back leads from them, if not to their groups."""
    targets = (ShowTopic(lang=words.locale, topic=topic.id, came=came) for topic in topics)
    return tuple((topic_button(words, tree, topic, target),) for topic, target in zip(topics, targets, strict=True))


def _asked_first(words: Words, tree: Tree) -> Iterator[Row]:
    for name in ASKED_FIRST:
        topic = tree.find(name)
        if name == SEMINARS:
            yield (words.button("label-seminars", Go(lang=words.locale, to=Place.SEMINARS, came=Place.FAQ)),)
        elif topic is not None:
            yield (topic_button(words, tree, topic, ShowTopic(lang=words.locale, topic=topic.id, came=Place.FAQ)),)
