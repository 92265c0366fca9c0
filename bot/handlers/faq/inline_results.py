"""Results of inline mode: short answers with their source, seminars, and a link to the bot (P12)."""

from collections.abc import Iterable, Sequence

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)

from bot.core.faq.topics import Risk, Topic, Tree
from bot.core.pagination import GAP, bare
from bot.core.seminars.seminars import Seminar
from bot.handlers.faq.screens import deep_link, marked
from bot.handlers.seminars.screens import about
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words
from bot.messages import no_preview
from bot.wording.answer_text import answer_state, answer_text, short_markup, sources

MAX_RESULTS = 20
"""Telegram takes at most 50 (Bot API, answerInlineQuery)."""
DESCRIPTION_CHARACTERS = 120


def results(
    words: Words, presentation: Presentation, tree: Tree, topics: Sequence[Topic], seminars: Iterable[Seminar]
) -> list[InlineQueryResultArticle]:
    """Return the results in order: answers, then what is coming."""
    name = presentation.username
    found = [answer_result(words, name, tree, topic) for topic in topics[:MAX_RESULTS]]
    return [*found, *(seminar_result(words, presentation, seminar) for seminar in seminars)][:MAX_RESULTS]


def answer_result(words: Words, username: str, tree: Tree, topic: Topic) -> InlineQueryResultArticle:
    """Return an answer to be shared, with its day; of a high-risk one only the link, not the short text."""
    key = f"faq-{topic.id}"
    title = words.plain(key)
    link = deep_link(username, topic.id)
    risky = topic.risk is Risk.HIGH
    short = words("inline-whole") if risky else short_markup(answer_text(words, tree, topic).short)
    shown = () if risky else sources(words, topic.sources[:1])
    heading = words("inline-heading", title=title)
    lines = (heading, answer_state(words, tree, topic), short, *(block.markup for block in shown))
    text = GAP.join((*lines, words("inline-link", link=link)))
    return _article(f"faq_{topic.id}", marked(words, tree, topic, title), _plain(short), text, _open(words, link))


def seminar_result(words: Words, presentation: Presentation, seminar: Seminar) -> InlineQueryResultArticle:
    """Return a seminar's card to be shared."""
    link = f"https://t.me/{presentation.username}?start=seminar_{seminar.id}"
    text = GAP.join((about(words, seminar, presentation.display_zones), words("inline-link", link=link)))
    title, what = seminar.title(words.locale), words.plain("inline-seminar")
    return _article(f"seminar_{seminar.id}", title, what, text, _open(words, link))


def _open(words: Words, link: str) -> InlineKeyboardButton:
    return words.link("inline-open", link)


def _article(
    result_id: str, title: str, description: str, text: str, button: InlineKeyboardButton
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=result_id,
        title=title,
        description=description[:DESCRIPTION_CHARACTERS],
        input_message_content=InputTextMessageContent(message_text=text, link_preview_options=no_preview()),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )


def _plain(markup: str) -> str:
    return " ".join(bare(markup).split())
