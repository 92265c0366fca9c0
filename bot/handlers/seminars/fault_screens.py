"""What an admin gets with a refused line: the places that may be meant as buttons, and a line to copy (A9)."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.core.content import units
from bot.core.seminars.form import FormError, Part
from bot.core.seminars.mending import mended
from bot.handlers.seminars.admin_screens import form_example, manage_back, time_example
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.form_faults import fault_head, fault_lines
from bot.handlers.ui.screens import COPIED_UNITS, Row, Screen, Words
from bot.wording.moments import city

REMEMBERED_UNITS = 1_000
"""How long a line may be for its question to hold it."""


class PickPlace(Spoken, prefix="zpl"):
    """The place whose time is meant (none: ask again), for a new seminar (0) or the new time of one."""

    seminar: RowNumber = 0
    zone: str = ""


def asks_place(error: FormError, line: str) -> bool:
    """Return whether the places that may be meant can be asked about with buttons."""
    return error.part is Part.ZONE and bool(error.hints) and units(line) <= REMEMBERED_UNITS


def ask_place(words: Words, error: FormError, line: str, seminar: int = 0) -> Screen:
    """Return the question which place is meant; ``line`` stays in the message, which is its only memory."""
    blocks = (
        fault_head(words, error),
        words("seminars-place-line", text=line),
        words("seminars-place-ask", written=error.text),
    )
    places = [(_place(words, zone, seminar),) for zone in error.hints]
    here = PickPlace(lang=words.locale, seminar=seminar)
    footer = words.footer(here, manage_back(words, seminar))
    return Screen("\n\n".join(blocks), (*places, *copy_rows(words, error, line, seminar), footer))


def picked_place(words: Words, zone: str) -> Screen:
    """Return which place was picked, in the place of the question."""
    return Screen(words("seminars-place-picked", zone=zone))


def form_error_screen(
    words: Words, presentation: Presentation, error: FormError, now: datetime, seminar: int = 0, line: str = ""
) -> Screen:
    """Return which part of a form cannot be used, and what was typed there; the ``line`` mended, or an example."""
    better = mended(line, error)
    example = (time_example if seminar else form_example)(words, presentation, now)
    below = words("seminars-fault-mended", text=better) if better else words("seminars-fault-example", example=example)
    blocks = (*fault_lines(words, error), below)
    back = manage_back(words, seminar)
    return Screen("\n\n".join(blocks), (*copy_rows(words, error, line, seminar), words.footer(back, back)))


def copy_rows(words: Words, error: FormError, line: str, seminar: int = 0) -> tuple[Row, ...]:
    """Return the button that copies the line: mended where nothing is guessed, else as it was typed."""
    better = mended(line, error)
    text = " ".join((better or line).split())
    copied = text if seminar else f"/seminar {text}"
    if not text or units(copied) > COPIED_UNITS:
        return ()
    return ((words.copy("seminars-copy-mended" if better else "seminars-copy-typed", copied),),)


def _place(words: Words, zone: str, seminar: int) -> InlineKeyboardButton:
    target = PickPlace(lang=words.locale, seminar=seminar, zone=zone)
    return words.button("seminars-place", target, city=city(words, zone) if "/" in zone else zone, zone=zone)
