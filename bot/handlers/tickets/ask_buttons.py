"""The buttons of the asker's side; those under an answer are drawn by what delivers it."""

from typing import Annotated

from pydantic import Field

from bot.core.tickets.codes import Code
from bot.handlers.ui.callbacks import Deed, RowNumber, Spoken
from bot.handlers.ui.screens import Row, Words
from bot.handlers.ui.ticket_names import code_name

MessageNumber = Annotated[int, Field(ge=0, lt=2**52)]
"""What can be a message's number; a forged one finds nothing."""


class BeginQuestion(Deed, prefix="tkb"):
    """«Задать вопрос»: wait for the text of a new question."""


class AddToTicket(Deed, prefix="tka"):
    """«Дополнить»: wait for more text of a question that was sent."""

    ticket: RowNumber


class SendQuestion(Deed, prefix="tks"):
    """«Отправить»: ``last`` is the newest message that was shown to be sent; with a newer one it asks again."""

    last: MessageNumber


class ChangeQuestion(Deed, prefix="tkc"):
    """«Изменить»: wait for the text anew."""


class CancelQuestion(Deed, prefix="tkx"):
    """«Отмена»: send nothing."""


class ShowDraft(Spoken, prefix="tkd"):
    """Show what the draft waits for."""


class AskToClose(Spoken, prefix="tkq"):
    """Show the one question before a ticket is closed."""

    ticket: RowNumber


class CloseTicket(Deed, prefix="tkz"):
    """Close a ticket; obeyed however late (R15)."""

    ticket: RowNumber


class ShowTicket(Spoken, prefix="tkt"):
    """Show where a ticket stands."""

    ticket: RowNumber


class ShowTicketBelow(Spoken, prefix="tku"):
    """«Ответ юриста · Клён-417»: show the ticket below the answer, which stays as it is."""

    ticket: RowNumber


def ticket_rows(words: Words, ticket: int) -> tuple[Row, ...]:
    """Return «Дополнить» and «Закрыть вопрос», each in a row of its own: side by side a phone cuts them."""
    locale = words.locale
    add = words.button("tickets-add", AddToTicket(lang=locale, ticket=ticket))
    return (add,), (words.button("tickets-close", AskToClose(lang=locale, ticket=ticket)),)


def answer_rows(words: Words, ticket: int, code: Code) -> tuple[Row, ...]:
    """Return the buttons under an answer; the first says whose it is, to which question: the copy says neither."""
    below = ShowTicketBelow(lang=words.locale, ticket=ticket)
    return (words.button("tickets-answer", below, code=code_name(words, code)),), *ticket_rows(words, ticket)
