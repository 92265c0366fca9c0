"""What an admin sees while changing a part of a seminar: the parts, the question, the card to confirm (A9)."""

from collections.abc import Sequence
from typing import Annotated

from aiogram.types import InlineKeyboardButton
from pydantic import Field as Limited

from bot.core.seminars.confirming import Told
from bot.core.seminars.drafts import NO_LINK, Field
from bot.core.seminars.editing import EDITABLE, Edit, ProposedEdit
from bot.core.seminars.form import FormError
from bot.core.seminars.seminars import Plan, Seminar, TalkLanguage
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.preview_screens import Count, Mark, written
from bot.handlers.ui.callbacks import Deed, RowNumber, Spoken
from bot.handlers.ui.form_faults import fault_lines
from bot.handlers.ui.screens import Row, Screen, Words

FIELDS_A_ROW = 2

Typed = Annotated[str, Limited(max_length=16)]


class EditPart(Deed, prefix="sed"):
    """Ask for one part of a seminar."""

    seminar: RowNumber
    field: Field


class TypePart(Deed, prefix="sev"):
    """A value of the asked part, as it would be typed."""

    seminar: RowNumber
    field: Field
    text: Typed


class TellEdit(Deed, prefix="sec"):
    """Change it and tell; ``count`` is how many people were said to be told."""

    seminar: RowNumber
    mark: Mark
    count: Count


class EditSilently(Deed, prefix="seq"):
    """Change it and tell nobody."""

    seminar: RowNumber
    mark: Mark


class StopEdit(Deed, prefix="ses"):
    """Leave the seminar as it is."""

    seminar: RowNumber


class ShowEdit(Spoken, prefix="sew"):
    """Show what the edit waits for."""

    seminar: RowNumber


def parts_screen(words: Words, seminar: Seminar) -> Screen:
    """Ask which part is to change; another time is a move."""
    locale, number = words.locale, seminar.id
    time = words.button("seminars-preview-field-when", Manage(lang=locale, do=Do.MOVE, seminar=number))
    buttons = [time, *(_part(words, number, field) for field in EDITABLE)]
    rows = [tuple(buttons[at : at + FIELDS_A_ROW]) for at in range(0, len(buttons), FIELDS_A_ROW)]
    here, back = (Manage(lang=locale, do=do, seminar=number) for do in (Do.EDIT, Do.CARD))
    return Screen(words("seminars-edit-what", title=seminar.title(locale)), (*rows, words.footer(here, back)))


def ask_part(words: Words, seminar: Seminar, edit: Edit, fault: FormError | None = None) -> Screen:
    """Ask for a part, with what stands there now; first what was wrong with the last answer."""
    field = edit.field
    wrong = fault_lines(words, fault) if fault else ()
    question = words(f"seminars-preview-ask-{field.value}", none=NO_LINK)
    now = words("seminars-preview-now", text=written(words, seminar.plan, field))
    blocks = (words("seminars-edit-title", title=seminar.title(words.locale)), *wrong, question, now)
    return Screen("\n\n".join(blocks), (*_choices(words, seminar.id, field), *_out(words, seminar.id)))


def edit_card(words: Words, author: int, found: ProposedEdit, told: Told, before: int | None = None) -> Screen:
    """Return the card of an edit: what becomes what, what others changed meanwhile, who is told."""
    seminar, locale, mark = found.seminar, words.locale, found.mark(author)
    blocks = (
        words("seminars-edit-title", title=seminar.title(locale)),
        words("seminars-change-copies"),
        _becomes(words, found.edit.field, seminar.plan, found.plan),
        *_meanwhile(words, found),
        *_told(words, told, before),
    )
    silently = words.button("seminars-edit-silently", EditSilently(lang=locale, seminar=seminar.id, mark=mark))
    other = words.button("seminars-preview-correct", EditPart(lang=locale, seminar=seminar.id, field=found.edit.field))
    rows = (*_tell(words, seminar.id, mark, told), (silently,), (other,), *_out(words, seminar.id))
    return Screen("\n\n".join(blocks), rows)


def _tell(words: Words, seminar: int, mark: str, told: Told) -> Sequence[Row]:
    """Return the button that tells, if there is anybody to tell."""
    if not told.count:
        return ()
    target = TellEdit(lang=words.locale, seminar=seminar, mark=mark, count=told.count)
    return ((words.button("seminars-edit-tell", target, count=told.count),),)


def _part(words: Words, seminar: int, field: Field) -> InlineKeyboardButton:
    target = EditPart(lang=words.locale, seminar=seminar, field=field)
    return words.button(f"seminars-preview-field-{field.value}", target)


def _choices(words: Words, seminar: int, field: Field) -> Sequence[Row]:
    def target(text: str) -> TypePart:
        return TypePart(lang=words.locale, seminar=seminar, field=field, text=text)

    if field is Field.TALK:
        talks = [words.button("seminars-wizard-talk", target(talk.value), talk=talk.value) for talk in TalkLanguage]
        return tuple((talk,) for talk in talks)
    if field is Field.SPEAKER:
        return ((words.button("seminars-wizard-usual", target(NO_LINK)),),)
    return ((words.button("seminars-wizard-no-link", target(NO_LINK)),),) if field is Field.LINK else ()


def _out(words: Words, seminar: int) -> Sequence[Row]:
    back = words.button("back", Manage(lang=words.locale, do=Do.EDIT, seminar=seminar))
    stop = words.button("cancel", StopEdit(lang=words.locale, seminar=seminar))
    return ((back, stop), (words.switch(ShowEdit(lang=words.locale, seminar=seminar)),))


def _becomes(words: Words, field: Field, before: Plan, after: Plan) -> str:
    return words(
        "seminars-edit-becomes",
        part=words.plain(f"seminars-preview-field-{field.value}"),
        before=written(words, before, field),
        after=written(words, after, field),
    )


def _meanwhile(words: Words, found: ProposedEdit) -> Sequence[str]:
    """Return what another admin has changed since the edit was begun."""
    seen, now = found.edit.seen, found.seminar.plan
    changed = [_becomes(words, field, seen, now) for field in found.meanwhile]
    return ["\n".join((words("seminars-edit-meanwhile"), *changed))] if changed else []


def _told(words: Words, told: Told, before: int | None) -> Sequence[str]:
    moved = before is not None and before != told.count and not told.growing
    changed = [words("seminars-change-recounted", before=before or 0, count=told.count)] if moved else []
    growing = [words("seminars-edit-growing")] if told.growing else []
    return (*changed, words("seminars-change-count", count=told.count), *growing)
