"""The admin's menu, with the button that pauses everything that is sent (A1, A13)."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.control import Pause, PauseAll
from bot.handlers.admin.access import FromAdmin, TappedByAdmin
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.reviews.screens import ShowReviews
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.ui.callbacks import Deed, Spoken
from bot.handlers.ui.screens import Screen, Words, edit, send, show


class ShowDesk(Spoken, prefix="dsk"):
    """Show the desk."""


class HoldAll(Deed, prefix="hld"):
    """Pause or resume all mailings."""

    on: bool


def desk_screen(words: Words, *, held: bool) -> Screen:
    """Draw what an admin can do, and whether all sending is paused."""
    state = words("desk-held" if held else "desk-running")
    hold = words.button("desk-resume" if held else "desk-hold", HoldAll(lang=words.locale, on=not held))
    seminars = words.button("label-seminars", Manage(lang=words.locale, do=Do.LIST))
    answers = words.button("desk-answers", ShowReviews(lang=words.locale))
    rows = ((seminars, answers), (hold,), words.footer(ShowDesk(lang=words.locale)))
    return Screen("\n\n".join((words("desk-title"), state)), rows)


async def show_desk(event: Message | CallbackQuery, words: Words, pause: Pause) -> None:
    """``/admin`` and its button: the desk as things are now."""
    await show(event, desk_screen(words, held=await pause.on()))


async def pause(message: Message, admin: int, words: Words, pause_all: PauseAll, admin_notices: AdminNotices) -> None:
    """``/pause``: pause all sending; a second time changes nothing and shows how to resume."""
    changed = await pause_all(on=True)
    await send(message, desk_screen(words, held=True))
    if changed:
        await admin_notices.tell("desk-told-held", but=admin)


async def hold(
    query: CallbackQuery,
    callback_data: HoldAll,
    admin: int,
    words: Words,
    pause_all: PauseAll,
    admin_notices: AdminNotices,
) -> None:
    """The button that pauses or resumes all sending."""
    changed = await pause_all(on=callback_data.on)
    await query.answer(words.plain("desk-now-held" if callback_data.on else "desk-now-resumed"))
    await edit(query, desk_screen(words, held=callback_data.on))
    if changed:
        await admin_notices.tell("desk-told-held" if callback_data.on else "desk-told-resumed", but=admin)


def router() -> Router:
    """Return the desk's routes. A tap that came during a downtime may pause, but not resume."""
    made = Router(name="admin_menu")
    made.message.register(show_desk, Command("admin", ignore_case=True), FromAdmin())
    made.message.register(pause, Command("pause", ignore_case=True), FromAdmin())
    made.callback_query.register(hold, HoldAll.filter(F.on), TappedByAdmin(only_stops=True))
    made.callback_query.register(hold, HoldAll.filter(~F.on), TappedByAdmin())
    made.callback_query.register(show_desk, ShowDesk.filter(), TappedByAdmin())
    return made
