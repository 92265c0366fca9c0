"""What an asker types: the text of a question, an addition, an edit. It is looked at and stored nowhere (P10, R10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.core.faq.topics import Tree
from bot.core.faq.wishes import Wish, Wishes
from bot.core.tickets.asking import AskDraft, AskRefusal, Edited, SentMessage
from bot.core.tickets.identity import Entity, Found, Identity, identities
from bot.handlers.tickets.ask_buttons import AddToTicket
from bot.handlers.tickets.ask_desk import AskDesk, answer_below
from bot.handlers.tickets.ask_screens import begin_row, draft_screen, not_accepted_screen, places, with_sentence
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.screens import Screen, Words, send
from bot.messages import written_entities

OBEYED_IN_A_DRAFT = frozenset({Wish.LEAVE, Wish.DELETE})
"""Whole messages that open their screen also while a question is being written."""


@dataclass(frozen=True)
class Typed:
    """Where a text belongs: an open draft, or one that it begins as a reply to a ticket."""

    draft: AskDraft
    begins: bool = False


class ForQuestion(BaseFilter):
    """A text for an open draft, or one that answers a message of a ticket; handlers get it as ``typed``."""

    async def __call__(self, message: Message, ask_desk: AskDesk, wishes: Wishes, bot: Bot) -> bool | dict[str, Typed]:
        """Return whether it is one; where nothing can be read the text is a question to the bot (R7)."""
        text = message.text or ""
        if not ask_desk.screens.group.set_up or text.startswith("/"):
            return False
        try:
            found = await _belongs(message, ask_desk, bot)
        except Exception:  # whatever the disk has: who reads is answered without it
            return False
        return {"typed": found} if found and wishes.wish(text) not in OBEYED_IN_A_DRAFT else False


class AfterDraft(BaseFilter):
    """A text behind a draft whose hour is over."""

    async def __call__(self, message: Message, ask_desk: AskDesk) -> bool:
        """Return whether it is one."""
        if not ask_desk.screens.group.set_up or (message.text or "").startswith("/"):
            return False
        try:
            return await ask_desk.asking.asks.expired(message.chat.id, ask_desk.asking.clock.now())
        except Exception:  # as above
            return False


class EditsQuestion(BaseFilter):
    """An edit of a message that was sent as a question; handlers get it as ``sent``."""

    async def __call__(self, message: Message, ask_desk: AskDesk) -> bool | dict[str, SentMessage]:
        """Return whether it is one."""
        found = await ask_desk.asking.asks.of_message(message.chat.id, message.message_id)
        return {"sent": found} if found and found.row else False


class EditsDraft(BaseFilter):
    """An edit of a message that belongs to the draft, or was not accepted into it; handlers get it as ``typed``."""

    async def __call__(self, message: Message, ask_desk: AskDesk) -> bool | dict[str, Typed]:
        """Return whether it is one."""
        draft = await ask_desk.asking.draft(message.chat.id)
        if draft is None or message.message_id <= draft.after or (message.text or "").startswith("/"):
            return False
        return {"typed": Typed(draft)}


async def _belongs(message: Message, ask_desk: AskDesk, bot: Bot) -> Typed | None:
    chat, asks = message.chat.id, ask_desk.asking
    draft, ticket = await asks.draft(chat), await _answered(message, ask_desk, bot)
    if ticket and (draft is None or draft.ticket != ticket):
        return Typed(AskDraft(chat, message.message_id - 1, ticket=ticket), begins=True)
    return Typed(draft) if draft else None


async def _answered(message: Message, ask_desk: AskDesk, bot: Bot) -> int:
    """Return the number of the ticket whose message is replied to: as stored, or as its button says; 0 for none."""
    replied = message.reply_to_message
    if replied is None:
        return 0
    found = await ask_desk.asking.asks.of_message(message.chat.id, replied.message_id)
    if found or replied.from_user is None or replied.from_user.id != bot.id:
        return found.ticket.id if found else 0
    return next(_tickets_named(replied), 0)


def _tickets_named(message: Message) -> Iterator[int]:
    """Yield the tickets that buttons of a message name."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    for data in (button.callback_data or "" for row in rows for button in row):
        if data.startswith(f"{AddToTicket.__prefix__}:"):
            yield AddToTicket.unpack(data).ticket


