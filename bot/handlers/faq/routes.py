"""Questions and answers: groups, topics, answer, in one message edited in place (P3)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.faq.topics import Tree
from bot.handlers.faq.screens import groups_screen, opened_answer, topics_screen
from bot.handlers.ui.callbacks import Go, Place, ShowGroup, ShowTopic
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words, show


def router() -> Router:
    """Return the routes of the FAQ."""
    routes = Router(name="faq")
    routes.callback_query.register(show_topic, ShowTopic.filter())
    routes.callback_query.register(show_group, ShowGroup.filter())
    routes.callback_query.register(show_groups, Go.filter(F.to == Place.FAQ))
    routes.message.register(show_groups, TypedCommand("faq"))
    return routes


async def show_groups(event: Message | CallbackQuery, words: Words, tree: Tree) -> None:
    """/faq, and its button."""
    await show(event, groups_screen(words, tree))


async def show_group(query: CallbackQuery, callback_data: ShowGroup, words: Words, tree: Tree) -> None:
    """The topics of a group; a group that no longer exists shows the groups."""
    await show(query, topics_screen(words, tree, callback_data.group) or groups_screen(words, tree))


async def show_topic(
    query: CallbackQuery,
    callback_data: ShowTopic,
    words: Words,
    tree: Tree,
    clock: Clock,
    presentation: Presentation,
) -> None:
    """A page of an answer; a topic that no longer exists shows the groups."""
    answer = opened_answer(words, tree, callback_data, clock.now().date(), username=presentation.username)
    await show(query, answer or groups_screen(words, tree))
