"""Another admin answers a request for approval (A4): approves once, or refuses; a late tap approves nothing (R15)."""

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery

from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.approvals.desk import ApprovalDesk
from bot.handlers.approvals.screens import ApproveBroadcast, RefuseBroadcast, approved_screen
from bot.handlers.broadcasts.screens import ShowBroadcast
from bot.handlers.ui.screens import Words, edit


class AskedOfMe(BaseFilter):
    """A broadcast that waits for approval by an admin like this one."""

    async def __call__(
        self, query: CallbackQuery, callback_data: ShowBroadcast, admin: int, approval_desk: ApprovalDesk
    ) -> bool:
        """Return whether it is one."""
        mailing = await approval_desk.broadcast_desk.mailings.get(callback_data.mailing)
        return approval_desk.approve.second.asks(mailing, admin)


async def approve(
    query: CallbackQuery, callback_data: ApproveBroadcast, admin: int, words: Words, approval_desk: ApprovalDesk
) -> None:
    """Let it go out, once; what is no longer asked so is drawn as it stands now."""
    if await approval_desk.approve(admin, callback_data.mailing, callback_data.mark):
        await query.answer(words.plain("broadcasts-approved"))
        await edit(query, approved_screen(words, callback_data.mailing))
        return
    await query.answer(words.plain("broadcasts-request-over"), show_alert=True)
    await approval_desk.draw(query, admin, words, callback_data.mailing)


async def refuse(
    query: CallbackQuery, callback_data: RefuseBroadcast, admin: int, words: Words, approval_desk: ApprovalDesk
) -> None:
    """Let nobody be told; its author is asked what to do."""
    refused = await approval_desk.approve.refuse(admin, callback_data.mailing)
    await query.answer(words.plain("broadcasts-not-approved" if refused else "broadcasts-request-over"))
    await approval_desk.draw(query, admin, words, callback_data.mailing)


async def redraw_request(
    query: CallbackQuery,
    callback_data: ApproveBroadcast,
    admin: int,
    words: Words,
    approval_desk: ApprovalDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap approves nothing: its card is drawn anew, with a button that is good."""
    await approval_desk.redraw(query, admin, words, callback_data.mailing, late_taps)


async def show_request(
    query: CallbackQuery, callback_data: ShowBroadcast, admin: int, words: Words, approval_desk: ApprovalDesk
) -> None:
    """Draw the request in the tapped language, or, opened from the list, send the copies and the request below."""
    await query.answer()
    if callback_data.pick:
        await approval_desk.draw(query, admin, words, callback_data.mailing)
    else:
        await approval_desk.show_below(admin, words, callback_data.mailing)


def router() -> Router:
    """Return the routes of a request; they stand before those of a run, which show it to its author."""
    made = Router(name="approval")
    tap = made.callback_query.register
    tap(approve, ApproveBroadcast.filter(), OrderedByAdmin())
    tap(redraw_request, ApproveBroadcast.filter(), TappedByAdmin())
    tap(refuse, RefuseBroadcast.filter(), TappedByAdmin())
    tap(show_request, ShowBroadcast.filter(), TappedByAdmin(), AskedOfMe())
    return made
