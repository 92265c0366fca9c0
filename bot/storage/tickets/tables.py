"""The repositories of tickets."""

from dataclasses import dataclass

from bot.storage.db.database import Database
from bot.storage.tickets.answers import TicketAnswers
from bot.storage.tickets.asking import AskRepository
from bot.storage.tickets.numbers import NumbersRepository


@dataclass(frozen=True)
class TicketTables:
    """What each side works with: lawyers, askers, admins."""

    answers: TicketAnswers
    asking: AskRepository
    numbers: NumbersRepository


def ticket_tables(database: Database) -> TicketTables:
    """Return them over an opened database."""
    return TicketTables(TicketAnswers(database), AskRepository(database), NumbersRepository(database))
