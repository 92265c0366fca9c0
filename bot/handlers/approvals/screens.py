"""What another admin sees of a large broadcast (A4): the request with its two buttons, and that one goes out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.mailings.approval import mark_for
from bot.core.mailings.mailings import Mailing, MailingState
from bot.core.mailings.previews import Preview
from bot.core.pagination import GAP
from bot.handlers.broadcasts.screens import ShowBroadcast, audience_line
from bot.handlers.ui.callbacks import Deed, RowNumber
from bot.handlers.ui.screens import Screen, Words
from bot.wording.moments import moment, relative


class ApproveBroadcast(Deed, prefix="bpa"):
    """Approve what was shown: ``mark`` fits this admin and this request only (R11)."""

    mailing: RowNumber
    mark: str


class RefuseBroadcast(Deed, prefix="bpr"):
    """Refuse it: nobody is told."""

    mailing: RowNumber


def request_screen(
    words: Words, admin: int, mailing: Mailing, preview: Preview, who: str, zones: Sequence[str]
) -> Screen:
    """Draw the card under the copies, for this admin."""
    approve = ApproveBroadcast(lang=words.locale, mailing=mailing.id, mark=mark_for(admin, mailing))
    refuse = RefuseBroadcast(lang=words.locale, mailing=mailing.id)
    rows = ((words.button("broadcasts-approve", approve),), (words.button("broadcasts-refuse", refuse),))
    asked = audience_line(words, replace(preview, recipients=mailing.counters.total))
    blocks = [words("broadcasts-request", who=who, audience=asked)]
    if mailing.quiet:
        blocks.append(words("broadcasts-quiet"))
    if mailing.due is not None:
        blocks.append(_due(words, mailing.due, zones))
    if mailing.until is not None:
        blocks.append(words("broadcasts-request-until", moment=moment(words, mailing.until, zones)))
    return Screen(GAP.join(blocks), (*rows, words.footer(ShowBroadcast(lang=words.locale, mailing=mailing.id))))


def approved_screen(words: Words, mailing: int) -> Screen:
    """Say to the approver what was done, with the way to how the run goes: this card is not kept up to date."""
    here = ShowBroadcast(lang=words.locale, mailing=mailing)
    return Screen(words("broadcasts-approved-card"), ((words.button("broadcasts-show-run", here),), words.footer(here)))


def announcement_screen(words: Words, mailing: Mailing, who: str, approver: str, zones: Sequence[str]) -> Screen:
    """Say who sends to how many, and when; nothing of what."""
    blocks = [words("broadcasts-announced", who=who, count=mailing.counters.total)]
    if approver:
        blocks.append(words("broadcasts-announced-approver", who=approver))
    if mailing.state is MailingState.SCHEDULED and mailing.due is not None:
        blocks.append(_due(words, mailing.due, zones))
    elif mailing.started is not None:
        blocks.append(words("broadcasts-announced-started", moment=moment(words, mailing.started, zones)))
    return Screen("\n".join(blocks))


def _due(words: Words, due: datetime, zones: Sequence[str]) -> str:
    return words("broadcasts-due", moment=moment(words, due, zones), relative=relative(words, due))
