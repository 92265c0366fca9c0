"""What the handlers of an edit share: the awaited part, copies of the notice, and the card below (A9)."""

from dataclasses import dataclass

from aiogram import Bot

from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.drafts import Field, corrected
from bot.core.seminars.editing import Edit, EditSeminar, edit_of, edited
from bot.core.seminars.form import FormError, understood
from bot.core.seminars.seminars import Plan, Renderer
from bot.handlers.seminar_editing.screens import ask_part, edit_card, parts_screen
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.change_screens import refused_notice
from bot.handlers.seminars.preview_desk import send_copies
from bot.handlers.ui.screens import Screen, Words, send_to


@dataclass(frozen=True)
class SeminarEdits:
    """Asks for a part, shows what people would be told, exactly as it is delivered; ``number`` is a seminar's id."""

    bot: Bot
    edit: EditSeminar
    render: Renderer
    desk: SeminarDesk

    async def parts(self, words: Words, number: int) -> Screen:
        """Return what can be changed; the seminar's card when nothing can be."""
        seminar = await self.edit.open(number)
        return parts_screen(words, seminar) if seminar else await self.desk.card(words, number)

    async def ask(self, admin: int, words: Words, number: int, field: Field) -> Screen:
        """Begin an edit of a part, and return the question; another time is a move."""
        seminar = await self.edit.open(number)
        if seminar is None or field is Field.WHEN:
            return await self.desk.card(words, number)
        begun = Edit(number, field, seminar.plan)
        await self.edit.keep(admin, begun)
        return ask_part(words, seminar, begun)

    async def take(self, admin: int, words: Words, edit: Edit, text: str) -> Screen | None:
        """Take the new value; return what is asked or shown next, None when the preview stands below."""
        seminar = await self.edit.open(edit.seminar)
        if seminar is None:
            return await self.desk.card(words, edit.seminar)
        plans = understood(lambda line, now: self._read(seminar.plan, edit.field, line), text, self.desk.clock.now())
        if isinstance(plans, FormError):
            return ask_part(words, seminar, edit, plans)
        if plans[0] == seminar.plan:
            return ask_part(words, seminar, edit)
        await self.edit.keep(admin, Edit(edit.seminar, edit.field, edit.seen, plans[0]))
        await self.below(admin, words, edit.seminar)
        return None

    async def card(self, words: Words, admin: int, number: int, before: int | None = None) -> Screen:
        """Return the card of the edit over the seminar of now; what it waits for, or the seminar's own card."""
        found = await self.edit.proposed(admin)
        if found is not None and found.seminar.id == number:
            return edit_card(words, admin, found, await self.edit.told(number), before)
        kept, seminar = await self.edit.kept(admin), await self.edit.open(number)
        if kept is None or kept.seminar != number or seminar is None:
            return await self.desk.card(words, number)
        return ask_part(words, seminar, kept)

    async def waiting(self, words: Words, conversation: Conversation) -> Screen:
        """Return what the conversation about an edit waits for."""
        return await self.card(words, conversation.chat, edit_of(conversation).seminar)

    async def stop(self, admin: int, number: int) -> None:
        """End the admin's edit of this seminar; another conversation goes on."""
        kept = await self.edit.kept(admin)
        if kept is not None and kept.seminar == number:
            await self.desk.conversations.drop(admin)

    def _read(self, plan: Plan, field: Field, text: str) -> tuple[Plan, ...]:
        return corrected(plan, field, text, self.desk.clock.now(), self.desk.presentation.admin_zone)

    async def below(self, admin: int, words: Words, number: int) -> None:
        """Send copies of the notice and the card; a text that Telegram refuses is refused here (A3)."""
        found = await self.edit.proposed(admin)
        if found is None:
            return
        contents = self.render(MailingKind.EDITED, edited(found.seminar, found.plan))
        refused = await send_copies(self.bot, admin, words, contents)
        screen = refused_notice(words, number, *refused) if refused else await self.card(words, admin, number)
        await send_to(self.bot, admin, screen)
