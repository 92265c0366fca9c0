"""The asker's screens: the notice, a draft, a ticket (P10)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.faq.topics import Tree
from bot.core.pagination import GAP, QUOTE
from bot.core.tickets.asking import AskDraft, AskRefusal, Standing, away_now, full
from bot.core.tickets.group import LawyersGroup
from bot.core.tickets.identity import Found
from bot.core.tickets.tickets import Ticket, TicketState
from bot.core.tickets.waiting import Waiting
from bot.handlers.tickets.ask_buttons import (
    AskToClose,
    BeginQuestion,
    CancelQuestion,
    ChangeQuestion,
    CloseTicket,
    SendQuestion,
    ShowDraft,
    ShowTicket,
    ticket_rows,
)
from bot.handlers.tickets.group_faults import group_faults
from bot.handlers.ui.callbacks import Go, Place, Spoken
from bot.handlers.ui.screens import Row, Screen, Words
from bot.handlers.ui.ticket_names import code_name
from bot.wording.moments import moment

TO_HELP = frozenset({AskRefusal.GROUP, AskRefusal.UNSEEN, AskRefusal.MUTED, AskRefusal.BUSY, AskRefusal.OFTEN})
"""Refusals that lead to help elsewhere."""


def here(words: Words) -> Go:
    """Return the button that shows the first screen."""
    return Go(lang=words.locale, to=Place.ASK)


def begin_row(words: Words) -> Row:
    """Return «Задать вопрос»."""
    return (words.button("tickets-begin", BeginQuestion(lang=words.locale)),)


HelpRows = Callable[[Words, Tree], tuple[Row, ...]]
"""The ways to a person who may advise; the FAQ has them."""


@dataclass(frozen=True)
class AskScreens:
    """Draws what needs to know of the lawyers' group, or of the zones in which times are read by old apps."""

    group: LawyersGroup
    zones: tuple[str, ...]
    help_rows: HelpRows

    def nobody(self, words: Words, tree: Tree) -> Screen:
        """Draw that this bot has no lawyers, and where they are found."""
        return Screen(words("tickets-none"), (*self.help_rows(words, tree), words.footer(here(words))))

    def front(self, words: Words, tree: Tree, standing: Standing, *, admin: bool = False) -> Screen:
        """Draw the open tickets, and below them what is to be known before one asks."""
        mine = [line(words, ticket) for ticket in standing.tickets]
        until = [words("tickets-until", until=self._until(words, each.expires)) for each in standing.tickets]
        listed = ("\n".join((words("tickets-mine"), *mine, *(until if len(until) == 1 else ()))),) if mine else ()
        told, rows = self._offer(words, tree, standing, admin=admin)
        text = GAP.join((words("tickets-title"), *listed, *told))
        return Screen(text, (*_ticket_rows(words, standing.tickets), *rows, words.footer(here(words))))

    def _offer(
        self, words: Words, tree: Tree, standing: Standing, *, admin: bool
    ) -> tuple[tuple[str, ...], tuple[Row, ...]]:
        """Return what is said below the tickets, and its rows."""
        elsewhere = ((words.go("label-faq", Place.FAQ),), *self.help_rows(words, tree))
        if away := away_now(self.group):
            missing = (self.missing(words),) if admin else ()
            return (words(f"tickets-refused-{away}"), *missing), elsewhere
        if standing.muted:
            return (words("tickets-refused-muted"),), elsewhere
        if standing.draft:
            return (words("tickets-unsent"),), ((words.button("tickets-continue", ShowDraft(lang=words.locale)),),)
        if full(standing.tickets):
            return (words("tickets-refused-many"),), ()
        kept, waiting = words("tickets-kept").join(QUOTE), waiting_text(words, standing.waiting)
        return ("\n".join((words("tickets-notice"), kept, waiting)),), (begin_row(words),)

    def missing(self, words: Words) -> str:
        """Return what an admin is to mend in the group."""
        return "\n".join((words("tickets-missing"), group_faults(words, self.group)))

    def ticket(self, words: Words, ticket: Ticket, *, waiting: Waiting | None = None, added: bool = False) -> Screen:
        """Draw one ticket; with ``waiting`` it was sent just now, or something was ``added`` to it."""
        last = words.footer(ShowTicket(lang=words.locale, ticket=ticket.id), here(words))
        if not ticket.open:
            closed = words("tickets-closed", code=code_name(words, ticket.code))
            return Screen(closed, (begin_row(words), last))
        until = words("tickets-until", until=self._until(words, ticket.expires))
        text = GAP.join((*_standing(words, ticket, waiting, added=added), until))
        return Screen(text, (*ticket_rows(words, ticket.id), last))

    def closing(self, words: Words, ticket: Ticket) -> Screen:
        """Draw the one question before a ticket is closed."""
        close = words.button("tickets-close-now", CloseTicket(lang=words.locale, ticket=ticket.id))
        text = words("tickets-closing", code=code_name(words, ticket.code))
        return Screen(text, ((close,), words.footer(AskToClose(lang=words.locale, ticket=ticket.id), here(words))))

    def refused(self, words: Words, tree: Tree, refusal: AskRefusal) -> Screen:
        """Draw why nothing is taken."""
        if refusal in TO_HELP:
            rows: tuple[Row, ...] = ((words.go("label-faq", Place.FAQ),), *self.help_rows(words, tree))
        else:
            rows = (begin_row(words),) if refusal is AskRefusal.CLOSED else ()
        return Screen(words(f"tickets-refused-{refusal}"), (*rows, words.footer(here(words))))

    def _until(self, words: Words, until: datetime) -> str:
        return moment(words, until, self.zones)


