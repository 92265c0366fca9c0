"""/verify: how to tell this bot from a copy (P18)."""

from collections.abc import Iterator

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.content import units
from bot.core.pagination import GAP
from bot.handlers.seminars.screens import shown_link
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import COPIED_UNITS, Row, Screen, Words, show

LINKS_COPIED = 3
"""Official pages with a button each; the text has all of them."""

LABEL_SIGNS = 32
"""What a button shows whole on a phone."""


def verify_screen(words: Words, presentation: Presentation) -> Screen:
    """Draw the name to compare, where it is published, what comes after this bot, what we never ask, how to report."""
    links = [words("verify-link", url=link, shown=shown_link(link)) for link in presentation.official_links]
    official = "\n".join((words("verify-official"), *links)) if links else words("verify-no-links")
    name = words("verify-name", username=presentation.username, links=len(links))
    report = words("verify-report", links=len(links))
    text = (words("verify-title"), name, official, *_after(words, presentation), words("verify-never"), report)
    footer = words.footer(Go(lang=words.locale, to=Place.VERIFY), words.to_more())
    return Screen(GAP.join(text), (*_copies(words, presentation), footer))


def _after(words: Words, presentation: Presentation) -> tuple[str, ...]:
    """Return where the bot is found when Telegram has taken this one away; nothing when nobody has said so."""
    successor, links = presentation.successor, len(presentation.official_links)
    if not successor:
        return ()
    url = f"https://t.me/{successor[1:]}" if successor.startswith("@") else successor
    return (words("verify-successor", url=url, shown=shown_link(successor), links=links),)


def _copies(words: Words, presentation: Presentation) -> Iterator[Row]:
    """Yield a button for each address that a person may want to keep outside of Telegram."""
    if presentation.successor:
        yield (words.copy("verify-copy-successor", presentation.successor),)
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
