"""A seminar's preview: confirmed once, corrected, opened without telling anybody, or dropped (A9, R11, R15)."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.seminars.announcing import NOT_YET, Already, AskAgain
from bot.core.seminars.drafts import SeminarDraft, mark_of_plan, unpacked
from bot.core.seminars.seminars import Seminar
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminars.preview_desk import SeminarPreviews
from bot.handlers.seminars.preview_screens import (
    ConfirmSeminar,
    CorrectField,
    DropDraft,
    KeepField,
    OpenQuietly,
    ShowAwaited,
    ShowDraft,
    ShowFields,
    ask_field,
    dropped_screen,
    fields_screen,
)
from bot.handlers.seminars.screens import GetCalendar, Remind
from bot.handlers.ui.callbacks import ShowSeminar
from bot.handlers.ui.screens import Words, edit, send, show

BUTTONS: tuple[type[CallbackData], ...] = (
    *(ConfirmSeminar, OpenQuietly, CorrectField),
    *(DropDraft, KeepField, ShowAwaited, ShowDraft, ShowFields),
)


class OwnPlan(BaseFilter):
    """A button under the preview of the plan the admin's draft holds now, not of one corrected, entered or expired."""

    async def __call__(
        self, query: CallbackQuery, callback_data: CallbackData, admin: int, seminar_previews: SeminarPreviews
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``draft``."""
        draft = await seminar_previews.announcing.draft(admin)
        if draft is None or mark_of_plan(admin, draft.plan) != getattr(callback_data, "mark", None):
            return False
        return {"draft": draft}


async def announce(
    query: CallbackQuery, callback_data: ConfirmSeminar, admin: int, words: Words, seminar_previews: SeminarPreviews
) -> None:
    """«Объявить N»: enter the seminar; its announcement is queued by the next tick."""
    shown = callback_data.count
    done = await seminar_previews.announcing.confirm(admin, callback_data.mark, shown)
    await _answer(query, words, seminar_previews, done, shown)


async def open_quietly(
    query: CallbackQuery, callback_data: OpenQuietly, admin: int, words: Words, seminar_previews: SeminarPreviews
) -> None:
    """«Открыть без объявления»: enter the seminar and tell nobody."""
    done = await seminar_previews.announcing.confirm(admin, callback_data.mark, None)
    await _answer(query, words, seminar_previews, done)


async def _answer(
    query: CallbackQuery,
    words: Words,
    seminar_previews: SeminarPreviews,
    done: Seminar | Already | AskAgain | None,
    shown: int | None = None,
) -> None:
    if done is None:
        return await refuse_stale(query, words)
    if isinstance(done, AskAgain):
        await query.answer(words.plain("seminars-preview-ask-again"), show_alert=True)
        await edit(query, await seminar_previews.card(words, query.from_user.id, done.draft, shown))
        return None
    if isinstance(done, Already):
        await query.answer(words.plain("seminars-preview-already"), show_alert=True)
        await edit(query, await seminar_previews.desk.card(words, done.seminar.id))
        return None
    await query.answer(words.plain("seminars-preview-told" if shown else "seminars-preview-opened"))
    await edit(query, await seminar_previews.desk.card(words, done.id))
    return None


async def take_text(
    message: Message, conversation: Conversation, admin: int, words: Words, seminar_previews: SeminarPreviews
) -> None:
    """What an admin types while a draft waits."""
    asked = await seminar_previews.take(admin, words, unpacked(conversation.step), message.text or "")
    if asked is not None:
        await send(message, asked)


async def await_field(
    query: CallbackQuery,
    callback_data: CorrectField,
    draft: SeminarDraft,
    admin: int,
    words: Words,
    seminar_previews: SeminarPreviews,
) -> None:
    """Wait for one part of the plan; the draft stays as it is until it comes."""
    awaiting = SeminarDraft(draft.plan, callback_data.field)
    await seminar_previews.announcing.keep(admin, awaiting)
    await show(query, ask_field(words, admin, awaiting))


async def keep_field(
    query: CallbackQuery, draft: SeminarDraft, admin: int, words: Words, seminar_previews: SeminarPreviews
) -> None:
    """«Назад»: the part stays as it is."""
    await seminar_previews.announcing.keep(admin, SeminarDraft(draft.plan))
    await show(query, fields_screen(words, admin, draft.plan))


async def show_fields(query: CallbackQuery, draft: SeminarDraft, admin: int, words: Words) -> None:
    """«Исправить»: what can be corrected."""
    await show(query, fields_screen(words, admin, draft.plan))


async def show_awaited(query: CallbackQuery, draft: SeminarDraft, admin: int, words: Words) -> None:
    """The question for a part, in the tapped language."""
    await show(query, ask_field(words, admin, draft))


async def show_draft(
    query: CallbackQuery, draft: SeminarDraft, admin: int, words: Words, seminar_previews: SeminarPreviews
) -> None:
    """The card under the preview."""
    await show(query, await seminar_previews.card(words, admin, draft))


async def drop(query: CallbackQuery, admin: int, words: Words, conversations: Conversations) -> None:
    """«Отмена»: nobody has heard of it."""
    await conversations.drop(admin)
    await show(query, dropped_screen(words))


async def redraw(
    query: CallbackQuery,
    draft: SeminarDraft,
    admin: int,
    words: Words,
    seminar_previews: SeminarPreviews,
    late_taps: LateTaps,
) -> None:
    """A late tap enters and changes nothing: the card is drawn anew."""
    await late_taps.redraw(query, words, await seminar_previews.card(words, admin, draft))


async def redraw_fields(
    query: CallbackQuery, draft: SeminarDraft, admin: int, words: Words, late_taps: LateTaps
) -> None:
    """A late tap asks for no part: what can be corrected is drawn anew."""
    await late_taps.redraw(query, words, fields_screen(words, admin, draft.plan))


async def refuse_stale(query: CallbackQuery, words: Words) -> None:
    """Say that the button belongs to a draft that was entered, corrected, dropped or forgotten."""
    await query.answer(words.plain("seminars-preview-stale"), show_alert=True)


async def explain_copy(query: CallbackQuery, words: Words) -> None:
    """The buttons of a copy lead to a seminar that does not exist yet."""
    await query.answer(words.plain("seminars-preview-only"))


def router() -> Router:
    """Return the routes of a preview."""
    made = Router(name="seminar_preview")
    made.message.register(take_text, F.text, InConversation(Flow.SEMINAR))
    tap = made.callback_query.register
    tap(announce, ConfirmSeminar.filter(), OrderedByAdmin())
    tap(open_quietly, OpenQuietly.filter(), OrderedByAdmin())
    tap(await_field, CorrectField.filter(), OrderedByAdmin(), OwnPlan())
    tap(drop, DropDraft.filter(), TappedByAdmin(), OwnPlan())
    tap(keep_field, KeepField.filter(), TappedByAdmin(), OwnPlan())
    tap(show_fields, ShowFields.filter(), TappedByAdmin(), OwnPlan())
    tap(show_awaited, ShowAwaited.filter(), TappedByAdmin(), OwnPlan())
    tap(show_draft, ShowDraft.filter(), TappedByAdmin(), OwnPlan())
    tap(redraw_fields, CorrectField.filter(), TappedByAdmin(), OwnPlan())
    for button in BUTTONS:
        tap(redraw, button.filter(), TappedByAdmin(), OwnPlan())
        tap(refuse_stale, button.filter(), TappedByAdmin())
    return made


def copies_router() -> Router:
    """Return what answers the buttons of a copy; it stands before the readers' router."""
    made = Router(name="seminar_copies")
    for button in (ShowSeminar, GetCalendar, Remind):
        made.callback_query.register(explain_copy, button.filter(F.seminar == NOT_YET), TappedByAdmin())
    return made
