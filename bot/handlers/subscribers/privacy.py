"""/privacy and /delete: what is stored about this chat, and deleting all of it (P13, P14)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.faq.watches import Watch, Watches
from bot.core.locales import Locale
from bot.core.pagination import GAP, Block, paginate, paragraphs
from bot.core.seminars.seminars import Seminar, Seminars
from bot.core.subscribers.subscribers import Choice, Leave, Subscriber, Subscribers
from bot.core.tickets.asking import Asking, Standing
from bot.core.tickets.tickets import Ticket
from bot.handlers.admin.access import Admins
from bot.handlers.subscribers.export import GetMyData
from bot.handlers.ui.callbacks import Deed, Go, Place, Spoken
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Screen, Words, show
from bot.handlers.ui.ticket_names import code_name

SWITCH_KEYS = {
    Choice.REMINDERS: "privacy-reminders",
    Choice.RECORDINGS: "privacy-recordings",
    Choice.NEWS: "privacy-news",
    Choice.SILENT: "privacy-silent",
    Choice.DISCREET: "privacy-discreet",
}
POLICY_KEYS = (
    *("privacy-how-long", "privacy-memory", "privacy-counted", "privacy-telegram"),
    *("privacy-seizure", "privacy-limits", "privacy-version"),
)
NOT_ENCRYPTED_KEYS = {"privacy-seizure": "privacy-seizure-plain"}
"""What is said instead where the operator chose a database that is not encrypted."""

ON_SERVER_KEYS = {"privacy-seizure": "privacy-seizure-server"}
"""What is said instead where the database is a server's: ids alone are encrypted there."""

LANGUAGE_KEYS = {Locale.RU: "language-ru", Locale.EN: "language-en"}


class ShowPrivacy(Spoken, prefix="prv"):
    """Show a page of what is stored."""

    page: int


class EraseEverything(Deed, prefix="era"):
    """Delete everything about the chat."""


class ShowErased(Spoken, prefix="erd"):
    """Show that everything is deleted."""


@dataclass(frozen=True)
class Kept:
    """Everything the database holds about a chat."""

    chat: int
    row: Subscriber | None = None
    choices: Sequence[tuple[Seminar, bool]] = ()
    watched: Sequence[Watch] = ()
    questions: Sequence[Ticket] = ()
    standing: Standing | None = None
    admin: bool = False
    encrypted: bool = True


@dataclass(frozen=True)
class FindKept:
    """Reads everything the database holds about a chat; ``encrypted`` is whether the database is."""

    subscribers: Subscribers
    seminars: Seminars
    watches: Watches
    admins: Admins
    asking: Asking
    encrypted: bool

    async def __call__(self, chat: int) -> Kept:
        """Return it."""
        choices, watched = await self.seminars.choices(chat), await self.watches.of(chat)
        row = await self.subscribers.get(chat)
        questions, standing = await self.asking.asks.every(chat), await self.asking.standing(chat)
        admin = chat in self.admins.ids
        return Kept(chat, row, choices, watched, questions, standing, admin=admin, encrypted=self.encrypted)


def privacy_screen(words: Words, kept: Kept, page: int = 0) -> Screen:
    """Draw what is stored, for how long, and what cannot be protected."""
    pages = paginate(_privacy_blocks(words, kept))
    shown = clamp(page, len(pages))
    here = ShowPrivacy(lang=words.locale, page=shown)
    turning = pager(words, shown, len(pages), lambda number: here.model_copy(update={"page": number}))
    mine = words.button("label-my-data", GetMyData(lang=words.locale))
    taking = ((mine,), (words.go("label-clear", Place.CLEAR),), (words.go("label-delete", Place.DELETE),))
    return Screen(pages[shown], (*turning, *taking, words.footer(here)))


def delete_screen(words: Words) -> Screen:
    """Draw the one question before everything is deleted."""
    rows = (
        (words.button("label-delete", EraseEverything(lang=words.locale)),),
        (words.go("cancel", Place.PRIVACY),),
        words.footer(Go(lang=words.locale, to=Place.DELETE)),
    )
    asked = (words("privacy-delete-questions"),) if words.lawyers else ()
    return Screen(GAP.join((words("privacy-delete-title"), words("privacy-delete-text"), *asked)), rows)


def deleted_screen(words: Words) -> Screen:
    """Draw that nothing is left."""
    asked = (words("privacy-deleted-questions"),) if words.lawyers else ()
    gone = words("privacy-deleted-text-server" if words.on_server else "privacy-deleted-text")
    text = GAP.join((words("privacy-deleted-title"), gone, words("privacy-deleted-chat"), *asked))
    rows = ((words.go("label-clear", Place.CLEAR),), words.footer(ShowErased(lang=words.locale)))
    return Screen(text, rows)


