"""The only place that tells people of exceptions: every tap and message gets an answer without details."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.exceptions import AiogramError, TelegramForbiddenError
from aiogram.filters import BaseFilter, ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, Message

from bot.core import events
from bot.core.events import Event
from bot.core.faq.topics import Tree
from bot.core.locales import Locale, guess_locale
from bot.core.subscribers.languages import Languages
from bot.core.tickets.group import LawyersGroup
from bot.core.updates import AlreadyApplied, current
from bot.handlers.ui.menu import FIRST_STEPS, menu_below
from bot.handlers.ui.screens import Words, send
from bot.texts import Texts

Asked = CallbackQuery | Message


class FromPerson(BaseFilter):
    """An exception while a tap or a message was handled; any other goes on to the inbox, which tries again.

    The exception may have come before the language was known, so handlers get ``words`` from here, and as ``asked``
    what the person did.
    """

    async def __call__(
        self,
        event: ErrorEvent,
        texts: Texts,
        languages: Languages,
        tree: Tree | None = None,
        locale: Locale | None = None,
        lawyers_group: LawyersGroup | None = None,
    ) -> bool | dict[str, Any]:
        """Return whether a person in a private chat can be answered; nothing may be known yet but the event."""
        asked = event.update.callback_query or event.update.message
        if asked is None or asked.from_user is None or _in_group(asked):
            return False
        known = locale or guess_locale(asked.from_user.language_code, languages.default)
        lawyers = lawyers_group is not None and lawyers_group.set_up
        words = Words(texts, known, languages.subscribed(asked.from_user.id), lawyers=lawyers)
        return {"asked": asked, "words": replace(words, first_steps=tree.age_of(FIRST_STEPS)) if tree else words}


class FromLawyers(BaseFilter):
    """An answer, an order or an edit in the lawyers' group that could not be written down.

    What Telegram refuses is left to the inbox, which tries again: by then the answer may stand in its row.
    """

    async def __call__(
        self, event: ErrorEvent, texts: Texts, languages: Languages, lawyers_group: LawyersGroup | None = None
    ) -> bool | dict[str, Any]:
        """Return whether it is one."""
        done = event.update.message or event.update.edited_message
        if lawyers_group is None or done is None or done.chat.id != lawyers_group.chat:
            return False
        acts = done is event.update.edited_message or done.reply_to_message or done.external_reply
        if isinstance(event.exception, AiogramError | AlreadyApplied) or not (
            acts or (done.text or "").startswith("/")
        ):
            return False
        return {"done": done, "words": Words(texts, languages.default)}


class LeftToAnother(BaseFilter):
    """The turn was lost while the update was handled: whoever works next gets it again, and answers.

    "Do it again" would be a second order beside the first.
    """

    async def __call__(self, _event: ErrorEvent) -> bool:
        """Return whether it is so."""
        incoming = current.get()
        return incoming is not None and incoming.abandoned


def _in_group(asked: Asked) -> bool:
    return isinstance(asked, Message) and asked.chat.type != ChatType.PRIVATE


def router() -> Router:
    """Return the error routes."""
    routes = Router(name="errors")
    routes.errors.register(say_nothing, LeftToAnother())
    routes.errors.register(already_done, ExceptionTypeFilter(AlreadyApplied), FromPerson())
    routes.errors.register(blocked_meanwhile, ExceptionTypeFilter(TelegramForbiddenError), FromPerson())
    routes.errors.register(try_later, FromPerson())
    routes.errors.register(do_again, FromLawyers())
    return routes


async def say_nothing(event: ErrorEvent) -> None:
    """Another instance answers; the exception's type goes into the log."""
    events.event(Event.HANDLER_FAILED, kind=event.exception)


async def already_done(_event: ErrorEvent, asked: Asked, words: Words) -> None:
    """Telegram delivered the update again; its effects were committed the first time."""
    await _tell(asked, words, "already-done")


async def blocked_meanwhile(_event: ErrorEvent) -> None:
    """The person blocked the bot before its answer came; the effects are committed, nothing is sent."""
    events.event(Event.PERSON_GONE)


async def try_later(event: ErrorEvent, asked: Asked, words: Words) -> None:
    """Any other exception: its type goes into the log, the person is asked to try later."""
    events.event(Event.HANDLER_FAILED, kind=event.exception)
    await _tell(asked, words, "try-later")


async def do_again(event: ErrorEvent, done: Message, words: Words) -> None:
    """A lawyer reads that nothing came of it: an answer must not be lost without a word (R7)."""
    events.event(Event.HANDLER_FAILED, kind=event.exception)
    with suppress(AiogramError):
        to = done.as_reply_parameters(allow_sending_without_reply=True)
        await done.answer(words("lawyers-do-again"), reply_parameters=to)


async def _tell(asked: Asked, words: Words, key: str) -> None:
    """Send the sentence as an alert or a message; a failure is ignored, the first exception is in the log."""
    with suppress(AiogramError):
        if isinstance(asked, CallbackQuery):
            await asked.answer(words.plain(key), show_alert=True)
        else:
            await send(asked, menu_below(words, words(key)))
