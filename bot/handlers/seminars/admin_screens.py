"""What an admin sees of seminars: the list, a card with its reminder steps, questions, errors of a form."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from aiogram.types import InlineKeyboardButton
from pydantic import Field, model_validator

from bot.core.clock import epoch
from bot.core.seminars.form import example_time
from bot.core.seminars.reach import Reach
from bot.core.seminars.recordings import can_record
from bot.core.seminars.reminders import ANNOUNCEMENT_STEP, RATING_STEP
from bot.core.seminars.seminars import Plan, Seminar, SeminarState, When
from bot.handlers.seminars.screens import open_button
from bot.handlers.ui.callbacks import ROW_NUMBERS, Deed, RowNumber, ShowDesk, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Row, Screen, Words
from bot.texts import Safe
from bot.wording.moments import moment, relative, utc
from bot.wording.seminar_lines import facts, speaker_line

SEMINARS_LISTED = 50
"""How many seminars the desk has buttons for; Telegram takes 100 buttons a message."""

FOLD_KEYS = ("seminars-admin-fold-first", "seminars-admin-fold-second")
HOUR_SECONDS = 3600
MINUTE_SECONDS = 60


NOBODY = Reach()


class Do(StrEnum):
    """What an admin's button does."""

    LIST = "list"
    CARD = "card"
    SWITCH = "switch"
    MOVE = "move"
    TIME = "time"
    STAY = "stay"
    ASK_CANCEL = "ask"
    PAST = "past"
    RECORD = "rec"
    EDIT = "edit"


SHOWS = frozenset({Do.LIST, Do.CARD, Do.TIME, Do.PAST, Do.EDIT})
"""What changes nothing, so that its button may choose the language too."""


class Manage(Spoken, prefix="man"):
    """An admin's button; ``step`` (seconds) and ``on`` are those of a switch of the ladder."""

    do: Do
    seminar: RowNumber = 0
    step: Annotated[int, Field(ge=RATING_STEP, lt=ROW_NUMBERS)] = 0
    on: bool = False

    @model_validator(mode="after")
    def _one_effect(self) -> Self:
        if self.step == ANNOUNCEMENT_STEP:
            raise ValueError("cannot be switched")
        if self.pick and self.do not in SHOWS:
            raise ValueError("an update has one effect: this one chooses no language")
        return self


class BeginWizard(Deed, prefix="swn"):
    """Enter a seminar step by step."""


class ShowImports(Spoken, prefix="imp"):
    """Show what of the calendars waits."""


class PickMoment(Spoken, prefix="fld"):
    """Which of two moments is meant, in seconds since 1970 (0: ask again), for a new seminar (0) or to move one."""

    seminar: RowNumber = 0
    at: Annotated[int, Field(ge=0, lt=2**40)] = 0

    @model_validator(mode="after")
    def _one_effect(self) -> Self:
        if self.pick and self.at:
            raise ValueError("an update has one effect: this one chooses no language")
        return self


def seminar_list(
    words: Words, presentation: Presentation, coming: Sequence[Seminar], now: datetime, imported: int = 0
) -> Screen:
    """Return the planned seminars and how to enter another; ``imported`` events of calendars wait."""
    how = words("seminars-admin-how", example=form_example(words, presentation, now))
    listed = [words("seminars-coming")] if coming else [words("seminars-admin-none")]
    rows = [(words.button("seminars-wizard-begin", BeginWizard(lang=words.locale)),)]
    if imported:
        rows.append((words.button("seminars-imported", ShowImports(lang=words.locale), count=imported),))
    rows += [(_to_card(words, presentation, seminar),) for seminar in coming[:SEMINARS_LISTED]]
    rows.append((words.button("seminars-admin-past", Manage(lang=words.locale, do=Do.PAST)),))
    footer = words.footer(Manage(lang=words.locale, do=Do.LIST), ShowDesk(lang=words.locale))
    return Screen("\n\n".join([words("seminars-admin-title"), how, *listed]), (*rows, footer))


