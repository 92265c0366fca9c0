"""The routes of an edit: which part, its new value typed or tapped, confirmed once, told or silently (A9, R11, R15)."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.conversations import Conversation, Flow
from bot.core.seminars.confirming import Confirmed
from bot.core.seminars.editing import Edit, edit_of
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminar_editing.desk import SeminarEdits
from bot.handlers.seminar_editing.screens import EditPart, EditSilently, ShowEdit, StopEdit, TellEdit, TypePart
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.preview import refuse_stale
from bot.handlers.ui.screens import Words, edit, send, show


class OwnEdit(BaseFilter):
    """A value for the part that the admin's edit waits for now."""

    async def __call__(
        self, query: CallbackQuery, callback_data: TypePart, admin: int, seminar_edits: SeminarEdits
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get it as ``kept``."""
        kept = await seminar_edits.edit.kept(admin)
        if kept is None or (kept.seminar, kept.field) != (callback_data.seminar, callback_data.field):
            return False
        return {"kept": kept}


async def show_parts(query: CallbackQuery, callback_data: Manage, words: Words, seminar_edits: SeminarEdits) -> None:
    """«Изменить»: what can be changed."""
    await show(query, await seminar_edits.parts(words, callback_data.seminar))


async def ask(
    query: CallbackQuery, callback_data: EditPart, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """Ask for one part; the seminar stays as it is."""
    await show(query, await seminar_edits.ask(admin, words, callback_data.seminar, callback_data.field))


async def take_text(
    message: Message, conversation: Conversation, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """A value that was typed."""
    asked = await seminar_edits.take(admin, words, edit_of(conversation), message.text or "")
    if asked is not None:
        await send(message, asked)


async def take_tap(
    query: CallbackQuery, callback_data: TypePart, kept: Edit, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """A value that was tapped."""
    asked = await seminar_edits.take(admin, words, kept, callback_data.text)
    await query.answer()
    if asked is not None:
        await edit(query, asked)


async def tell(
    query: CallbackQuery, callback_data: TellEdit, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """«Сообщить · N»."""
    await _confirm(query, callback_data, admin, words, seminar_edits)


async def change_silently(
    query: CallbackQuery, callback_data: EditSilently, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """«Изменить без сообщения»."""
    await _confirm(query, callback_data, admin, words, seminar_edits)


async def _confirm(
    query: CallbackQuery, button: TellEdit | EditSilently, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """Change what was previewed; draw the seminar's card, or the question anew when it was not that any more."""
    shown = button.count if isinstance(button, TellEdit) else None
    confirmed = await seminar_edits.edit.confirm(admin, button.mark, shown)
    card = await seminar_edits.card(words, admin, button.seminar, shown)
    if confirmed is Confirmed.NOT_YET:
        await query.answer(words.plain("seminars-edit-ask-again"), show_alert=True)
    elif confirmed is Confirmed.OVER:
        await query.answer(words.plain("seminars-change-over"))
    else:
        await query.answer(words.plain("seminars-edit-told" if shown is not None else "seminars-edit-done"))
    await edit(query, card)


async def stop(
    query: CallbackQuery, callback_data: StopEdit, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """«Отмена»: the seminar stays as it is."""
    await seminar_edits.stop(admin, callback_data.seminar)
    await show(query, await seminar_edits.desk.card(words, callback_data.seminar))


async def show_edit(
    query: CallbackQuery, callback_data: ShowEdit, admin: int, words: Words, seminar_edits: SeminarEdits
) -> None:
    """What the edit waits for, in the tapped language."""
    await show(query, await seminar_edits.card(words, admin, callback_data.seminar))


async def redraw(
    query: CallbackQuery,
    callback_data: EditPart | TypePart | TellEdit | EditSilently,
    admin: int,
    words: Words,
    seminar_edits: SeminarEdits,
    late_taps: LateTaps,
) -> None:
    """A late tap changes nothing: what stands now is drawn anew."""
    await late_taps.redraw(query, words, await seminar_edits.card(words, admin, callback_data.seminar))


def router() -> Router:
    """Return the routes."""
    made = Router(name="seminar_editing")
    made.message.register(take_text, F.text, InConversation(Flow.EDIT))
    tap = made.callback_query.register
    tap(show_parts, Manage.filter(F.do == Do.EDIT), TappedByAdmin())
    tap(ask, EditPart.filter(), OrderedByAdmin())
    tap(take_tap, TypePart.filter(), OrderedByAdmin(), OwnEdit())
    tap(refuse_stale, TypePart.filter(), OrderedByAdmin())
    tap(tell, TellEdit.filter(), OrderedByAdmin())
    tap(change_silently, EditSilently.filter(), OrderedByAdmin())
    for button in (EditPart, TypePart, TellEdit, EditSilently):
        tap(redraw, button.filter(), TappedByAdmin())
    tap(stop, StopEdit.filter(), TappedByAdmin())
    tap(show_edit, ShowEdit.filter(), TappedByAdmin())
    return made
