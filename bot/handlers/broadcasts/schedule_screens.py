"""What an admin sees of broadcasts for later: the moment shown back, the question instead of it, the list (A5)."""

from collections.abc import Sequence
from enum import StrEnum

from aiogram.types import InlineKeyboardButton

from bot.core.clock import epoch
from bot.core.mailings.mailings import Hold, Mailing, MailingState
from bot.core.pagination import GAP
from bot.core.seminars.form import FormError
from bot.core.seminars.seminars import When
from bot.handlers.broadcasts.screens import ShowBroadcast
from bot.handlers.broadcasts.undo import TakeBack
from bot.handlers.ui.callbacks import Deed, RowNumber, ShowDesk, Spoken
from bot.handlers.ui.form_faults import fault_lines
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording.moments import moment, relative, utc

BEGINNING_CHARACTERS = 60
"""How much of a text the list shows."""

LISTED = 10

LIST_KEYS = {MailingState.ASKS: "broadcasts-list-asks", MailingState.APPROVAL: "broadcasts-list-approval"}

FOLD_KEYS = ("broadcasts-fold-earlier", "broadcasts-fold-later")
PICK_KEYS = ("broadcasts-pick-earlier", "broadcasts-pick-later")


class ScheduleAct(StrEnum):
    """What a button does to a broadcast that waits."""

    CHANGE = "change"
    KEEP = "keep"
    REVIEW = "review"
    WITHDRAW = "withdraw"


class ControlSchedule(Deed, prefix="bca"):
    """Change, leave, preview anew or take off a broadcast that waits."""

    mailing: RowNumber
    act: ScheduleAct


class PickSendTime(Deed, prefix="bcw"):
    """Which of two moments a local time means that happens twice; ``at`` in seconds since 1970."""

    mailing: RowNumber
    at: RowNumber


class ShowSchedule(Spoken, prefix="bcl"):
    """Show what waits."""


def waiting_screen(words: Words, mailing: Mailing, zones: Sequence[str]) -> Screen:
    """Draw a broadcast that waits for its moment, or for an answer."""
    blocks = [words(f"broadcasts-state-{mailing.state}")]
    if mailing.hold is not None:
        blocks.append(words(f"broadcasts-hold-{mailing.hold}"))
    if mailing.due is not None:
        when = {"moment": moment(words, mailing.due, zones), "relative": relative(words, mailing.due)}
        blocks.append(words("broadcasts-due", **when))
    if mailing.state is MailingState.APPROVAL:
        blocks.append(words("broadcasts-approval-count", count=mailing.counters.total))
    if mailing.state is MailingState.SCHEDULED:
        blocks.append(words("broadcasts-due-count", count=mailing.counters.total))
        if mailing.held:
            blocks.append(words("broadcasts-due-held"))
    rows = [(_act(words, mailing.id, act),) for act in _acts(mailing)]
    if mailing.state is MailingState.APPROVAL:
        rows.append((words.button("broadcasts-take-back", TakeBack(lang=words.locale, mailing=mailing.id)),))
    # No button to another screen: the next refresh would draw the card over it.
    return Screen(GAP.join(blocks), (*rows, (words.switch(ShowBroadcast(lang=words.locale, mailing=mailing.id)),)))


def _acts(mailing: Mailing) -> tuple[ScheduleAct, ...]:
    if mailing.state is MailingState.APPROVAL:
        return () if mailing.due is None else (ScheduleAct.CHANGE,)
    review = (ScheduleAct.REVIEW,) if mailing.state is MailingState.ASKS else ()
    change = () if mailing.hold in {Hold.AUTHOR, Hold.SEMINAR} else (ScheduleAct.CHANGE,)
    return (*review, *change, ScheduleAct.WITHDRAW)


def _act(words: Words, mailing: int, act: ScheduleAct) -> InlineKeyboardButton:
    return words.button(f"broadcasts-act-{act}", ControlSchedule(lang=words.locale, mailing=mailing, act=act))


def ask_change_screen(words: Words, mailing: int) -> Screen:
    """Ask for another moment; until it comes the old one stays."""
    rows = (
        (_act(words, mailing, ScheduleAct.KEEP),),
        (words.switch(ShowBroadcast(lang=words.locale, mailing=mailing)),),
    )
    return Screen(GAP.join((words("broadcasts-ask-change"), words("broadcasts-ask-time"))), rows)


def time_fault_screen(words: Words, error: FormError, waiting: Screen) -> Screen:
    """Say why a time cannot be used, and that nothing is scheduled by it; below it what is waited for."""
    return Screen(GAP.join((*fault_lines(words, error), words("broadcasts-time-refused"), waiting.text)), waiting.rows)


def fold_screen(words: Words, mailing: int, options: Sequence[When], zones: Sequence[str]) -> Screen:
    """Ask which of two moments is meant, the earlier first."""
    here = ShowBroadcast(lang=words.locale, mailing=mailing)
    rows: list[Row] = []
    lines = [words("broadcasts-fold")]
    for number, when in enumerate(options):
        lines.append(words(FOLD_KEYS[number], moment=moment(words, when.start, zones), utc=utc(words, when.start)))
        target = PickSendTime(lang=words.locale, mailing=mailing, at=epoch(when.start))
        rows.append((words.button(PICK_KEYS[number], target),))
    return Screen(GAP.join(lines), (*rows, (words.switch(here),)))


def schedule_list(words: Words, waiting: Sequence[tuple[Mailing, str]], zones: Sequence[str]) -> Screen:
    """List what waits, each with its moment and the beginning of its text, and a button to its card."""
    shown = waiting[:LISTED]
    lines = [words("broadcasts-list-head", count=len(waiting))]
    rows: list[Row] = []
    for number, (mailing, text) in enumerate(shown, 1):
        when = moment(words, mailing.due, zones) if mailing.due else ""
        key = LIST_KEYS.get(mailing.state, "broadcasts-list-line")
        beginning = text[:BEGINNING_CHARACTERS] + "…" * (len(text) > BEGINNING_CHARACTERS)
        lines.append(words(key, number=number, moment=when, text=beginning))
        rows.append((words.button("broadcasts-list-open", _open(words, mailing), number=number),))
    if not shown:
        lines = [words("broadcasts-list-none")]
    here = ShowSchedule(lang=words.locale)
    return Screen(GAP.join(lines), (*rows, words.footer(here, ShowDesk(lang=words.locale))))


def _open(words: Words, mailing: Mailing) -> ShowBroadcast:
    return ShowBroadcast(lang=words.locale, mailing=mailing.id)
