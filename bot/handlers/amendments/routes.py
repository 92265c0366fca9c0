"""What was delivered is deleted or edited everywhere, or corrected: confirmed once, shown, paused, ended (A7, R15)."""

from dataclasses import dataclass

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.core.mailings.amendments import AmendmentOrder, Amendments, ControlAmendment, Retract
from bot.core.mailings.approval import AskedSecond
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.editing import EditEverywhere
from bot.core.pagination import GAP
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.amendments.cards import AmendmentCards
from bot.handlers.amendments.screens import (
    amendment_gone_screen,
    amendment_screen,
    asked_screen,
    retraction_screen,
    unreachable_screen,
)
from bot.handlers.broadcasts.amendment_buttons import (
    AskRetraction,
    BeginCorrection,
    BeginEdit,
    ControlAmending,
    DeleteEverywhere,
    EditSent,
    ShowAmendment,
)
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.runs import OwnDraft, redraw_run, refuse_confirmation, refuse_stale
from bot.handlers.broadcasts.screens import step_screen
from bot.handlers.ui.screens import Screen, Words, edit, send_to


@dataclass(frozen=True)
class AmendmentDesk:
    """What every handler of an amendment needs."""

    retract: Retract
    edit: EditEverywhere
    control: ControlAmendment
    amendments: Amendments
    cards: AmendmentCards

    async def question(self, words: Words, admin: int, mailing: int, *, recounted: bool = False) -> Screen:
        """Return the question whether to delete a broadcast everywhere, with its numbers now."""
        asked = await self.retract.ask(admin, mailing)
        return retraction_screen(words, asked, recounted=recounted) if asked else unreachable_screen(words, mailing)

    async def screen(self, words: Words, number: int) -> Screen:
        """Return an amendment as it is now."""
        found = await self.amendments.get(number)
        return amendment_screen(words, found) if found else amendment_gone_screen(words, number)

    async def ask_others(self, admin: int, draft: int, asked: AskedSecond) -> None:
        """Ask the other admins to look at an edit and confirm it."""
        await self.cards.notices.show(lambda words: asked_screen(words, draft, asked), but=admin)

    async def draw(self, query: CallbackQuery, admin: int, words: Words, number: int) -> None:
        """Draw it in the place of the tapped message; in its author's chat that is its card from now on."""
        card = await edit(query, await self.screen(words, number))
        found = await self.amendments.get(number)
        if card is not None and found is not None and found.author == admin and found.card is not None:
            self.cards.move(number, card)


async def ask_retraction(
    query: CallbackQuery, callback_data: AskRetraction, admin: int, words: Words, amendment_desk: AmendmentDesk
) -> None:
    """Say how many can be deleted and how many cannot, and ask."""
    await query.answer()
    await edit(query, await amendment_desk.question(words, admin, callback_data.mailing))


async def delete_everywhere(
    query: CallbackQuery, callback_data: DeleteEverywhere, admin: int, words: Words, amendment_desk: AmendmentDesk
) -> None:
    """Begin what was shown, once; the question becomes the card. If it is not that any more, ask again."""
    card = query.message.message_id if query.message else 0
    number, mark, shown = callback_data.mailing, callback_data.mark, callback_data.shown
    begun = await amendment_desk.retract(admin, number, mark, shown, card)
    if begun is None:
        await query.answer(words.plain("amendments-stale"), show_alert=True)
        await edit(query, await amendment_desk.question(words, admin, number, recounted=True))
        return
    await query.answer(words.plain("amendments-begun"))
    await amendment_desk.draw(query, admin, words, begun.id)


