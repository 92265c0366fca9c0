"""Questions and answers: groups, topics, answer, in one message edited in place (P3)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.faq.topics import Tree
from bot.handlers.faq.screens import answer_of, groups_screen, opened_answer, shut_screen, topics_screen
from bot.handlers.ui.callbacks import Go, Place, ShowGroup, ShowShut, ShowTopic
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words, show


def router() -> Router:
    """Return the routes of the FAQ."""
    routes = Router(name="faq")
    routes.callback_query.register(show_topic, ShowTopic.filter())
    routes.callback_query.register(show_shut, ShowShut.filter())
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
    query: CallbackQuery, callback_data: ShowTopic, words: Words, tree: Tree, presentation: Presentation
) -> None:
    """A page of an answer; a topic that no longer exists shows the groups."""
    answer = opened_answer(words, tree, callback_data, username=presentation.username)
    await show(query, answer or groups_screen(words, tree))


async def show_shut(query: CallbackQuery, callback_data: ShowShut, words: Words, tree: Tree) -> None:
    """What is long past its recheck; where nothing is any more, the groups."""
    back = answer_of(words, callback_data)
    await show(query, shut_screen(words, tree, callback_data, back) or groups_screen(words, tree))
