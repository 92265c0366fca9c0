"""/verify: how to tell this bot from a copy (P18)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.pagination import GAP
from bot.handlers.seminars.screens import shown_link
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words, show


def verify_screen(words: Words, presentation: Presentation) -> Screen:
    """Draw the name to compare, where it is published, what we never ask, and how to report a clone."""
    links = [words("verify-link", url=link, shown=shown_link(link)) for link in presentation.official_links]
    official = "\n".join((words("verify-official"), *links)) if links else words("verify-no-links")
    name = words("verify-name", username=presentation.username, links=len(links))
    report = words("verify-report", links=len(links))
    text = (words("verify-title"), name, official, words("verify-never"), report)
    return Screen(GAP.join(text), (words.footer(Go(lang=words.locale, to=Place.VERIFY), words.to_more()),))


def router() -> Router:
    """Return the routes of /verify."""
    routes = Router(name="verify")
    routes.message.register(show_verify, TypedCommand("verify"))
    routes.callback_query.register(show_verify, Go.filter(F.to == Place.VERIFY))
    return routes


async def show_verify(event: Message | CallbackQuery, words: Words, presentation: Presentation) -> None:
    """/verify, and its button."""
    await show(event, verify_screen(words, presentation))
