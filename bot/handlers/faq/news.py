"""/news: which answers have changed, newest first, and what they say now (P4)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.faq.topics import Change, Topic, Tree
from bot.core.pagination import GAP
from bot.handlers.faq.screens import topic_button
from bot.handlers.ui.callbacks import Go, Place, ShowTopic
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, show

CHANGES_SHOWN = 6
WHATS_NEW = "whats-new"
"""What a deep link and the search call this screen."""


def news_screen(words: Words, tree: Tree) -> Screen:
    """Draw the last changes, a button to each answer once."""
    changes = newest(tree)
    here = Go(lang=words.locale, to=Place.NEWS)
    if not changes:
        faq = (words.go("label-faq", Place.FAQ),)
        return Screen(GAP.join((words("news-title"), words("news-none"))), (faq, words.footer(here, words.to_more())))
    told = (_told(words, topic, change) for topic, change in changes)
    topics = {topic.id: topic for topic, _ in changes}
    opened = ShowTopic(lang=words.locale, topic="", came=Place.NEWS)
    targets = {name: opened.model_copy(update={"topic": name}) for name in topics}
    rows = tuple((topic_button(words, tree, topic, targets[name]),) for name, topic in topics.items())
    text = GAP.join((words("news-title"), words("news-watch"), *told))
    return Screen(text, (*rows, words.footer(here, words.to_more())))


def newest(tree: Tree) -> list[tuple[Topic, Change]]:
    """Return the last changes of all answers, newest first."""
    return tree.changes()[:CHANGES_SHOWN]


def router() -> Router:
    """Return the routes of the news."""
    routes = Router(name="news")
    routes.message.register(show_news, TypedCommand("news"))
    routes.callback_query.register(show_news, Go.filter(F.to == Place.NEWS))
    return routes


async def show_news(event: Message | CallbackQuery, words: Words, tree: Tree) -> None:
    """/news, and its button."""
    await show(event, news_screen(words, tree))


def _told(words: Words, topic: Topic, change: Change) -> str:
    title = words.plain(f"faq-{topic.id}")
    return words("news-change", title=title, day=change.day, what=change.words[words.locale.value])
