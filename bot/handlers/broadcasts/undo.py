"""The card of a broadcast that can still be taken back, and its one button (A4)."""

from bot.core.mailings.mailings import Mailing
from bot.handlers.broadcasts.screens import ShowBroadcast
from bot.handlers.ui.callbacks import Deed, RowNumber
from bot.handlers.ui.screens import Screen, Words


class TakeBack(Deed, prefix="bcu"):
    """Take back a broadcast; what has begun is cancelled."""

    mailing: RowNumber


def undo_screen(words: Words, mailing: Mailing, seconds: int) -> Screen:
    """Say that nobody was told yet, and count the seconds on the button."""
    text = words("broadcasts-window", count=mailing.counters.total)
    button = words.button("broadcasts-undo", TakeBack(lang=words.locale, mailing=mailing.id), seconds=seconds)
    # No button to another screen: the next refresh would draw the card over it.
    return Screen(text, ((button,), (words.switch(ShowBroadcast(lang=words.locale, mailing=mailing.id)),)))
