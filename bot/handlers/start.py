"""The first screens: the menu, deep links, help and the language (P1, P2, P17, S9)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import KICKED, MEMBER, ChatMemberUpdatedFilter, CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.core.faq.library import Library
from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.core.subscribers.subscribers import ComeBack, Leave
from bot.handlers.admin.access import Admins, FromAdmin, FromAdminTooLate
from bot.handlers.deadlines import routes as deadlines
from bot.handlers.faq.news import WHATS_NEW, news_screen
from bot.handlers.faq.screens import answer_screen
from bot.handlers.own_profile import OwnProfile
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.subscribers.carried import linked_screen
from bot.handlers.subscribers.subscription import SubscriptionScreens
from bot.handlers.tickets.ask_desk import AskDesk
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.menu import menu_below, menu_screen
from bot.handlers.ui.screens import Screen, Words, send, show

_PAYLOAD = re.compile(r"(?P<to>faq|seminar|subscribe|ask|as)(?:_(?P<what>[A-Za-z0-9_-]+))?", re.ASCII)
_PAYLOAD_CHARACTERS = 64
"""Telegram's limit (core.telegram.org/bots/features#deep-linking)."""
_NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)


class LinkTarget(StrEnum):
    """What a deep link opens."""

    FAQ = "faq"
    SEMINAR = "seminar"
    SUBSCRIBE = "subscribe"
    ASK = "ask"
    SWITCHES = "as"


ALONE = frozenset({LinkTarget.SUBSCRIBE, LinkTarget.ASK})
"""Targets that take no argument."""


@dataclass(frozen=True)
class DeepLink:
    """A parsed deep link; ``what`` is the topic, the number of the seminar, or language and switches."""

    target: LinkTarget
    what: str = ""


def read_payload(payload: str | None) -> DeepLink | None:
    """Return what a /start payload opens, or None for the first screen."""
    found = _PAYLOAD.fullmatch(payload or "")
    if found is None or len(found.group()) > _PAYLOAD_CHARACTERS:
        return None
    target, what = LinkTarget(found["to"]), found["what"] or ""
    if (target in ALONE) == bool(what) or (target is LinkTarget.SEMINAR and not _NUMBER.fullmatch(what)):
        return None
    return DeepLink(target, what)


@dataclass(frozen=True)
class LinkScreens:
    """Draws the screens behind deep links."""

    library: Library
    seminar_screens: SeminarScreens
    subscription_screens: SubscriptionScreens
    presentation: Presentation
    ask_desk: AskDesk

    async def open(self, words: Words, chat: int, link: DeepLink) -> Screen | None:
        """Return the screen behind a link, or None when there is nothing behind it any more."""
        tree = self.library.tree
        if link.target is LinkTarget.FAQ:
            if link.what == WHATS_NEW:
                return news_screen(words, tree)
            return answer_screen(words, tree, link.what, 0, username=self.presentation.username)
        if link.target is LinkTarget.ASK:
            return await self.ask_desk.front(words, tree, chat)
        if link.target is LinkTarget.SUBSCRIBE:
            return await self.subscription_screens.of(words, chat)
        if link.target is LinkTarget.SWITCHES:
            return await linked_screen(words, self.subscription_screens, chat, link.what)
        return await self.seminar_screens.found(words, chat, int(link.what)) or _no_such_seminar(words)


async def first_screen(words: Words, link_screens: LinkScreens, chat: int, payload: str | None) -> Screen:
    """Return what /start shows: the screen behind a deep link, else the menu."""
    link = read_payload(payload)
    found = await link_screens.open(words, chat, link) if link else None
    return found or menu_screen(words)


def _no_such_seminar(words: Words) -> Screen:
    """Say that the seminar of a link is not kept any more, above all that the first screen says."""
    first = menu_screen(words)
    return Screen(GAP.join((words("seminars-gone"), first.text)), first.rows)


def more_screen(words: Words, site: str = "") -> Screen:
    """Draw what is needed less often; ``site`` is the address of the same without Telegram, if it has one."""
    rows = (
        (words.go("label-settings", Place.SETTINGS), words.go("label-help", Place.HELP)),
        (words.go("label-verify", Place.VERIFY),),
        (words.go("label-offline", Place.OFFLINE),),
        (words.go("label-deadlines", Place.DEADLINES),),
        (words.go("label-news", Place.NEWS),),
        *(((words.link("start-site", f"{site}/{words.locale.value}/index.html"),),) if site else ()),
    )
    here = Go(lang=words.locale, to=Place.MORE)
    text = GAP.join((words("start-more-title"), words("start-more-text")))
    return Screen(text, (*rows, words.footer(here)))


