"""The question after a seminar, and what stands in its place once it is answered (S8)."""

from typing import Annotated

from pydantic import Field

from bot.core.locales import Locale
from bot.core.seminars.ratings import VALUES
from bot.core.seminars.seminars import Seminar
from bot.handlers.ui.callbacks import AskBelow, Deed, RowNumber
from bot.handlers.ui.screens import Row, Screen, Words
from bot.texts import Texts


class RateSeminar(Deed, prefix="rat"):
    """Give a seminar so many of five."""

    seminar: RowNumber
    value: Annotated[int, Field(ge=VALUES[0], le=VALUES[-1])]


def rating_text(words: Words, seminar: Seminar) -> str:
    """Ask about a seminar, and say how the answer is counted."""
    return words("ratings-question", title=seminar.title(words.locale))


def rating_row(words: Words, seminar: int) -> Row:
    """Return the five buttons."""
    return tuple(
        words.button("ratings-value", RateSeminar(lang=words.locale, seminar=seminar, value=value), value=value)
        for value in VALUES
    )


def follow_up(words: Words) -> tuple[Row, ...]:
    """Return the row that leads to the lawyers, where there are some (S8)."""
    return ((words.button("ratings-ask", AskBelow(lang=words.locale)),),) if words.lawyers else ()


def opened_rating(words: Words, seminar: Seminar) -> Screen:
    """Return the question in the place of a neutral message, with «Скрыть»."""
    return Screen(rating_text(words, seminar), (rating_row(words, seminar.id), *follow_up(words), words.hide()))


def thanks(texts: Texts, locale: Locale, *, lawyers: bool = False) -> Screen:
    """Return what takes the question's place: the same for every value, and without a word of the subject.

    It has no button of the question: what can be opened again could be answered again. With ``lawyers``, for those
    whose messages are open, it leads to them.
    """
    words = Words(texts, locale, lawyers=lawyers)
    return Screen(words("ratings-thanks"), follow_up(words))
