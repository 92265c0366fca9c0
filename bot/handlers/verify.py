"""/verify: how to tell this bot from a copy (P18)."""

from collections.abc import Iterator

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.content import units
from bot.core.pagination import GAP
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import COPIED_UNITS, Row, Screen, Words, show
from bot.wording.carried_text import bot_of
from bot.wording.seminar_lines import shown_link
from bot.wording.verify_text import verify_text

LINKS_COPIED = 3
"""Official pages with a button each; the text has all of them."""

LABEL_SIGNS = 32
"""What a button shows whole on a phone."""


def verify_screen(words: Words, presentation: Presentation) -> Screen:
    """Draw the name to compare, where it is published, what comes after this bot, what we never ask, how to report."""
    shown = verify_text(words, presentation.username, presentation.addresses)
    footer = words.footer(Go(lang=words.locale, to=Place.VERIFY), words.to_more())
    here = Go(lang=words.locale, to=Place.CARRY, came=Place.VERIFY)
    carry = ((words.button("label-carry", here),),) if bot_of(presentation.successor) else ()
    return Screen(GAP.join((words("verify-title"), *shown)), (*carry, *_copies(words, presentation), footer))


def _copies(words: Words, presentation: Presentation) -> Iterator[Row]:
    """Yield a button for each address that a person may want to keep outside of Telegram."""
    if presentation.successor:
        yield (words.copy("verify-copy-successor", presentation.successor),)
    if presentation.site and units(presentation.site) <= COPIED_UNITS:
        yield (words.copy("verify-copy-site", presentation.site),)
    for link in presentation.official_links[:LINKS_COPIED]:
        if units(link) <= COPIED_UNITS and len(shown_link(link)) <= LABEL_SIGNS:
            yield (words.copy("verify-copy", link, shown=shown_link(link)),)


def router() -> Router:
    """Return the routes of /verify."""
    routes = Router(name="verify")
    routes.message.register(show_verify, TypedCommand("verify"))
    routes.callback_query.register(show_verify, Go.filter(F.to == Place.VERIFY))
    return routes


async def show_verify(event: Message | CallbackQuery, words: Words, presentation: Presentation) -> None:
    """/verify, and its button."""
    await show(event, verify_screen(words, presentation))
