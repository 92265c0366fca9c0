"""What an admin sees of a seminar before anybody else does: the card under its preview, and what can be corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from aiogram.types import InlineKeyboardButton
from pydantic import Field as Limited

from bot.core.locales import Locale
from bot.core.seminars.drafts import MARK_SIGNS, NO_LINK, Field, SeminarDraft, mark_of_plan
from bot.core.seminars.form import FormError, form_of, time_of
from bot.core.seminars.reach import Reach
from bot.core.seminars.seminars import Plan
from bot.handlers.seminars.admin_screens import NOBODY, Do, Manage, plan_lines, shortfall_lines
from bot.handlers.ui.callbacks import Deed, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.form_faults import fault_lines
from bot.handlers.ui.screens import Row, Screen, Words

Mark = Annotated[str, Limited(max_length=MARK_SIGNS)]
"""What a button fits (core/seminars/drafts.py)."""

Count = Annotated[int, Limited(ge=0, lt=2**40)]

FIELDS_A_ROW = 2


@dataclass(frozen=True)
class Expected:
    """Who hears of a seminar as things are ``now``; ``before`` is the count of an earlier card, when it has moved."""

    count: int
    now: datetime
    reach: Reach = NOBODY
    before: int | None = None


class ConfirmSeminar(Deed, prefix="smc"):
    """Enter what was previewed; ``count`` is how many people the announcement was said to go to."""

    mark: Mark
    count: Count


class OpenQuietly(Deed, prefix="smq"):
    """Enter what was previewed, and announce it to nobody."""

    mark: Mark


class DropDraft(Deed, prefix="smx"):
    """Forget what was previewed."""

    mark: Mark


class CorrectField(Deed, prefix="smf"):
    """Ask for one part of the plan."""

    mark: Mark
    field: Field


class KeepField(Deed, prefix="smk"):
    """Ask for that part no longer, and show what can be corrected."""

    mark: Mark


class ShowFields(Spoken, prefix="sme"):
    """Show what can be corrected."""

    mark: Mark


class ShowAwaited(Spoken, prefix="sma"):
    """Show the question for the awaited part of the plan."""

    mark: Mark


class ShowDraft(Spoken, prefix="smd"):
    """Show the card under the preview."""

    mark: Mark


def label(words: Words, language: Locale) -> Screen:
    """Name the language of the copy below."""
    return Screen(words(f"seminars-preview-label-{language.value}"))


def draft_card(
    words: Words,
    presentation: Presentation,
    draft: SeminarDraft,
    author: int,
    expected: Expected,
) -> Screen:
    """Return the card under a preview: the plan, who hears of it now, and the buttons that enter it.

    One whose time has passed has no such button.
    """
    plan, mark, count = draft.plan, mark_of_plan(author, draft.plan), expected.count
    over, before = plan.when.start <= expected.now, expected.before
    changed = [words("seminars-preview-recounted", before=before, count=count)] if before is not None else []
    said = [words("seminars-fault-past")] if over else [*changed, words("seminars-preview-count", count=count)]
    late = [] if over else shortfall_lines(words, presentation, expected.reach)
    blocks = [
        words("seminars-preview-title"),
        plan_lines(words, presentation, plan),
        *said,
        *late,
        words("seminars-preview-kept"),
    ]
    return Screen("\n\n".join(blocks), (*([] if over else _enter_rows(words, mark, count)), *_draft_rows(words, mark)))


def refused_screen(words: Words, author: int, plan: Plan, language: Locale, reason: str) -> Screen:
    """Say that Telegram does not take the announcement, and let it be corrected."""
    refused = words(f"seminars-preview-refused-{language.value}", original=reason)
    return Screen(
        "\n\n".join((refused, words("seminars-preview-refused-kept"))),
        tuple(_draft_rows(words, mark_of_plan(author, plan))),
    )


def fields_screen(words: Words, author: int, plan: Plan) -> Screen:
    """Ask what is to be corrected."""
    mark = mark_of_plan(author, plan)
    buttons = [_field(words, mark, field) for field in Field]
    rows = [tuple(buttons[at : at + FIELDS_A_ROW]) for at in range(0, len(buttons), FIELDS_A_ROW)]
    text = "\n\n".join(
        (words("seminars-preview-fields"), words("seminars-preview-whole", text=f"/seminar {form_of(plan)}"))
    )
    footer = words.footer(ShowFields(lang=words.locale, mark=mark), ShowDraft(lang=words.locale, mark=mark))
    return Screen(text, (*rows, footer))


def ask_field(words: Words, author: int, draft: SeminarDraft, fault: FormError | None = None) -> Screen:
    """Ask for the awaited part of the plan, with what stands there now; first what was wrong with the last answer."""
    field, mark = draft.awaited or Field.WHEN, mark_of_plan(author, draft.plan)
    question = words(f"seminars-preview-ask-{field.value}", none=NO_LINK)
    wrong = fault_lines(words, fault) if fault else ()
    blocks = (*wrong, question, words("seminars-preview-now", text=written(words, draft.plan, field)))
    here = ShowAwaited(lang=words.locale, mark=mark)
    return Screen("\n\n".join(blocks), (words.footer(here, KeepField(lang=words.locale, mark=mark)),))


def dropped_screen(words: Words) -> Screen:
    """Say that the draft is gone, and that nobody has heard of it."""
    back = Manage(lang=words.locale, do=Do.LIST)
    return Screen(words("broadcasts-dropped-seminar"), (words.footer(back, back),))


def _enter_rows(words: Words, mark: str, count: int) -> Sequence[Row]:
    announce = ConfirmSeminar(lang=words.locale, mark=mark, count=count)
    quietly = OpenQuietly(lang=words.locale, mark=mark)
    return (
        (words.button("seminars-preview-announce", announce, count=count),),
        (words.button("seminars-preview-quietly", quietly),),
    )


def _draft_rows(words: Words, mark: str) -> Sequence[Row]:
    fields = words.button("seminars-preview-correct", ShowFields(lang=words.locale, mark=mark))
    drop = words.button("cancel", DropDraft(lang=words.locale, mark=mark))
    return ((fields,), (drop, words.switch(ShowDraft(lang=words.locale, mark=mark))))


def _field(words: Words, mark: str, field: Field) -> InlineKeyboardButton:
    target = CorrectField(lang=words.locale, mark=mark, field=field)
    return words.button(f"seminars-preview-field-{field.value}", target)


def written(words: Words, plan: Plan, field: Field) -> str:
    """Return what stands in a part of a plan, as it would be typed."""
    texts = {
        Field.WHEN: time_of(plan.when),
        Field.TITLE_RU: plan.title_ru,
        Field.TITLE_EN: plan.title_en,
        Field.LINK: plan.link or words.plain("seminars-no-link"),
        Field.LENGTH: f"{plan.minutes}m",
        Field.TALK: plan.talk.value,
        Field.SPEAKER: plan.speaker or words.plain("seminars-speaker"),
    }
    return texts[field]
