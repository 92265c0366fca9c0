"""What every handler of a broadcast needs, as one value: the use cases, the mailings, and the card drawn from them."""

from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.broadcasts import Composer, ComposeStep, Confirm
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import Mailing, Mailings, MailingState
from bot.core.mailings.paid_broadcasts import ConfirmPaid
from bot.core.mailings.previews import Preview
from bot.handlers.admin.late import LateTaps
from bot.handlers.broadcasts.progress import ProgressCards, draw_progress, run_screen
from bot.handlers.broadcasts.screens import card_screen, gone_screen, label, refused_screen, step_screen
from bot.handlers.broadcasts.stars import Purse
from bot.handlers.contents.content import send_copy
from bot.handlers.ui.screens import Screen, Words, edit, send_to

SENT_AT_ONCE = 4
"""Messages of copies that a handler sends itself; one chat gets about one a second after a burst."""


@dataclass(frozen=True)
class BroadcastDesk:
    """Composes, previews and confirms broadcasts; ``send_rate`` is in messages a second."""

    bot: Bot
    composer: Composer
    confirm: Confirm
    confirm_paid: ConfirmPaid
    mailings: Mailings
    cards: ProgressCards
    purse: Purse
    send_rate: float
    later: dict[int, tuple[Words, int]] = field(default_factory=dict)
    """Previews that a tick sends, by admin: with albums they take longer than a handler may."""

    async def card(self, words: Words, admin: int, mailing: Mailing) -> Screen:
        """Return the card under a preview: audience, duration, price, and the buttons that send."""
        preview = await self.composer.preview(admin, mailing)
        return card_screen(words, preview, self.send_rate, await self.purse.offer())

    async def preview_below(self, admin: int, words: Words, number: int) -> None:
        """Send exact copies of the texts and then the card; a text that Telegram refuses is refused here (A3)."""
        mailing = await self.mailings.get(number)
        if mailing is None or mailing.state is not MailingState.DRAFT:
            await send_to(self.bot, admin, gone_screen(words, number))
            return
        preview = await self.composer.preview(admin, mailing)
        if sum(map(sum, (content.parts for _, content in preview.copies))) > SENT_AT_ONCE:
            self.later[admin] = (words, number)
        else:
            await self._send(admin, words, preview)

    async def send_later(self) -> None:
        """Send the previews that wait (run by a tick)."""
        while self.later:
            admin, (words, number) = self.later.popitem()
            mailing = await self.mailings.get(number)
            if mailing is not None and mailing.state is MailingState.DRAFT:
                await self._send(admin, words, await self.composer.preview(admin, mailing))

    async def _send(self, admin: int, words: Words, preview: Preview) -> Message:
        for language, content in preview.copies:
            await send_to(self.bot, admin, label(words, preview, language))
            reason = await send_copy(self.bot, admin, content)
            if reason is not None:
                return await send_to(self.bot, admin, refused_screen(words, preview, language, reason))
        card = card_screen(words, preview, self.send_rate, await self.purse.offer())
        return await send_to(self.bot, admin, card)

    async def ask_again(self, query: CallbackQuery, admin: int, words: Words, mailing: Mailing, why: str) -> None:
        """Nothing is sent: say why, and draw the card with what holds now."""
        if mailing.void(self.composer.clock.now()):
            why = "broadcasts-seminar-off"
        await query.answer(words.plain(why), show_alert=True)
        await edit(query, await self.card(words, admin, mailing))

    async def draw_progress(self, query: CallbackQuery, words: Words, number: int) -> None:
        """Draw the progress or the report of a confirmed broadcast in the place of the tapped message."""
        card = await draw_progress(query, words, self.mailings, number, self.cards)
        await self._keep_card(query, number, card)

    async def _keep_card(self, query: CallbackQuery, number: int, card: int | None) -> None:
        """Keep the message true from now on; only its author's: the number means another message in another chat."""
        mailing = await self.mailings.get(number)
        if card is not None and mailing is not None and mailing.author == query.from_user.id:
            self.cards.move(number, card)

    async def draft(self, words: Words, admin: int, conversation: Conversation) -> Screen:
        """Return what the composer waits for: the card under the preview, or its question."""
        mailing = await self.mailings.get(conversation.object)
        if conversation.step == ComposeStep.PREVIEW and mailing is not None:
            return await self.card(words, admin, mailing)
        return step_screen(words, conversation.awaits, conversation.object)

    async def redraw_run(self, query: CallbackQuery, words: Words, number: int, late_taps: LateTaps) -> None:
        """Draw a run anew for a late tap. Where that makes a new message, it is the run's card from now on."""
        mailing = await self.mailings.get(number)
        screen = await run_screen(words, self.mailings, number, mailing, self.cards)
        if mailing is not None and mailing.author == query.from_user.id:
            self.cards.drawn(mailing, screen)  # before it is sent: a tick meanwhile would draw over the sentence
        await self._keep_card(query, number, await late_taps.redraw(query, words, screen))
