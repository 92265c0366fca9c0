"""What the asker's routes work with."""

from dataclasses import dataclass

from aiogram.types import Message

from bot.core.faq.topics import Tree
from bot.core.tickets.asking import AskDraft, Asking
from bot.core.tickets.edits import EditsCopies
from bot.core.tickets.tickets import Ticket
from bot.handlers.admin.access import Admins
from bot.handlers.tickets.ask_screens import AskScreens, draft_screen
from bot.handlers.ui.screens import Screen, Words


@dataclass(frozen=True)
class AskDesk:
    """The use case, its screens, and what lets a copy follow an edit."""

    asking: Asking
    screens: AskScreens
    edits: EditsCopies
    admins: Admins

    async def front(self, words: Words, tree: Tree, chat: int) -> Screen:
        """Return the first screen of a chat."""
        if not self.screens.group.set_up:
            return self.screens.nobody(words, tree)
        standing = await self.asking.standing(chat)
        return self.screens.front(words, tree, standing, admin=chat in self.admins.ids)

    async def one(self, words: Words, tree: Tree, chat: int, number: int) -> Screen:
        """Return where one ticket of a chat stands; the first screen when it has none of this number."""
        ticket = await self.asking.asks.find(chat, number)
        return self.screens.ticket(words, ticket) if ticket else await self.front(words, tree, chat)

    async def draft(self, words: Words, draft: AskDraft) -> Screen:
        """Return what a draft waits for."""
        return draft_screen(words, draft, await self.added_to(draft))

    async def sent(self, words: Words, ticket: Ticket, draft: AskDraft) -> Screen:
        """Return the screen of a ticket whose draft was sent just now."""
        standing = await self.asking.standing(draft.chat)
        return self.screens.ticket(words, ticket, waiting=standing.waiting, added=bool(draft.ticket))

    async def added_to(self, draft: AskDraft) -> Ticket | None:
        """Return the ticket that a draft is to be added to."""
        return await self.asking.asks.find(draft.chat, draft.ticket) if draft.ticket else None


async def answer_below(message: Message, screen: Screen) -> None:
    """Answer a message with a screen that points at it; one that is gone by now is answered all the same."""
    pointing = message.as_reply_parameters(allow_sending_without_reply=True)
    await message.answer(**screen.fields(), reply_parameters=pointing)
