"""What an admin sees of changing or deleting what was delivered: the question, the progress, the report (A7)."""

from dataclasses import asdict

from aiogram.types import InlineKeyboardButton

from bot.core.mailings.amendments import Amendment, AmendmentKind, AmendmentOrder, AmendmentState, Retraction
from bot.core.mailings.approval import AskedSecond
from bot.core.mailings.mailings import MailingState
from bot.core.seminars.drafts import MARK_SIGNS
from bot.handlers.broadcasts.amendment_buttons import (
    AskRetraction,
    ControlAmending,
    DeleteEverywhere,
    ReviewEdit,
    ShowAmendment,
)
from bot.handlers.broadcasts.bars import bar
from bot.handlers.broadcasts.screens import ShowBroadcast
from bot.handlers.ui.screens import Screen, Words


def retraction_screen(words: Words, asked: Retraction, *, recounted: bool = False) -> Screen:
    """Ask whether to delete a broadcast everywhere; say first how many are out of reach."""
    reach, number = asked.reach, asked.mailing.id
    blocks = [words("amendments-ask-delete", within=reach.within, beyond=reach.beyond)]
    if recounted:
        blocks.insert(0, words("amendments-recounted"))
    if reach.twice:
        blocks.append(words("amendments-twice", count=reach.twice))
    if asked.mailing.state is MailingState.STOPPED:
        blocks.append(words("amendments-ends-run"))
    if reach.under_way:
        blocks.append(words("amendments-under-way"))
    confirm = DeleteEverywhere(lang=words.locale, mailing=number, mark=asked.mark, shown=reach.within)
    send = words.button("amendments-confirm-delete", confirm, count=reach.within)
    here, back = (kind(lang=words.locale, mailing=number) for kind in (AskRetraction, ShowBroadcast))
    return Screen("\n\n".join(blocks), ((send,), words.footer(here, back)))


def amendment_screen(words: Words, amendment: Amendment) -> Screen:
    """Draw how far an amendment is, or how it ended."""
    counters = asdict(amendment.counters)
    which = f"{amendment.kind}-{amendment.state}"
    blocks = [words(f"amendments-state-{which}")]
    here = ShowAmendment(lang=words.locale, amendment=amendment.id)
    if amendment.over:
        blocks.append(words(f"amendments-report-{amendment.kind}", **counters))
        if amendment.counters.remaining:
            blocks.append(words("amendments-untouched", count=amendment.counters.remaining))
        if amendment.beyond:
            blocks.append(words("amendments-beyond", count=amendment.beyond))
        back = ShowBroadcast(lang=words.locale, mailing=amendment.mailing)
        return Screen("\n\n".join(blocks), (words.footer(here, back),))
    drawn = {name: counters[name] for name in ("done", "unreachable", "failed")}
    total, remaining = amendment.counters.total, amendment.counters.remaining
    blocks.append(
        words(f"amendments-progress-{amendment.kind}", bar=bar(total, remaining), remaining=remaining, **drawn)
    )
    if amendment.held and amendment.state is AmendmentState.RUNNING:
        blocks.append(words("broadcasts-held"))
    return Screen("\n\n".join(blocks), (_controls(words, amendment), (words.switch(here),)))


def _controls(words: Words, amendment: Amendment) -> tuple[InlineKeyboardButton, ...]:
    running = amendment.state is AmendmentState.RUNNING
    orders = (AmendmentOrder.PAUSE if running else AmendmentOrder.RESUME, AmendmentOrder.END)
    return tuple(
        words.button(f"amendments-{order}", ControlAmending(lang=words.locale, amendment=amendment.id, order=order))
        for order in orders
    )


def told_screen(words: Words, amendment: Amendment) -> Screen:
    """Tell the other admins what one of them has begun."""
    kind: AmendmentKind = amendment.kind
    show = words.button("amendments-show", ShowAmendment(lang=words.locale, amendment=amendment.id))
    text = words(f"amendments-told-{kind}", number=amendment.mailing, count=amendment.counters.total)
    return Screen(text, ((show,),))


def review_button(words: Words, draft: int, content_hash: str) -> ReviewEdit:
    """Return what shows the copies of an edit as long as it is exactly what its author confirmed."""
    return ReviewEdit(lang=words.locale, mailing=draft, mark=content_hash[:MARK_SIGNS])


def asked_screen(words: Words, draft: int, asked: AskedSecond) -> Screen:
    """Ask another admin to look at an edit."""
    review = words.button("amendments-review", review_button(words, draft, asked.content_hash))
    return Screen(words("amendments-edit-asks", count=asked.recipients), ((review,),))


def amendment_gone_screen(words: Words, amendment: int) -> Screen:
    """Say that nothing is known of it any more."""
    here = ShowAmendment(lang=words.locale, amendment=amendment)
    return Screen(words("amendments-gone"), (words.footer(here),))


def unreachable_screen(words: Words, mailing: int) -> Screen:
    """Say that there is nothing to delete: it is being done, or no number is known any more."""
    here, back = (kind(lang=words.locale, mailing=mailing) for kind in (AskRetraction, ShowBroadcast))
    return Screen(words("amendments-nothing"), (words.footer(here, back),))
