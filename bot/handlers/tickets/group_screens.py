"""What the bot shows in the lawyers' group: the header of a question, and the question about a second answer."""

from dataclasses import dataclass

from bot.core.locales import Locale
from bot.core.tickets.codes import Code
from bot.core.tickets.tickets import Ticket
from bot.handlers.tickets.group_buttons import DecideAnswer, TakeTicket
from bot.handlers.ui.screens import Screen, Words
from bot.handlers.ui.ticket_names import code_name
from bot.texts import Safe

NAME_SIGNS = 32
"""A longer first name of a lawyer is cut: it stands in a header on a phone."""


@dataclass(frozen=True)
class Header:
    """What stands above a question: its name, its writer's language, and who works on it.

    ``taker`` is a first name as Telegram tells it, shown there and stored nowhere.
    """

    ticket: int
    code: Code
    asker: Locale
    taker: str = ""


def header_of(ticket: Ticket, taker: str = "") -> Header:
    """Return what stands above a ticket."""
    return Header(ticket.id, ticket.code, ticket.locale, taker)


def header_screen(words: Words, header: Header) -> Screen:
    """Draw it, with how to answer."""
    language = words("lawyers-language-ru" if header.asker is Locale.RU else "lawyers-language-en")
    text = words("lawyers-header", code=code_name(words, header.code), language=Safe(language))
    take = TakeTicket(lang=words.locale, ticket=header.ticket, on=not header.taker)
    if not header.taker:
        return Screen(text, ((words.button("lawyers-take", take),),))
    taker = header.taker
    name = taker if len(taker) <= NAME_SIGNS else f"{taker[: NAME_SIGNS - 1]}…"
    return Screen("\n".join((text, words("lawyers-taken-by", name=name))), ((words.button("lawyers-let-go", take),),))


def held_screen(words: Words, row: int) -> Screen:
    """Ask whether a second answer is to be sent too."""
    send, drop = (DecideAnswer(lang=words.locale, row=row, send=each) for each in (True, False))
    return Screen(
        words("lawyers-held"), ((words.button("lawyers-send-too", send), words.button("lawyers-do-not-send", drop)),)
    )
