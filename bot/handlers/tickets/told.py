"""What is said about tickets: headers and sentences in the lawyers' group, sentences to askers (P10, A10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.content import Button, Content
from bot.core.locales import Locale
from bot.core.tickets.codes import Code
from bot.core.tickets.errands import Errand
from bot.core.tickets.tickets import Sentence
from bot.handlers.tickets.ask_buttons import answer_rows
from bot.handlers.tickets.ask_screens import begin_row
from bot.handlers.tickets.group_screens import Header, header_screen
from bot.handlers.ui.screens import Row, Words
from bot.handlers.ui.ticket_names import code_name
from bot.texts import Texts

ASKED_AGAIN = frozenset({Sentence.EXPIRED, Sentence.SOURCE_GONE, Sentence.RESTORED})
"""Sentences with a button to ask anew; a lawyer who closes may have muted, and that is no invitation."""


@dataclass(frozen=True)
class TicketWords:
    """core.tickets.errands.ErrandWords; ``group``: the language of the lawyers' group."""

    texts: Texts
    group: Locale

    def topic(self, code: Code) -> str:
        """Return a topic's name."""
        return code_name(Words(self.texts, self.group), code)

    def header(self, code: Code, ticket: int, asker: Locale) -> Content:
        """Return the message above a ticket's copies."""
        screen = header_screen(Words(self.texts, self.group), Header(ticket, code, asker))
        return Content(screen.text, keyboard=buttons_of(screen.rows))

    def sentence(self, errand: Errand) -> Content:
        """Return a sentence of ours, in the language of whoever reads it."""
        words = Words(self.texts, self.group if errand.to_group else errand.variant.language)
        rows = (begin_row(words),) if errand.word in ASKED_AGAIN else ()
        text = words(f"ticket-told-{errand.word}", code=code_name(words, errand.code))
        return Content(text, keyboard=buttons_of(rows))

    def under_answer(self, errand: Errand) -> tuple[tuple[Button, ...], ...]:
        """Return the buttons under an answer."""
        return buttons_of(answer_rows(Words(self.texts, errand.variant.language), errand.ticket, errand.code))

    def whose_album(self, errand: Errand) -> str:
        """Return what is said below an album."""
        words = Words(self.texts, errand.variant.language)
        return words("ticket-notices-album", code=code_name(words, errand.code))

    def delivered(self) -> str:
        """Return the short reply for groups that forbid reactions."""
        return Words(self.texts, self.group)("ticket-notices-delivered")


def buttons_of(rows: Sequence[Row]) -> tuple[tuple[Button, ...], ...]:
    """Return a screen's buttons as what is carried has them."""
    return tuple(tuple(Button(each.text, each.callback_data, each.url) for each in row) for row in rows)