def line(words: Words, ticket: Ticket) -> str:
    """Return a ticket's name and where it stands."""
    return words("tickets-line", code=code_name(words, ticket.code), state=words(state_key(ticket)))


def state_key(ticket: Ticket) -> str:
    """Return the key of where an open ticket stands."""
    if ticket.state is TicketState.ANSWERED:
        return "tickets-answered"
    return "tickets-handed" if ticket.header else "tickets-waiting"


def _standing(words: Words, ticket: Ticket, waiting: Waiting | None, *, added: bool) -> tuple[str, ...]:
    """Return an open ticket's name and where it stands, or what was sent just now and how long an answer takes."""
    code = code_name(words, ticket.code)
    if waiting is None:
        return (words("tickets-code-state", code=code, state=words(state_key(ticket))),)
    sent = words("tickets-added" if added else "tickets-sent")
    return words("tickets-code", code=code), sent, waiting_text(words, waiting)


def waiting_text(words: Words, waiting: Waiting) -> str:
    """Return how long an answer takes, as far as that is known."""
    if waiting.silent:
        return words("tickets-silent")
    if waiting.usual is None:
        return words("tickets-usual-unknown")
    unit, count = waiting.usual
    return words(f"tickets-usual-{unit}", count=count)


def draft_screen(words: Words, draft: AskDraft, ticket: Ticket | None, found: Sequence[Found] = ()) -> Screen:
    """Draw what a draft waits for: its text, or «Отправить»; ``found`` is warned of."""
    here_draft = ShowDraft(lang=words.locale)
    about = (words("tickets-adding", code=code_name(words, ticket.code)),) if ticket else ()
    if not draft.messages:
        cancel = words.button("cancel", CancelQuestion(lang=words.locale))
        return Screen(GAP.join((*about, words("tickets-write"))), ((cancel,), words.footer(here_draft)))
    parts = words("tickets-check", count=len(draft.messages))
    text = GAP.join((*about, parts, *_warned(words, found)))
    return Screen(text, (*check_rows(words, draft), words.footer(here_draft)))


def check_rows(words: Words, draft: AskDraft) -> tuple[Row, ...]:
    """Return «Отправить», «Изменить», «Отмена»."""
    locale = words.locale
    change = words.button("tickets-change", ChangeQuestion(lang=locale))
    return (
        (words.button("tickets-send", SendQuestion(lang=locale, last=max(draft.messages))),),
        (change, words.button("cancel", CancelQuestion(lang=locale))),
    )


def with_sentence(words: Words, sentence: str, screen: Screen) -> Screen:
    """Return a screen with a sentence above it."""
    return Screen(GAP.join((words(sentence), screen.text)), screen.rows)


def not_accepted_screen(words: Words, draft: AskDraft, found: Sequence[Found]) -> Screen:
    """Draw what in a text would tell who asks, and that it was not taken."""
    text = GAP.join((words("tickets-not-accepted"), places(words, found), words("tickets-not-accepted-how")))
    if draft.messages:
        text = GAP.join((text, words("tickets-check", count=len(draft.messages))))
        return Screen(text, (*check_rows(words, draft), words.footer(ShowDraft(lang=words.locale))))
    cancel = words.button("cancel", CancelQuestion(lang=words.locale))
    return Screen(text, ((cancel,), words.footer(ShowDraft(lang=words.locale))))


def places(words: Words, found: Iterable[Found]) -> str:
    """Return each place on a line of its own."""
    return "\n".join(words(f"tickets-found-{each.identity}", place=each.place) for each in found)


def _warned(words: Words, found: Sequence[Found]) -> tuple[str, ...]:
    return ("\n".join((words("tickets-warned"), places(words, found))),) if found else ()


def _ticket_rows(words: Words, tickets: Sequence[Ticket]) -> tuple[Row, ...]:
    """Return the buttons of one ticket, or of several one each, named by its code."""
    if len(tickets) == 1:
        return ticket_rows(words, tickets[0].id)
    shown: list[tuple[str, Spoken]] = [
        (code_name(words, ticket.code), ShowTicket(lang=words.locale, ticket=ticket.id)) for ticket in tickets
    ]
    return tuple((words.button("tickets-open", target, code=name),) for name, target in shown)
