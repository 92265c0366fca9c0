"""A move or a cancellation of a seminar, previewed and confirmed once (A9, R11, R15)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.core.seminars.confirming import Confirmed
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.change_desk import SeminarChanges
from bot.handlers.seminars.change_screens import ConfirmCancellation, ConfirmMove, ShowCancellation, ShowMove
from bot.handlers.ui.screens import Screen, Words, edit, show


async def preview_cancellation(
    query: CallbackQuery, callback_data: Manage, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """«Отменить семинар»: what those who were told will get, and the question, below."""
    await query.answer()
    await seminar_changes.cancellation_below(admin, words, callback_data.seminar)


async def confirm_cancellation(
    query: CallbackQuery, callback_data: ConfirmCancellation, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """«Отменить семинар · N»."""
    number, shown = callback_data.seminar, callback_data.count
    confirmed = await seminar_changes.confirm.cancel(admin, number, callback_data.mark, shown)
    await _answer(query, words, confirmed, await seminar_changes.cancellation_card(words, admin, number, shown))


async def confirm_move(
    query: CallbackQuery, callback_data: ConfirmMove, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """«Перенести · N»."""
    number, shown = callback_data.seminar, callback_data.count
    confirmed = await seminar_changes.confirm.move(admin, callback_data.mark, shown)
    await _answer(query, words, confirmed, await seminar_changes.move_card(words, admin, number, shown))


async def _answer(query: CallbackQuery, words: Words, confirmed: Confirmed, card: Screen) -> None:
    """Draw what stands now: the seminar's card, or the question anew when something has changed since the preview."""
    if confirmed is Confirmed.NOT_YET:
        await query.answer(words.plain("seminars-preview-ask-again"), show_alert=True)
    else:
        await query.answer(
            words.plain("seminars-change-over" if confirmed is Confirmed.OVER else "seminars-change-done")
        )
    await edit(query, card)


async def show_move(
    query: CallbackQuery, callback_data: ShowMove, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """The card of a move, in the tapped language."""
    await show(query, await seminar_changes.move_card(words, admin, callback_data.seminar))


async def show_cancellation(
    query: CallbackQuery, callback_data: ShowCancellation, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """The card of a cancellation, in the tapped language."""
    await show(query, await seminar_changes.cancellation_card(words, admin, callback_data.seminar))


async def redraw_move(
    query: CallbackQuery,
    callback_data: ConfirmMove,
    admin: int,
    words: Words,
    seminar_changes: SeminarChanges,
    late_taps: LateTaps,
) -> None:
    """A late tap moves no seminar: the question is asked again."""
    await late_taps.redraw(query, words, await seminar_changes.move_card(words, admin, callback_data.seminar))


async def redraw_cancellation(
    query: CallbackQuery,
    callback_data: ConfirmCancellation,
    admin: int,
    words: Words,
    seminar_changes: SeminarChanges,
    late_taps: LateTaps,
) -> None:
    """A late tap cancels no seminar: the question is asked again."""
    await late_taps.redraw(query, words, await seminar_changes.cancellation_card(words, admin, callback_data.seminar))


def router() -> Router:
    """Return the routes of a confirmed change."""
    made = Router(name="seminar_changes")
    tap = made.callback_query.register
    tap(preview_cancellation, Manage.filter(F.do == Do.ASK_CANCEL), TappedByAdmin())
    tap(confirm_move, ConfirmMove.filter(), OrderedByAdmin())
    tap(redraw_move, ConfirmMove.filter(), TappedByAdmin())
    tap(confirm_cancellation, ConfirmCancellation.filter(), OrderedByAdmin())
    tap(redraw_cancellation, ConfirmCancellation.filter(), TappedByAdmin())
    tap(show_move, ShowMove.filter(), TappedByAdmin())
    tap(show_cancellation, ShowCancellation.filter(), TappedByAdmin())
    return made