def past_list(words: Words, presentation: Presentation, ended: Sequence[Seminar]) -> Screen:
    """Return the seminars that are over, the last one first."""
    rows = [(_to_card(words, presentation, seminar),) for seminar in ended]
    text = words("seminars-admin-past-title" if ended else "seminars-admin-past-none")
    back = Manage(lang=words.locale, do=Do.LIST)
    return Screen(text, (*rows, words.footer(Manage(lang=words.locale, do=Do.PAST), back)))


def seminar_card(
    words: Words, presentation: Presentation, seminar: Seminar, told: int, now: datetime, reach: Reach = NOBODY
) -> Screen:
    """Return a seminar as an admin sees it: everything that is stored, who cannot be told in time, what can change."""
    changeable = seminar.state is SeminarState.PLANNED and now < seminar.end
    ladder = [words("seminars-admin-ladder")] if changeable else []
    late = shortfall_lines(words, presentation, reach) if changeable else []
    blocks = [*_state(words, seminar, now), _record(words, presentation, seminar, told), *late, *ladder]
    here = Manage(lang=words.locale, do=Do.CARD, seminar=seminar.id)
    footer = words.footer(here, Manage(lang=words.locale, do=Do.LIST))
    changes = _changes(words, presentation, seminar) if changeable else _record_row(words, seminar, now)
    return Screen("\n\n".join(blocks), (*changes, footer))


def ask_time(words: Words, presentation: Presentation, seminar: Seminar, now: datetime) -> Screen:
    """Return the question for the new time of a seminar."""
    example = time_example(words, presentation, now)
    title = words("seminars-admin-move-ask", title=seminar.title(words.locale))
    stay = words.button("cancel", Manage(lang=words.locale, do=Do.STAY, seminar=seminar.id))
    switch = words.switch(Manage(lang=words.locale, do=Do.TIME, seminar=seminar.id))
    return Screen(f"{title}\n\n{words('seminars-admin-move-how', example=example)}", ((stay, switch),))


def ask_moment(words: Words, text: str, options: Sequence[When], seminar: int = 0) -> Screen:
    """Return the question which of two moments is meant; ``text`` stays in the message, which is its only memory."""
    if len(options) < len(FOLD_KEYS):
        return question_over_screen(words)
    blocks = (
        words("seminars-admin-fold"),
        words("seminars-admin-fold-how", zone=options[0].zone),
        words("seminars-admin-fold-text", text=text),
    )
    rows = [(_pick(words, key, when, seminar),) for key, when in zip(FOLD_KEYS, options, strict=True)]
    here = PickMoment(lang=words.locale, seminar=seminar)
    return Screen("\n\n".join(blocks), (*rows, words.footer(here, manage_back(words, seminar))))


def picked_moment(words: Words, when: When) -> Screen:
    """Return which of the two moments was picked, in the place of the question."""
    chosen = words("seminars-admin-fold-picked", utc=utc(words, when.start))
    return Screen(f"{words('seminars-admin-fold')}\n\n{chosen}")


def question_over_screen(words: Words) -> Screen:
    """Return what to say when the question a button belonged to is over, or its seminar is gone."""
    back = manage_back(words)
    return Screen(words("seminars-admin-fold-lost"), (words.footer(back, back),))


def shortfall_lines(words: Words, presentation: Presentation, reach: Reach) -> list[str]:
    """Return which steps reach how many of all in time (S3)."""
    if not reach.short:
        return []
    lines = [
        words("seminars-admin-short-step", step=offset(words, each.step), reached=each.reached) for each in reach.short
    ]
    return ["\n".join((words("seminars-admin-short", rate=round(presentation.send_rate), people=reach.people), *lines))]


