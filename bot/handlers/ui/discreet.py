"""The neutral first message of discreet mode, and a screen as stored content (S5)."""

from collections.abc import Sequence

from bot.core.content import Button, Content
from bot.core.mailings.mailings import MailingKind
from bot.handlers.ui.callbacks import Spoken
from bot.handlers.ui.screens import Row, Words


def discreet(words: Words, kind: MailingKind, opening: Spoken) -> Content:
    """Return a first message that shows other people who see the screen nothing of its subject (S5)."""
    return content_of([words(f"reminders-discreet-{kind.value}")], ((words.button("reminders-open", opening),),))


def content_of(blocks: Sequence[str], rows: Sequence[Row]) -> Content:
    """Return paragraphs and buttons in the form that is stored with a mailing."""
    keyboard = tuple(tuple(Button(b.text, b.callback_data, b.url) for b in row) for row in rows)
    return Content("\n\n".join(blocks), keyboard=keyboard)
