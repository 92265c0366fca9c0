"""What an admin sees of imported events: what waits, and one of them with what the calendar has otherwise (A9)."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.core.seminars.announcing import NOT_YET
from bot.core.seminars.drafts import Field
from bot.core.seminars.imports import WaitingEvent
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminars.admin_screens import Do, Manage, ShowImports, plan_lines
from bot.handlers.seminars.preview_screens import written
from bot.handlers.seminars.screens import open_button
from bot.handlers.ui.callbacks import Deed, RowNumber, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Row, Screen, Words

LISTED = 20


class ShowImported(Spoken, prefix="imv"):
    """Show an imported event."""

    event: RowNumber


class TakeImported(Deed, prefix="imt"):
    """Preview what the calendar says: a new seminar, one changed part of one, or its cancellation."""

    event: RowNumber
    field: Field | None = None


class DropImported(Deed, prefix="imd"):
    """Let the event wait no longer; the seminar stays as it is."""

    event: RowNumber


def waiting_list(words: Words, presentation: Presentation, waiting: Sequence[WaitingEvent]) -> Screen:
    """List what waits."""
    rows: list[Row] = [(_open(words, presentation, each),) for each in waiting[:LISTED]]
    text = words("seminars-imported-list" if waiting else "seminars-imported-none")
    back = Manage(lang=words.locale, do=Do.LIST)
    return Screen(text, (*rows, words.footer(ShowImports(lang=words.locale), back)))


def imported_screen(words: Words, presentation: Presentation, waiting: WaitingEvent) -> Screen:
    """Show one event, and the buttons that preview what it asks for."""
    event, seminar, locale = waiting.event, waiting.seminar, words.locale
    if seminar is None:
        blocks = [words("seminars-imported-new"), plan_lines(words, presentation, event.plan)]
        rows: list[Row] = [(words.button("seminars-imported-preview", TakeImported(lang=locale, event=event.id)),)]
    elif event.cancelled:
        blocks = [words("seminars-imported-cancelled", title=seminar.title(locale))]
        rows = [(words.button("seminars-admin-cancel", TakeImported(lang=locale, event=event.id)),)]
    else:
        blocks = [words("seminars-imported-changed", title=seminar.title(locale))]
        blocks += [_becomes(words, field, waiting, seminar) for field in waiting.parts]
        rows = [(_part(words, event.id, field),) for field in waiting.parts]
    drop = words.button("seminars-imported-drop", DropImported(lang=locale, event=event.id))
    footer = words.footer(ShowImported(lang=locale, event=event.id), ShowImports(lang=locale))
    return Screen("\n\n".join(blocks), (*rows, (drop,), footer))


def _open(words: Words, presentation: Presentation, waiting: WaitingEvent) -> InlineKeyboardButton:
    event = waiting.event
    shown = Seminar(NOT_YET, event.plan, changed=event.plan.when.start)
    return open_button(words, shown, presentation.display_zones, ShowImported(lang=words.locale, event=event.id))


def _part(words: Words, event: int, field: Field) -> InlineKeyboardButton:
    return words.button(
        f"seminars-preview-field-{field.value}", TakeImported(lang=words.locale, event=event, field=field)
    )


def _becomes(words: Words, field: Field, waiting: WaitingEvent, seminar: Seminar) -> str:
    return words(
        "seminars-edit-becomes",
        part=words.plain(f"seminars-preview-field-{field.value}"),
        before=written(words, seminar.plan, field),
        after=written(words, waiting.event.plan, field),
    )
