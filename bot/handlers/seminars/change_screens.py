"""The card under the preview of a move or of a cancellation: what changes, who is told, and the button that does it."""

from collections.abc import Sequence

from bot.core.locales import Locale
from bot.core.seminars.confirming import ProposedMove, Told, mark_of_cancellation
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.preview_screens import Count, Mark
from bot.handlers.ui.callbacks import Deed, RowNumber, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words
from bot.wording.moments import moment


class ConfirmMove(Deed, prefix="smm"):
    """Move the seminar to the time that was previewed; ``count`` is how many people were said to be told."""

    seminar: RowNumber
    mark: Mark
    count: Count


class ConfirmCancellation(Deed, prefix="smn"):
    """Cancel the seminar as it was previewed; ``count`` is how many people were said to be told."""

    seminar: RowNumber
    mark: Mark
    count: Count


class ShowMove(Spoken, prefix="smw"):
    """Show the card under the preview of a move."""

    seminar: RowNumber


class ShowCancellation(Spoken, prefix="smy"):
    """Show the card under the preview of a cancellation."""

    seminar: RowNumber


def move_card(
    words: Words, presentation: Presentation, author: int, move: ProposedMove, told: Told, before: int | None = None
) -> Screen:
    """Return the card of a move; ``before`` is what an earlier card said of the people."""
    number = move.seminar.id
    go = ConfirmMove(lang=words.locale, seminar=number, mark=move.mark(author), count=told.count)
    other = Manage(lang=words.locale, do=Do.MOVE, seminar=number)
    stay = Manage(lang=words.locale, do=Do.STAY, seminar=number)
    zones = presentation.display_zones
    blocks = (
        words("seminars-change-move-title", title=move.seminar.title(words.locale)),
        words("seminars-change-copies"),
        "\n".join(
            (
                words("seminars-change-was", moment=moment(words, move.seminar.start, zones)),
                words("seminars-change-becomes", moment=moment(words, move.when.start, zones)),
            )
        ),
        *_told(words, told, before),
    )
    rows = (
        (words.button("seminars-change-move", go, count=told.count),),
        (words.button("seminars-preview-correct", other),),
        (words.button("cancel", stay), words.switch(ShowMove(lang=words.locale, seminar=number))),
    )
    return Screen("\n\n".join(blocks), rows)


def cancellation_card(words: Words, author: int, seminar: Seminar, told: Told, before: int | None = None) -> Screen:
    """Return the card of a cancellation; ``before`` is what an earlier card said of the people."""
    mark = mark_of_cancellation(author, seminar)
    go = ConfirmCancellation(lang=words.locale, seminar=seminar.id, mark=mark, count=told.count)
    blocks = (
        words("seminars-change-cancel-title", title=seminar.title(words.locale)),
        words("seminars-change-copies"),
        words("seminars-change-cancel-what"),
        *_told(words, told, before),
    )
    footer = words.footer(
        ShowCancellation(lang=words.locale, seminar=seminar.id),
        Manage(lang=words.locale, do=Do.CARD, seminar=seminar.id),
    )
    return Screen("\n\n".join(blocks), ((words.button("seminars-change-cancel", go, count=told.count),), footer))


def refused_notice(words: Words, seminar: int, language: Locale, reason: str) -> Screen:
    """Say that Telegram does not take the notice; the seminar stays as it is."""
    here = Manage(lang=words.locale, do=Do.CARD, seminar=seminar)
    return Screen(words(f"seminars-preview-refused-{language.value}", original=reason), (words.footer(here, here),))


def _told(words: Words, told: Told, before: int | None) -> Sequence[str]:
    count = told.count
    changed: list[str] = []
    if before is not None and before != count and not told.growing:
        changed.append(words("seminars-change-recounted", before=before, count=count))
    growing = [words("seminars-change-growing")] if told.growing else []
    return (*changed, words("seminars-change-count", count=count), *growing)
