"""The row of buttons that turns the pages of a long text."""

from collections.abc import Callable

from aiogram.types import InlineKeyboardButton

from bot.handlers.ui.callbacks import Spoken
from bot.handlers.ui.screens import Words


def pager(
    words: Words, page: int, pages: int, target: Callable[[int], Spoken]
) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    """Return the row that turns pages, or no row for a single page."""
    if pages == 1:
        return ()
    row = [words.button("answers-page", target(page), page=page + 1, pages=pages)]
    if page > 0:
        row.insert(0, words.button("answers-previous", target(page - 1)))
    if page + 1 < pages:
        row.append(words.button("answers-next", target(page + 1)))
    return (tuple(row),)


def clamp(page: int, pages: int) -> int:
    """Return the nearest page there is: a button may be older than the text."""
    return min(max(page, 0), pages - 1)
