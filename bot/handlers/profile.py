"""What Telegram shows of the bot: commands, descriptions, the menu button. ``own_profile.py`` tells Telegram."""

from collections.abc import Iterator

from aiogram.methods import (
    DeleteMyCommands,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeUnion, MenuButtonCommands

from bot.core.locales import RUSSIAN_READERS, Locale
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


def no_desk(chat: int) -> Iterator[DeleteMyCommands]:
    """Yield the calls that take an admin's own menu back, so that the chat shows everybody's."""
    for code, _ in languages():
        yield DeleteMyCommands(scope=BotCommandScopeChat(chat_id=chat), language_code=code)


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


def _menu(
    texts: Texts,
    locale: Locale,
    code: str | None,
    entries: dict[str, str],
    scope: BotCommandScopeUnion | None = None,
) -> SetMyCommands:
    commands = [BotCommand(command=name, description=texts.plain(locale, key)) for name, key in entries.items()]
    return SetMyCommands(commands=commands, scope=scope, language_code=code)