async def redraw_question(
    query: CallbackQuery,
    callback_data: DeleteEverywhere,
    admin: int,
    words: Words,
    amendment_desk: AmendmentDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap deletes nothing: the question is drawn anew."""
    await late_taps.redraw(query, words, await amendment_desk.question(words, admin, callback_data.mailing))


async def begin_edit(
    query: CallbackQuery,
    callback_data: BeginEdit,
    admin: int,
    words: Words,
    amendment_desk: AmendmentDesk,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Start a draft with the texts as everybody has them, and show it like any other preview."""
    draft = await amendment_desk.edit.begin(admin, callback_data.mailing)
    await _compose(query, words, admin, callback_data.mailing, draft, broadcast_desk)


async def edit_sent(
    query: CallbackQuery,
    callback_data: EditSent,
    admin: int,
    words: Words,
    amendment_desk: AmendmentDesk,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Begin what was previewed, once; the card becomes the progress. If it is not that any more, draw it anew."""
    card = query.message.message_id if query.message else 0
    number, mark, shown = callback_data.mailing, callback_data.mark, callback_data.shown
    begun = await amendment_desk.edit(admin, number, mark, shown, card)
    if isinstance(begun, AskedSecond):
        await query.answer(words.plain("amendments-asked"), show_alert=True)
        return await amendment_desk.ask_others(admin, number, begun)
    if begun is None:
        mailing = await broadcast_desk.mailings.get(number)
        if mailing is None or not mailing.edits:
            return await refuse_stale(query, words)
        return await broadcast_desk.ask_again(query, admin, words, mailing, "amendments-stale")
    await query.answer(words.plain("amendments-begun"))
    return await amendment_desk.draw(query, admin, words, begun.id)


async def begin_correction(
    query: CallbackQuery, callback_data: BeginCorrection, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Start a broadcast to exactly those who got this one, as an answer to it."""
    source = await broadcast_desk.mailings.get(callback_data.mailing)
    draft = await broadcast_desk.composer.correction(admin, source) if source else None
    if draft is None:
        return await _compose(query, words, admin, callback_data.mailing, None, broadcast_desk)
    await query.answer()
    asked = step_screen(words, ComposeStep.RUSSIAN, draft)
    head = words("amendments-correcting", number=callback_data.mailing)
    await send_to(broadcast_desk.bot, admin, Screen(GAP.join((head, asked.text)), asked.rows))
    return None


async def _compose(
    query: CallbackQuery, words: Words, admin: int, source: int, draft: int | None, broadcast_desk: BroadcastDesk
) -> None:
    """Show the preview of a draft, or the report once more when there is none to be made."""
    if draft is None:
        await query.answer(words.plain("amendments-nobody"), show_alert=True)
        return await broadcast_desk.draw_progress(query, words, source)
    await query.answer()
    await broadcast_desk.preview_below(admin, words, draft)
    return None


async def control_amendment(
    query: CallbackQuery, callback_data: ControlAmending, admin: int, words: Words, amendment_desk: AmendmentDesk
) -> None:
    """Pause, resume or end it; a repeated tap changes nothing."""
    changed = await amendment_desk.control(callback_data.amendment, callback_data.order)
    await query.answer(words.plain(f"amendments-now-{callback_data.order}" if changed else "broadcasts-now-same"))
    await amendment_desk.draw(query, admin, words, callback_data.amendment)


async def redraw_amendment(
    query: CallbackQuery,
    callback_data: ControlAmending,
    words: Words,
    amendment_desk: AmendmentDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap lets nothing go on: the card is drawn anew."""
    found = await amendment_desk.amendments.get(callback_data.amendment)
    screen, cards = await amendment_desk.screen(words, callback_data.amendment), amendment_desk.cards
    own = found if found is not None and found.author == query.from_user.id else None
    if own is not None:
        cards.drawn(own, screen)  # before it is sent: a tick meanwhile would draw over the sentence
    card = await late_taps.redraw(query, words, screen)
    if card is not None and own is not None:
        cards.move(own.id, card)


async def show_amendment(
    query: CallbackQuery, callback_data: ShowAmendment, admin: int, words: Words, amendment_desk: AmendmentDesk
) -> None:
    """Draw the progress or the report, in the tapped language."""
    await query.answer()
    await amendment_desk.draw(query, admin, words, callback_data.amendment)


def router() -> Router:
    """Return the routes of what is done with delivered messages."""
    made = Router(name="amendments")
    tap = made.callback_query.register
    tap(ask_retraction, AskRetraction.filter(), TappedByAdmin())
    tap(delete_everywhere, DeleteEverywhere.filter(), OrderedByAdmin())
    tap(redraw_question, DeleteEverywhere.filter(), TappedByAdmin())
    tap(begin_edit, BeginEdit.filter(), OrderedByAdmin())
    tap(redraw_run, BeginEdit.filter(), TappedByAdmin())
    tap(edit_sent, EditSent.filter(), OrderedByAdmin(), OwnDraft())
    refuse_confirmation(made, EditSent)
    tap(begin_correction, BeginCorrection.filter(), OrderedByAdmin())
    tap(redraw_run, BeginCorrection.filter(), TappedByAdmin())
    stopping = {AmendmentOrder.PAUSE, AmendmentOrder.END}
    tap(control_amendment, ControlAmending.filter(F.order.in_(stopping)), TappedByAdmin())
    tap(control_amendment, ControlAmending.filter(), OrderedByAdmin())
    tap(redraw_amendment, ControlAmending.filter(), TappedByAdmin())
    tap(show_amendment, ShowAmendment.filter(), TappedByAdmin())
    return made
