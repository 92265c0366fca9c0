"""The last router: what no other one took gets a sentence and the menu, every tap an answer (P11, P17)."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.admin.access import FromAdminTooLate
from bot.handlers.faq.questions import answer_question
from bot.handlers.ui.menu import menu_below, menu_screen
from bot.handlers.ui.screens import Words, edit, send
from bot.handlers.unsupported import PERSONAL_TYPES, PLAYFUL_TYPES, OncePerAlbum, refuse, refuse_playful
from bot.handlers.wishes import Despairs, IsWish, SaysNothing, answer_despair, ask_for_words, open_wish


def router() -> Router:
    """Return the last routes."""
    routes = Router(name="unknown")
    routes.message.register(let_be, said_through_the_bot)
    routes.message.register(too_late, FromAdminTooLate(), OncePerAlbum())
    routes.message.register(answer_despair, F.text, Despairs())
    routes.message.register(open_wish, F.text, IsWish())
    routes.message.register(unknown_command, F.text.startswith("/"))
    routes.message.register(ask_for_words, F.text, SaysNothing())
    routes.message.register(answer_question, F.text)
    routes.message.register(refuse, F.content_type.in_(PERSONAL_TYPES), OncePerAlbum())
    routes.message.register(refuse_playful, F.content_type.in_(PLAYFUL_TYPES), OncePerAlbum())
    routes.callback_query.register(old_button)
    return routes


def said_through_the_bot(message: Message, bot: Bot) -> bool:
    """Return whether the message was chosen among this bot's results in inline mode."""
    return message.via_bot is not None and message.via_bot.id == bot.id


async def let_be(message: Message) -> None:
    """What was chosen in inline mode is an answer of the bot's own, here too: it is no question."""


async def too_late(message: Message, words: Words) -> None:
    """Tell an admin that an order came too late and was not carried out (R11)."""
    await send(message, menu_below(words, words("too-late-order")))


async def unknown_command(message: Message, words: Words) -> None:
    """A command the bot does not have, or not for this person."""
    await send(message, menu_below(words, words("start-unknown-command")))


async def old_button(query: CallbackQuery, words: Words) -> None:
    """A button no router knows any more, or one that is not for this person."""
    await query.answer(words.plain("start-old-button"))
    await edit(query, menu_screen(words))
