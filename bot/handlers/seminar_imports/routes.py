"""The routes of imported events: shown, previewed, put aside; none of their buttons announces anything (A9, R15)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminar_imports.desk import SeminarImports
from bot.handlers.seminar_imports.screens import DropImported, ShowImported, TakeImported
from bot.handlers.seminars.admin_screens import ShowImports
from bot.handlers.ui.screens import Words, edit, show


async def show_list(query: CallbackQuery, words: Words, seminar_imports: SeminarImports) -> None:
    """What waits."""
    await show(query, await seminar_imports.list(words))


async def show_one(
    query: CallbackQuery, callback_data: ShowImported, words: Words, seminar_imports: SeminarImports
) -> None:
    """One event."""
    await show(query, await seminar_imports.one(words, callback_data.event))


async def take(
    query: CallbackQuery, callback_data: TakeImported, admin: int, words: Words, seminar_imports: SeminarImports
) -> None:
    """Preview what it asks for; one that asks for it no longer is drawn as it stands."""
    if await seminar_imports.take(admin, words, callback_data.event, callback_data.field):
        await query.answer()
        return
    await query.answer(words.plain("seminars-imported-stale"), show_alert=True)
    await edit(query, await seminar_imports.one(words, callback_data.event))


async def drop(
    query: CallbackQuery, callback_data: DropImported, words: Words, seminar_imports: SeminarImports
) -> None:
    """«Убрать»: the seminar stays as it is."""
    await seminar_imports.drop(callback_data.event)
    await show(query, await seminar_imports.list(words))


async def redraw(
    query: CallbackQuery,
    callback_data: TakeImported | DropImported,
    words: Words,
    seminar_imports: SeminarImports,
    late_taps: LateTaps,
) -> None:
    """A late tap previews nothing and puts nothing aside."""
    await late_taps.redraw(query, words, await seminar_imports.one(words, callback_data.event))


def router() -> Router:
    """Return the routes."""
    made = Router(name="seminar_imports")
    tap = made.callback_query.register
    tap(show_list, ShowImports.filter(), TappedByAdmin())
    tap(show_one, ShowImported.filter(), TappedByAdmin())
    tap(take, TakeImported.filter(), OrderedByAdmin())
    tap(drop, DropImported.filter(), OrderedByAdmin())
    for button in (TakeImported, DropImported):
        tap(redraw, button.filter(), TappedByAdmin())
    return made
