"""Sets what Telegram shows of the bot: commands, descriptions, the menu button."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeUnion, MenuButtonCommands

from bot.core.events import Event, event
from bot.core.locales import RUSSIAN_READERS, Locale
from bot.core.tickets.group import LawyersGroup, Missing
from bot.handlers.admin.access import Admins
from bot.texts import Texts

EVERYBODY = {
    "start": "commands-start",
    "faq": "commands-faq",
    "seminars": "commands-seminars",
    "subscribe": "commands-subscribe",
    "unsubscribe": "commands-unsubscribe",
    "stop": "commands-stop",
    "settings": "commands-settings",
    "news": "commands-news",
    "deadlines": "commands-deadlines",
    "file": "commands-file",
    "privacy": "commands-privacy",
    "delete": "commands-delete",
    "clear": "commands-clear",
    "language": "commands-language",
    "help": "commands-help",
    "verify": "commands-verify",
    "cancel": "commands-cancel",
}
ADMINS = {
    "admin": "commands-admin",
    "broadcast": "commands-broadcast",
    "seminar": "commands-seminar",
    "stats": "commands-stats",
    "questions": "commands-questions",
    "pause": "commands-pause",
    "reload": "commands-reload",
} | EVERYBODY

LAWYER_COMMANDS = {
    "undo": "commands-undo",
    "close": "commands-close",
    "later": "commands-later",
    "mute": "commands-mute",
    "c": "commands-c",
}
"""What members of the lawyers' group are offered, and nobody else."""

OUTSIDE = frozenset({Missing.OFF, Missing.UNSEEN, Missing.NOT_FOUND, Missing.NO_GROUP, Missing.REMOVED})
"""The bot is not in the group, as far as it knows."""

ASK = {"ask": "commands-ask"}
"""Only where there are lawyers to ask (P10)."""

ANY_LANGUAGE = None
"""What people see whose language has no list of its own: they are shown English.

See docs/requirements.md, "Interface languages".
"""


def languages() -> Iterator[tuple[str | None, Locale]]:
    """Yield every language code the bot presents itself for, and in which of its languages.

    Telegram compares codes exactly and knows no families of languages, so each is named.
    """
    yield ANY_LANGUAGE, Locale.EN
    yield Locale.EN.value, Locale.EN
    for code in sorted(RUSSIAN_READERS):
        yield code, Locale.RU


def introduction(texts: Texts, *, lawyers: bool = False) -> Iterator[TelegramMethod[bool]]:
    """Yield every call that presents the bot to everybody."""
    yield SetChatMenuButton(menu_button=MenuButtonCommands())
    for code, locale in languages():
        yield _menu(texts, locale, code, _with_ask(EVERYBODY, lawyers=lawyers))
        yield SetMyDescription(description=texts.plain(locale, "commands-description"), language_code=code)
        yield SetMyShortDescription(short_description=texts.plain(locale, "commands-short"), language_code=code)


def desk(texts: Texts, admin: int, *, lawyers: bool = False) -> Iterator[TelegramMethod[bool]]:
    """Yield the calls that give an admin a menu of their own."""
    for code, locale in languages():
        yield _menu(texts, locale, code, _with_ask(ADMINS, lawyers=lawyers), BotCommandScopeChat(chat_id=admin))


def _with_ask(commands: dict[str, str], *, lawyers: bool) -> dict[str, str]:
    """Return the commands, with /ask before /news where there are lawyers."""
    if not lawyers:
        return commands
    before = list(commands).index("news")
    return dict([*list(commands.items())[:before], *ASK.items(), *list(commands.items())[before:]])


def lawyers_menu(texts: Texts, group: int) -> Iterator[TelegramMethod[bool]]:
    """Yield the calls that give the lawyers' group a menu of its own."""
    for code, locale in languages():
        yield _menu(texts, locale, code, LAWYER_COMMANDS, BotCommandScopeChat(chat_id=group))


@dataclass
class OfferLawyersMenu:
    """Run by a tick: offers the group its commands once the bot is in it, and again in another one."""

    bot: Bot
    texts: Texts
    group: LawyersGroup
    _offered: int | None = None

    async def __call__(self) -> None:
        """Offer them where that was not done since the start."""
        chat = self.group.chat if not self.group.missing & OUTSIDE else None
        if chat is not None and chat != self._offered:
            await _call_all(self.bot, lawyers_menu(self.texts, chat), asyncio.Event())
        self._offered = chat


async def introduce(bot: Bot, texts: Texts, admins: Admins, stop: asyncio.Event, group: LawyersGroup) -> None:
    """Present the bot: to everybody, then to each admin. A rejected token is not caught."""
    everybody = introduction(texts, lawyers=group.set_up)
    desks = (desk(texts, admin, lawyers=group.set_up) for admin in sorted(admins.ids))
    for calls in (everybody, *desks):
        if not await _call_all(bot, calls, stop):
            return


async def introduce_to(bot: Bot, texts: Texts, admin: int, *, lawyers: bool = False) -> None:
    """Give an admin who has just pressed Start their menu; before that Telegram knows no such chat."""
    await _call_all(bot, desk(texts, admin, lawyers=lawyers), asyncio.Event())


async def _call_all(bot: Bot, calls: Iterable[TelegramMethod[bool]], stop: asyncio.Event) -> bool:
    """Make the calls until one is refused; return whether Telegram can be reached.

    What was set before remains, so nothing is tried again.
    """
    for method in calls:
        if stop.is_set():
            return False
        try:
            await bot(method)
        except (TelegramBadRequest, TelegramForbiddenError) as refusal:
            _refused(method, refusal)
            return True
        except TelegramUnauthorizedError:
            raise
        except (AiogramError, TimeoutError) as trouble:
            event(Event.INTRODUCTION_ENDED_EARLY, kind=trouble)
            return False
    return True


def _refused(method: TelegramMethod[bool], refusal: TelegramBadRequest | TelegramForbiddenError) -> None:
    """Log a refusal; of an admin's own menu it means that Telegram knows no chat with them, or that it is blocked."""
    scope = method.scope if isinstance(method, SetMyCommands) else None
    own = isinstance(scope, BotCommandScopeChat) and int(scope.chat_id) > 0
    if own and (isinstance(refusal, TelegramForbiddenError) or "chat not found" in refusal.message.lower()):
        event(Event.ADMIN_NOT_REACHABLE)
    else:
        event(Event.INTRODUCTION_REFUSED, kind=refusal)


def _menu(
    texts: Texts,
    locale: Locale,
    code: str | None,
    entries: dict[str, str],
    scope: BotCommandScopeUnion | None = None,
) -> SetMyCommands:
    commands = [BotCommand(command=name, description=texts.plain(locale, key)) for name, key in entries.items()]
    return SetMyCommands(commands=commands, scope=scope, language_code=code)
