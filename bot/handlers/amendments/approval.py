"""An edit of what many have: another admin looks at the very copies and confirms it, or does not (A4, A7)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.mailings.previews import Preview
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.amendments.routes import AmendmentDesk
from bot.handlers.amendments.screens import review_button
from bot.handlers.broadcasts.amendment_buttons import ApproveEdit, ReviewEdit
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.runs import refuse_stale
from bot.handlers.broadcasts.screens import label
from bot.handlers.contents.content import send_copy
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.screens import Screen, Words, send_to


def approval_screen(words: Words, preview: Preview | None, here: ReviewEdit) -> Screen:
    """Show how many messages become what stands above, and the button that approves; or that nothing is asked."""
    if preview is None:
        return Screen(words("amendments-edit-over"), (words.footer(Go(lang=words.locale, to=Place.MENU)),))
    approve = ApproveEdit(lang=words.locale, mailing=here.mailing, mark=preview.mark, shown=preview.recipients)
    button = words.button("amendments-approve", approve, count=preview.recipients)
    return Screen(words("amendments-edit-review", count=preview.recipients), ((button,), words.footer(here)))


async def review_edit(
    query: CallbackQuery,
    callback_data: ReviewEdit,
    admin: int,
    words: Words,
    amendment_desk: AmendmentDesk,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Send exact copies and below them the card that approves; what its author has changed since is not asked."""
    number, bot = callback_data.mailing, broadcast_desk.bot
    draft = await broadcast_desk.mailings.get(number)
    asked = draft is not None and review_button(words, number, draft.content_hash).mark == callback_data.mark
    preview = await amendment_desk.edit.preview(admin, number) if asked else None
    await query.answer()
    if preview is not None:
        for language, content in preview.copies:
            await send_to(bot, admin, label(words, preview, language))
            await send_copy(bot, admin, content)
    await send_to(bot, admin, approval_screen(words, preview, callback_data))


async def approve_edit(
    query: CallbackQuery, callback_data: ApproveEdit, admin: int, words: Words, amendment_desk: AmendmentDesk
) -> None:
    """Begin it, once; it is refused to its author, and when anything has changed."""
    number, mark, shown = callback_data.mailing, callback_data.mark, callback_data.shown
    begun = await amendment_desk.edit.approve(admin, number, mark, shown)
    if begun is None:
        return await refuse_stale(query, words)
    await query.answer(words.plain("amendments-begun"))
    return await amendment_desk.draw(query, admin, words, begun.id)


async def redraw_approval(
    query: CallbackQuery,
    callback_data: ApproveEdit,
    admin: int,
    words: Words,
    amendment_desk: AmendmentDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap approves nothing: the card is drawn anew, unless the copies above it are not these texts any more."""
    number, preview = callback_data.mailing, await amendment_desk.edit.preview(admin, callback_data.mailing)
    draft = await amendment_desk.edit.mailings.get(number)
    shown = preview if preview is not None and preview.mark == callback_data.mark else None
    here = review_button(words, number, draft.content_hash if draft and shown else "")
    await late_taps.redraw(query, words, approval_screen(words, shown, here))


def router() -> Router:
    """Return the routes."""
    made = Router(name="edit_approval")
    tap = made.callback_query.register
    tap(review_edit, ReviewEdit.filter(), TappedByAdmin())
    tap(approve_edit, ApproveEdit.filter(), OrderedByAdmin())
    tap(redraw_approval, ApproveEdit.filter(), TappedByAdmin())
    return made
