"""The buttons of what is done with delivered messages (A7)."""

from bot.core.mailings.amendments import AmendmentOrder
from bot.core.mailings.mailings import Mailing
from bot.core.mailings.missed import MissedCounts
from bot.handlers.ui.callbacks import Deed, RowNumber, Spoken
from bot.handlers.ui.screens import Row, Words


class ShowAmendment(Spoken, prefix="bam"):
    """Show an amendment as it is now."""

    amendment: RowNumber


class AskRetraction(Spoken, prefix="bar"):
    """Say how many messages of a broadcast can be deleted, and ask."""

    mailing: RowNumber


class DeleteEverywhere(Deed, prefix="bad"):
    """Delete what was shown: ``mark`` fits this admin, broadcast and moment only (R11), ``shown`` is its count."""

    mailing: RowNumber
    mark: str
    shown: RowNumber


class ControlAmending(Deed, prefix="bac"):
    """Pause, resume or end an amendment."""

    amendment: RowNumber
    order: AmendmentOrder


class BeginEdit(Deed, prefix="bae"):
    """Start a draft with the texts of a broadcast as they are, to be edited."""

    mailing: RowNumber


class EditSent(Deed, prefix="bax"):
    """Edit everywhere as previewed: ``mark`` fits this admin and these texts only (R11), ``shown`` is its count."""

    mailing: RowNumber
    mark: str
    shown: RowNumber


class BeginCorrection(Deed, prefix="baf"):
    """Start a draft for exactly those who got a broadcast."""

    mailing: RowNumber


class ReviewEdit(Spoken, prefix="baw"):
    """Show another admin's edit, with the very copies: ``mark`` fits the texts that its author confirmed only (R11)."""

    mailing: RowNumber
    mark: str


class ApproveEdit(Deed, prefix="bay"):
    """Edit everywhere what another admin drafted: ``mark`` fits who approves and these texts only (R11)."""

    mailing: RowNumber
    mark: str
    shown: RowNumber


def amend_rows(words: Words, mailing: Mailing, after: MissedCounts) -> tuple[Row, ...]:
    """Return the buttons of a report for what was delivered: what is done with it now, or what may be."""
    locale, number = words.locale, mailing.id
    buttons = []
    if after.within and mailing.over:
        buttons.append(words.button("amendments-edit", BeginEdit(lang=locale, mailing=number)))
    if after.within:
        buttons.append(words.button("amendments-delete", AskRetraction(lang=locale, mailing=number)))
    if after.got:
        buttons.append(words.button("amendments-correct", BeginCorrection(lang=locale, mailing=number)))
    if after.amended:
        buttons.append(words.button("amendments-show", ShowAmendment(lang=locale, amendment=after.amended)))
    return tuple((button,) for button in buttons)
