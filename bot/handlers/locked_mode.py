"""Locked mode (O4): answers are shown, everything that needs the database is answered with "later"."""

from collections.abc import Iterator

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.core.pagination import GAP, Block, paginate, paragraphs
from bot.handlers import errors, groups, start, wishes
from bot.handlers.faq import routes as faq
from bot.handlers.subscribers.privacy import ShowPrivacy
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Screen, Words, send, show


def locked_routers() -> list[Router]:
    """Return the routers that need no database; those around them answer everything else."""
    return [groups.router(), _before(), faq.router(), start.router(), wishes.router(), errors.router(), _rest()]


def locked_privacy_screen(words: Words, page: int = 0) -> Screen:
    """Draw what is stored of anybody, and that one's own row cannot be shown now."""
    pages = paginate(_blocks(words))
    shown = clamp(page, len(pages))
    here = ShowPrivacy(lang=words.locale, page=shown)
    turning = pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number}))
    return Screen(pages[shown], (*turning, words.footer(here)))


def _blocks(words: Words) -> Iterator[Block]:
    yield Block(GAP.join((words("privacy-title"), words("locked-privacy"))))
    for part in ("privacy-how-long", "privacy-telegram", "privacy-limits"):
        yield from paragraphs(words(part))


def _before() -> Router:
    routes = Router(name="locked")
    routes.my_chat_member.register(cannot_forget, F.chat.type == ChatType.PRIVATE)
    routes.message.register(start.greet, TypedCommand("start"))
    routes.message.register(later, TypedCommand("cancel"))
    routes.message.register(show_privacy, TypedCommand("privacy"))
    routes.callback_query.register(show_privacy, Go.filter(F.to == Place.PRIVACY))
    routes.callback_query.register(turn_privacy, ShowPrivacy.filter())
    return routes


def _rest() -> Router:
    routes = Router(name="locked_rest")
    routes.message.register(wishes.answer_calmly, F.text, wishes.Despairs())
    routes.message.register(later, F.text)
    routes.callback_query.register(tap_later)
    return routes


async def cannot_forget(_event: ChatMemberUpdated) -> None:
    """Do nothing: the next mailing finds that the person has blocked the bot, and deletes their rows."""


async def show_privacy(event: Message | CallbackQuery, words: Words) -> None:
    """/privacy, and its button."""
    await show(event, locked_privacy_screen(words))


async def turn_privacy(query: CallbackQuery, callback_data: ShowPrivacy, words: Words) -> None:
    """A page of it."""
    await show(query, locked_privacy_screen(words, callback_data.page))


async def later(message: Message, words: Words) -> None:
    """Say that it cannot be done now; nothing has changed."""
    await send(message, menu_below(words, words("locked")))


async def tap_later(query: CallbackQuery, words: Words) -> None:
    """The same, as an alert over the tapped screen."""
    await query.answer(words.plain("locked"), show_alert=True)
