"""A second pair of eyes (A4): shows a large broadcast to the other admins, and tells them of each that goes out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery

from bot.core.events import Event, event
from bot.core.mailings.approval import Approvals
from bot.core.mailings.approving import Approve, VoidApprovals
from bot.core.mailings.mailings import Mailing, MailingState
from bot.handlers.admin.aliases import Aliases
from bot.handlers.admin.late import LateTaps
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.approvals.screens import announcement_screen, request_screen
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.screens import label
from bot.handlers.contents.content import send_copy
from bot.handlers.ui.screens import Screen, Words, edit, send_to


@dataclass(frozen=True)
class ApprovalDesk:
    """What a request needs; ``zones``: where old apps read a moment."""

    broadcast_desk: BroadcastDesk
    approve: Approve
    void: VoidApprovals
    aliases: Aliases
    zones: Sequence[str]

    async def request(self, words: Words, admin: int, number: int) -> Screen | None:
        """Return the card of what this admin is asked; None when nothing is asked of this admin."""
        mailing = await self.broadcast_desk.mailings.get(number)
        if mailing is None or not self.approve.second.asks(mailing, admin):
            return None
        preview = await self.broadcast_desk.composer.preview(admin, mailing)
        return request_screen(words, admin, mailing, preview, self.aliases.of(mailing.author), self.zones)

    async def draw(self, query: CallbackQuery, admin: int, words: Words, number: int) -> None:
        """Draw the card in the place of the tapped message, or what became of the broadcast."""
        card = await self.request(words, admin, number)
        if card is None:
            await self.broadcast_desk.draw_progress(query, words, number)
        else:
            await edit(query, card)

    async def redraw(self, query: CallbackQuery, admin: int, words: Words, number: int, late_taps: LateTaps) -> None:
        """Draw the card anew for a late tap, or what became of the broadcast."""
        card = await self.request(words, admin, number)
        if card is None:
            await self.broadcast_desk.redraw_run(query, words, number, late_taps)
        else:
            await late_taps.redraw(query, words, card)

    async def show_below(self, admin: int, words: Words, number: int) -> None:
        """Send copies and card again to an admin who has opened it: nobody approves what is not shown."""
        mailing = await self.broadcast_desk.mailings.get(number)
        if mailing is not None:
            await self.show(admin, words, mailing)

    async def show(self, admin: int, words: Words, mailing: Mailing) -> None:
        """Send the very copies, by the encoder that sends to everybody, and the card below them."""
        bot, preview = self.broadcast_desk.bot, await self.broadcast_desk.composer.preview(admin, mailing)
        for language, content in preview.copies:
            await send_to(bot, admin, label(words, preview, language))
            await send_copy(bot, admin, content)
        card = request_screen(words, admin, mailing, preview, self.aliases.of(mailing.author), self.zones)
        await send_to(bot, admin, card)

    def announcement(self, words: Words, mailing: Mailing) -> Screen:
        """Return what the others read of one that goes out."""
        approver = self.aliases.of(mailing.approver) if mailing.approver is not None else ""
        return announcement_screen(words, mailing, self.aliases.of(mailing.author), approver, self.zones)


@dataclass(frozen=True)
class BroadcastNotices:
    """Run by a tick: asks the other admins, and tells them of what goes out, each once.

    The author and the approver have cards of their own.

    How far it has come is stored after each admin: a kill doubles no more than what was under way.
    """

    desk: ApprovalDesk
    notices: AdminNotices
    approvals: Approvals

    async def __call__(self) -> None:
        """Go on with each broadcast of which somebody is still to hear."""
        for mailing in await self.approvals.unannounced():
            await self._tell(mailing)

    async def _tell(self, mailing: Mailing) -> None:
        others = sorted(self.notices.admins.ids - {mailing.author, mailing.approver})
        told = mailing.announced or 0
        for admin in others[told:]:
            if not await self._reached(admin, mailing):
                return  # the next tick goes on with this admin
            told += 1
            if not await self.approvals.announced(mailing, told):
                return  # something else is to be told of it by now
            mailing = replace(mailing, announced=told)
        await self.approvals.announced(mailing, None)

    async def _reached(self, admin: int, mailing: Mailing) -> bool:
        """Return whether Telegram answered: an admin who blocked the bot or never pressed Start stays unreachable."""
        words = await self.notices.words(admin)
        try:
            if mailing.state is MailingState.APPROVAL:
                await self.desk.show(admin, words, mailing)
            else:
                await send_to(self.notices.bot, admin, self.desk.announcement(words, mailing))
        except (TelegramBadRequest, TelegramForbiddenError):
            event(Event.ADMIN_NOT_REACHABLE)
        except (AiogramError, TimeoutError) as error:
            event(Event.ADMIN_NOT_TOLD, kind=error)
            return False
        return True
