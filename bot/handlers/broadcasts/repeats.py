"""The buttons under a report that repeat a run to exactly those it did not reach (A8)."""

from bot.core.mailings.mailings import Mailing
from bot.core.mailings.missed import REPEATABLE, Missed, MissedCounts
from bot.handlers.ui.callbacks import Deed, RowNumber
from bot.handlers.ui.screens import Row, Words


class RepeatBroadcast(Deed, prefix="bcr"):
    """Draft the same texts for those whom a run missed so; its preview sends to nobody yet."""

    mailing: RowNumber
    missed: Missed


def repeat_rows(words: Words, mailing: Mailing, missed: MissedCounts) -> tuple[Row, ...]:
    """Return a button for those who were refused, and apart one for those who may have it already."""
    return tuple(
        (
            words.button(
                f"broadcasts-repeat-{how}",
                RepeatBroadcast(lang=words.locale, mailing=mailing.id, missed=how),
                count=missed.of(how),
            ),
        )
        for how in REPEATABLE
        if missed.of(how)
    )
