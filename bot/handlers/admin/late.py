"""What a late tap gets: the same card anew, with a button that works, and a sentence that says why (R15)."""

from dataclasses import dataclass

from aiogram.types import CallbackQuery, Message

from bot.core.content import MESSAGE_UNITS
from bot.core.drawn_cards import DrawnCards
from bot.core.pagination import GAP, visible
from bot.handlers.ui.screens import Screen, Words, edited, send_to


@dataclass(frozen=True)
class LateTaps:
    """Answers taps that are no order, because nobody can tell when they were made."""

    drawn_cards: DrawnCards

    async def redraw(self, query: CallbackQuery, words: Words, screen: Screen) -> int | None:
        """Say that nothing was done and draw the card anew; return the new message's number if there is one.

        Several taps on one card that waited together redraw it once.
        """
        await query.answer(words.plain("late-tap-toast"), show_alert=True)
        card = query.message
        if card is None or query.bot is None or not self.drawn_cards.redraw(card.chat.id, card.message_id):
            return None
        noted = Screen(GAP.join((words("late-tap"), screen.text)), screen.rows)
        if visible(noted.text) > MESSAGE_UNITS:  # a long answer leaves no room for the sentence
            await query.bot.send_message(card.chat.id, words("late-tap"))
            noted = screen
        elif isinstance(card, Message) and await edited(card.edit_text(**noted.fields()), unchanged=False):
            return None
        return (await send_to(query.bot, card.chat.id, noted)).message_id
