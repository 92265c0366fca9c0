"""The buttons of what is done with delivered messages (A7)."""

from bot.core.mailings.amendments import AmendmentOrder
from bot.handlers.ui.callbacks import Deed, RowNumber, Spoken


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
    """Show another admin's edit, with the very copies."""

    mailing: RowNumber


class ApproveEdit(Deed, prefix="bay"):
    """Edit everywhere what another admin drafted: ``mark`` fits who approves and these texts only (R11)."""

    mailing: RowNumber
    mark: str
    shown: RowNumber