def look(message: Message) -> tuple[Found, ...]:
    """Return what in a message would tell who asks; what is no text is named as such."""
    if message.text is None:
        return (Found(Identity.MEDIA, ""),)
    entities = [Entity(each.type, each.offset, each.length, each.url or "") for each in message.entities or ()]
    return identities(message.text, entities)


def router() -> Router:
    """Return the routes of what is typed; they stand before everything that takes a text."""
    made = Router(name="asked")
    made.message.register(take_text, F.text, ForQuestion())
    made.message.register(tell_expired, F.text, AfterDraft())
    made.edited_message.register(edit_sent, EditsQuestion())
    made.edited_message.register(take_text, EditsDraft())
    return made


async def take_text(
    message: Message, typed: Typed, words: Words, tree: Tree, ask_desk: AskDesk, wishes: Wishes
) -> None:
    """Take a text into the draft and show what is to be sent; with something that tells who asks it is not taken."""
    found = look(message)
    kept = await _keep(ask_desk, typed, message.message_id, refused=not all(each.accepted for each in found))
    if isinstance(kept, AskRefusal):
        return await answer_below(message, await _refused(words, tree, ask_desk, kept, message.chat.id))
    if wishes.despairs(message.text or ""):
        await message.answer(words("wishes-despair"))
    refused = [each for each in found if not each.accepted]
    if refused:
        return await answer_below(message, not_accepted_screen(words, kept, refused))
    await answer_below(message, draft_screen(words, kept, await ask_desk.added_to(kept), found))
    return None


async def _keep(ask_desk: AskDesk, typed: Typed, message: int, *, refused: bool) -> AskDraft | AskRefusal:
    """Return the draft with the message, or without it when it is not accepted."""
    asking = ask_desk.asking
    if typed.begins:
        return await asking.begin(typed.draft if refused else typed.draft.with_message(message))
    return await asking.put_out(typed.draft, message) if refused else await asking.take(typed.draft, message)


async def _refused(words: Words, tree: Tree, ask_desk: AskDesk, refusal: AskRefusal, chat: int) -> Screen:
    """Return why a text was not taken; where a draft is open, with the draft below."""
    draft = await ask_desk.asking.draft(chat) if refusal in (AskRefusal.PARTS, AskRefusal.OPEN) else None
    if draft is None:
        return ask_desk.screens.refused(words, tree, refusal)
    return with_sentence(words, f"tickets-refused-{refusal}", await ask_desk.draft(words, draft))


async def tell_expired(message: Message, words: Words, ask_desk: AskDesk) -> None:
    """Say, once, that the draft this was meant for is no more, and that nothing was sent."""
    await ask_desk.asking.asks.drop(message.chat.id)
    below = menu_below(words, words("tickets-draft-over"))
    await send(message, Screen(below.text, (begin_row(words), *below.rows)))


async def edit_sent(message: Message, sent: SentMessage, words: Words, ask_desk: AskDesk) -> None:
    """Let the copy follow; with something that tells who asks it is taken back from the group."""
    refused = [each for each in look(message) if not each.accepted]
    if refused and sent.ticket.open:
        await ask_desk.asking.take_back(sent)
        text = "\n\n".join((words("tickets-taken-back"), places(words, refused), words("tickets-taken-back-how")))
        return await answer_below(message, Screen(text))
    done = await ask_desk.asking.edited(message.chat.id, sent)
    if done is Edited.FOLLOWS:
        await ask_desk.edits.follow(sent.row, message.text or "", written_entities(message.entities or ()))
    elif done is not Edited.NEWEST:
        await answer_below(message, Screen(words(f"tickets-edit-{done}")))
    return None
