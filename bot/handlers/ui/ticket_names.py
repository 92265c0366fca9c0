"""The name of a ticket in the reader's language, «Клён-417»."""

from bot.core.tickets.codes import Code
from bot.handlers.ui.screens import Words


def code_name(words: Words, code: Code) -> str:
    """Return the name; it holds no sign that means anything in HTML."""
    return f"{words.plain(f'ticket-word-{code.word}')}-{code.number}"