def help_screen(words: Words, *, admin: bool = False) -> Screen:
    """Draw the one screen of help; for an admin it lists the admin commands too."""
    here = Go(lang=words.locale, to=Place.HELP)
    orders = (words("start-help-admin"),) if admin else ()
    asking = (words("start-help-ask"),) if words.lawyers else ()
    text = (words("start-help-title"), words("ask-in-words"), words("start-help-text"), *asking, *orders)
    return Screen(GAP.join((*text, words("start-help-notice"))), (words.footer(here, words.to_more()),))


def language_screen(words: Words) -> Screen:
    """Draw the choice of a language; each button leads to the menu in it."""
    ru = Go(lang=Locale.RU, pick=True, to=Place.MENU)
    en = Go(lang=Locale.EN, pick=True, to=Place.MENU)
    rows = ((words.button("start-language-ru", ru), words.button("start-language-en", en)),)
    return Screen(words("start-language-text"), (*rows, (words.go("menu", Place.MENU),)))


def router() -> Router:
    """Return the routes of the first screens."""
    routes = Router(name="start")
    routes.message.register(start_desk, TypedCommand("start", magic=~F.args), FromAdmin())
    routes.message.register(start, TypedCommand("start"))
    routes.message.register(show_help, TypedCommand("help"))
    routes.message.register(send_languages, TypedCommand("language"))
    routes.message.register(deadlines.show_start, TypedCommand("deadlines"))
    routes.message.register(nothing_to_cancel, TypedCommand("cancel"), ~FromAdminTooLate())
    routes.callback_query.register(show_menu, Go.filter(F.to == Place.MENU))
    routes.callback_query.register(show_more, Go.filter(F.to == Place.MORE))
    routes.callback_query.register(show_help, Go.filter(F.to == Place.HELP))
    routes.my_chat_member.register(unblocked, ChatMemberUpdatedFilter(MEMBER), F.chat.type == ChatType.PRIVATE)
    routes.my_chat_member.register(blocked, ChatMemberUpdatedFilter(KICKED), F.chat.type == ChatType.PRIVATE)
    return routes


async def start_desk(message: Message, words: Words, own_profile: OwnProfile) -> None:
    """/start of an admin, who gets a menu of commands with it."""
    await send(message, menu_screen(words))
    own_profile.admin_started()


async def start(
    message: Message, command: CommandObject, words: Words, link_screens: LinkScreens, come_back: ComeBack
) -> None:
    """/start is a sign of life (S9)."""
    await come_back(message.chat.id)
    await greet(message, command, words, link_screens)


async def greet(message: Message, command: CommandObject, words: Words, link_screens: LinkScreens) -> None:
    """/start, with or without a deep link; the payload is stored nowhere."""
    await send(message, await first_screen(words, link_screens, message.chat.id, command.args))


async def show_help(event: Message | CallbackQuery, words: Words, admins: Admins) -> None:
    """/help, and its button."""
    admin = event.from_user is not None and event.from_user.id in admins.ids
    await show(event, help_screen(words, admin=admin))


async def send_languages(message: Message, words: Words) -> None:
    """/language."""
    await send(message, language_screen(words))


async def nothing_to_cancel(message: Message, words: Words) -> None:
    """/cancel, when nothing was begun."""
    await send(message, menu_below(words, words("start-nothing-to-cancel")))


async def show_menu(query: CallbackQuery, words: Words) -> None:
    """The menu."""
    await show(query, menu_screen(words))


async def show_more(query: CallbackQuery, words: Words, presentation: Presentation) -> None:
    """What is needed less often."""
    await show(query, more_screen(words, presentation.site))


async def blocked(event: ChatMemberUpdated, leave: Leave) -> None:
    """Delete everything about a person who blocks the bot (S9); no answer can be sent."""
    await leave(event.chat.id)


async def unblocked(event: ChatMemberUpdated, come_back: ComeBack) -> None:
    """S9: whoever lets the bot write again before the end of a run stays; there is nothing to answer."""
    await come_back(event.chat.id)