def _privacy_blocks(words: Words, kept: Kept) -> Iterator[Block]:
    yield Block(words("privacy-title"))
    yield Block("\n".join((words("privacy-stored"), *_fields(words, kept))))
    yield from (Block(words(_wish(wanted), title=seminar.title(words.locale))) for seminar, wanted in kept.choices)
    yield from (Block(_watched(words, watch)) for watch in kept.watched)
    yield from (Block(text) for text in _questions(words, kept))
    if words.lawyers or kept.questions:
        yield from paragraphs(words("privacy-questions"))
    for part in POLICY_KEYS:
        instead = ON_SERVER_KEYS if words.on_server else {} if kept.encrypted else NOT_ENCRYPTED_KEYS
        key = instead.get(part, part)
        yield from paragraphs(words(key))


def _fields(words: Words, kept: Kept) -> Iterator[str]:
    mailed = kept.row or kept.choices or kept.watched
    if mailed or any(_questions(words, kept)):
        yield words("privacy-chat", chat=kept.chat)
        yield from _row(words, kept.row) if kept.row else _languages(words, kept)
        yield from (words("privacy-sending"),) if mailed else ()
    elif not kept.admin:
        yield words("privacy-nothing")
    if kept.admin:
        yield words("privacy-admin")


def _row(words: Words, row: Subscriber) -> Iterator[str]:
    yield words("privacy-language", language=words(LANGUAGE_KEYS[row.language]))
    yield words("privacy-joined", day=date.fromisoformat(row.joined))
    yield words("privacy-active", day=date.fromisoformat(row.active))
    for choice, key in SWITCH_KEYS.items():
        yield words(key, state=words("privacy-on" if row.has(choice) else "privacy-off"))
    if row.not_found:
        yield words("privacy-not-found", day=date.fromisoformat(row.not_found))
    if row.asked:
        yield words("privacy-asked", day=date.fromisoformat(row.asked))


def _languages(words: Words, kept: Kept) -> Iterator[str]:
    if kept.choices:
        yield words("privacy-choice-language")
    if kept.watched:
        yield words("privacy-watch-language")


def _questions(words: Words, kept: Kept) -> Iterator[str]:
    """Yield a line for each question to the lawyers, for one that is not sent yet, and for a day without."""
    for ticket in kept.questions:
        yield words("privacy-question", code=code_name(words, ticket.code), day=ticket.expires.date())
    if kept.standing and kept.standing.draft:
        yield words("privacy-question-draft")
    if kept.standing and kept.standing.muted:
        yield words("privacy-question-muted")


def _watched(words: Words, watch: Watch) -> str:
    key = f"faq-{watch.topic}"
    title = words.plain(key) if words.texts.has(words.locale, key) else watch.topic
    return words("privacy-watch", title=title, day=watch.told)


def _wish(wanted: bool) -> str:
    return "privacy-wanted" if wanted else "privacy-unwanted"


def router() -> Router:
    """Return the routes of privacy."""
    routes = Router(name="privacy")
    routes.message.register(show_privacy, TypedCommand("privacy"))
    routes.message.register(show_delete, TypedCommand("delete"))
    routes.callback_query.register(show_privacy, Go.filter(F.to == Place.PRIVACY))
    routes.callback_query.register(turn_privacy, ShowPrivacy.filter())
    routes.callback_query.register(show_delete, Go.filter(F.to == Place.DELETE))
    routes.callback_query.register(erase, EraseEverything.filter())
    routes.callback_query.register(show_erased, ShowErased.filter())
    return routes


async def show_privacy(event: Message | CallbackQuery, words: Words, find_kept: FindKept) -> None:
    """/privacy, and its button."""
    chat = event.from_user.id if event.from_user else 0
    await show(event, privacy_screen(words, await find_kept(chat)))


async def turn_privacy(query: CallbackQuery, callback_data: ShowPrivacy, words: Words, find_kept: FindKept) -> None:
    """A page of what is stored."""
    await show(query, privacy_screen(words, await find_kept(query.from_user.id), callback_data.page))


async def show_delete(event: Message | CallbackQuery, words: Words) -> None:
    """/delete and its button ask once."""
    await show(event, delete_screen(words))


async def erase(query: CallbackQuery, words: Words, leave: Leave) -> None:
    """Delete everything before the answer; a second tap finds nothing and says the same."""
    await leave(query.from_user.id)
    await show(query, deleted_screen(words))


async def show_erased(query: CallbackQuery, words: Words) -> None:
    """That everything is deleted, in the other language."""
    await show(query, deleted_screen(words))
