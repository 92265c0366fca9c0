"""All answers as one file that can be read when Telegram does not work (P19)."""

from dataclasses import dataclass, field

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.core.faq.topics import Tree
from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.core.subscribers.subscribers import Subscribers
from bot.handlers.ui.callbacks import Go, Place, Spoken
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, show
from bot.texts import Texts
from bot.wording.offline_page import offline_page
from bot.wording.verify_text import Addresses
from bot.wording.wording import Wording


class GetOffline(Spoken, prefix="off"):
    """Send the file."""


@dataclass
class OfflineFile:
    """The page, once for each language it begins in: made anew with every tree, and each day has its own."""

    texts: Texts
    addresses: Addresses
    _made: dict[Locale, bytes] = field(default_factory=dict)
    _of: Tree | None = None

    def __call__(self, tree: Tree, first: Locale) -> bytes:
        """Return the page of the tree's day that begins in a language."""
        if self._of is not tree:
            self._of, self._made = tree, {}
        if first not in self._made:
            words = {locale: Wording(self.texts, locale) for locale in Locale}
            self._made[first] = offline_page(words, tree, self.addresses, first).encode()
        return self._made[first]


def offline_screen(words: Words) -> Screen:
    """Draw what the file is, before it is on a phone."""
    rows = (
        (words.button("offline-get", GetOffline(lang=words.locale)),),
        words.footer(Go(lang=words.locale, to=Place.OFFLINE), words.to_more()),
    )
    return Screen(GAP.join((words("offline-title"), words("offline-text"))), rows)


def router() -> Router:
    """Return the routes of the file."""
    routes = Router(name="offline")
    routes.message.register(show_offline, TypedCommand("file"))
    routes.callback_query.register(show_offline, Go.filter(F.to == Place.OFFLINE))
    routes.callback_query.register(send_offline, GetOffline.filter())
    return routes


async def show_offline(event: Message | CallbackQuery, words: Words) -> None:
    """/file, and its button: what the file is."""
    await show(event, offline_screen(words))


async def send_offline(
    query: CallbackQuery, words: Words, tree: Tree, subscribers: Subscribers, offline_file: OfflineFile, bot: Bot
) -> None:
    """The file; in discreet mode its name is neutral."""
    row = await subscribers.get(query.from_user.id)
    discreet = row is not None and row.discreet
    name = words.plain("offline-name-discreet" if discreet else "offline-name")
    await query.answer()
    page = offline_file(tree, words.locale)
    await bot.send_document(query.from_user.id, BufferedInputFile(page, f"{name}.html"))
