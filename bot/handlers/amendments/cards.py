"""The card of an amendment under way, refreshed in place, and the sentence to the other admins (A7)."""

from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError

from bot.core.events import Event, event
from bot.core.mailings.amendments import Amendment, Amendments
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.amendments.screens import amendment_screen, told_screen
from bot.handlers.ui.screens import Screen, Words, edited, send_to


@dataclass
class AmendmentCards:
    """Run by a tick: tells the other admins of each amendment once, and redraws the cards that changed."""

    bot: Bot
    notices: AdminNotices
    amendments: Amendments
    _drawn: dict[int, Screen] = field(default_factory=dict)
    _moved: dict[int, int] = field(default_factory=dict)

    def move(self, amendment: int, card: int) -> None:
        """Keep another message true from the next tick on: the one in which an admin has just seen it."""
        self._moved[amendment] = card

    def drawn(self, amendment: Amendment, screen: Screen) -> None:
        """Leave a card as it was drawn beside the ticks, with a sentence more, until the amendment changes."""
        self._drawn[amendment.id] = screen

    async def __call__(self) -> None:
        """Do it. A card that fails is tried again at the next tick."""
        for amendment in await self.amendments.untold():
            await self._announce(amendment)
        shown = await self.amendments.with_cards()
        self._drawn = {each.id: self._drawn[each.id] for each in shown if each.id in self._drawn}
        moved, self._moved = self._moved, {}
        for amendment in shown:
            try:
                await self._refresh(amendment, moved.get(amendment.id, amendment.card))
            except Exception as error:
                event(Event.CARD_NOT_DRAWN, kind=error)

    async def _announce(self, amendment: Amendment) -> None:
        """Tell the others; when nobody could be reached, the next tick tries again."""
        if await self.notices.show(lambda words: told_screen(words, amendment), but=amendment.author):
            await self.amendments.told(amendment.id)

    async def _refresh(self, amendment: Amendment, card: int | None) -> None:
        author = amendment.author
        if author is None or card is None:
            return
        words = Words(self.notices.texts, await self.notices.languages.of(author, None, None))
        screen = amendment_screen(words, amendment)
        if card != amendment.card:
            await self.amendments.card(amendment.id, card)
        if self._drawn.get(amendment.id) != screen:
            await self._show(amendment, author, card, screen)
        self._drawn[amendment.id] = screen
        if amendment.over:
            await self.amendments.card(amendment.id, None)

    async def _show(self, amendment: Amendment, author: int, card: int, screen: Screen) -> None:
        """Edit the card; send a new one when the admin has deleted it."""
        try:
            call = self.bot.edit_message_text(chat_id=author, message_id=card, **screen.fields())
            if not await edited(call):
                message = await send_to(self.bot, author, screen)
                await self.amendments.card(amendment.id, message.message_id)
        except TelegramForbiddenError:
            event(Event.CARD_HAS_NO_READER)