def offset(words: Words, seconds: int) -> str:
    """Return the words of a step of the ladder."""
    if seconds == RATING_STEP:
        return words.plain("seminars-admin-step-rating")
    if seconds == 0:
        return words.plain("seminars-admin-step-live")
    if seconds % HOUR_SECONDS == 0:
        return words.plain("seminars-admin-step-hours", hours=seconds // HOUR_SECONDS)
    if seconds % MINUTE_SECONDS == 0:
        return words.plain("seminars-admin-step-minutes", minutes=seconds // MINUTE_SECONDS)
    return words.plain("seminars-admin-step-seconds", seconds=seconds)


def _record(words: Words, presentation: Presentation, seminar: Seminar, told: int) -> str:
    moved = [words("seminars-admin-revision", revision=seminar.revision)] if seminar.revision else []
    quiet = [words("seminars-admin-quiet")] if ANNOUNCEMENT_STEP in seminar.steps_off else []
    heard = words("seminars-admin-told", told=told)
    return "\n".join((plan_lines(words, presentation, seminar.plan), *moved, *quiet, heard))


def plan_lines(words: Words, presentation: Presentation, plan: Plan) -> str:
    """Return what an admin entered: both titles, the time as everybody reads it and as it was typed, the rest."""
    at = moment(words, plan.when.start, presentation.display_zones)
    local, zone = plan.when.local.replace("T", " "), plan.when.zone
    lines = (
        words("seminars-admin-titles", russian=plan.title_ru, english=plan.title_en),
        words("seminars-time", moment=at, relative=relative(words, plan.when.start)),
        words("seminars-admin-entered", local=local, zone=zone),
        speaker_line(words, plan),
        *facts(words, plan),
    )
    return "\n".join(lines)


def _state(words: Words, seminar: Seminar, now: datetime) -> list[str]:
    if seminar.state is SeminarState.CANCELLED:
        return [words("seminars-cancelled")]
    return [words("seminars-over")] if now >= seminar.end else []


def _changes(words: Words, presentation: Presentation, seminar: Seminar) -> tuple[Row, ...]:
    steps = [*sorted(set(presentation.offsets), reverse=True), RATING_STEP]
    switches = [_switch(words, seminar, step) for step in steps]
    move = Manage(lang=words.locale, do=Do.MOVE, seminar=seminar.id)
    cancel = Manage(lang=words.locale, do=Do.ASK_CANCEL, seminar=seminar.id)
    pairs = [tuple(switches[at : at + 2]) for at in range(0, len(switches), 2)]
    edit = words.button("seminars-edit", Manage(lang=words.locale, do=Do.EDIT, seminar=seminar.id))
    last = (edit, words.button("seminars-admin-move", move), words.button("seminars-admin-cancel", cancel))
    return (*pairs, *((button,) for button in last))


def _record_row(words: Words, seminar: Seminar, now: datetime) -> tuple[Row, ...]:
    if not can_record(seminar, now):
        return ()
    return ((words.button("recordings-begin", Manage(lang=words.locale, do=Do.RECORD, seminar=seminar.id)),),)


def _switch(words: Words, seminar: Seminar, step: int) -> InlineKeyboardButton:
    on = step not in seminar.steps_off
    key = "seminars-admin-step-on" if on else "seminars-admin-step-off"
    target = Manage(lang=words.locale, do=Do.SWITCH, seminar=seminar.id, step=step, on=not on)
    return words.button(key, target, step=offset(words, step))


def _to_card(words: Words, presentation: Presentation, seminar: Seminar) -> InlineKeyboardButton:
    target = Manage(lang=words.locale, do=Do.CARD, seminar=seminar.id)
    return open_button(words, seminar, presentation.display_zones, target)


def manage_back(words: Words, seminar: int = 0) -> Manage:
    """Return where a question leads back to: the card of a seminar, or the list."""
    return Manage(lang=words.locale, do=Do.CARD if seminar else Do.LIST, seminar=seminar)


def _pick(words: Words, key: str, when: When, seminar: int) -> InlineKeyboardButton:
    target = PickMoment(lang=words.locale, seminar=seminar, at=epoch(when.start))
    return words.button(key, target, utc=utc(words, when.start))


def form_example(words: Words, presentation: Presentation, now: datetime) -> Safe:
    """Return an example of a form that works."""
    return Safe(words("seminars-admin-example", time=example_time(now), zone=presentation.admin_zone))


def time_example(words: Words, presentation: Presentation, now: datetime) -> Safe:
    """Return an example of a time that works."""
    return Safe(words("seminars-admin-time-example", time=example_time(now), zone=presentation.admin_zone))
