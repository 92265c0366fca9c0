"""Carries tickets' messages, one parcel at a time: copies, never forwards; what Telegram says becomes a verdict (A10).

A copy names nobody. What comes about on the way (a topic, a header) is written down at once, so that a kill repeats at
most the call under way.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)
from aiogram.types import InlineKeyboardMarkup, ReactionTypeEmoji, ReplyParameters

from bot.core.content import Content
from bot.core.mailings.outbox import Later, Migrated, NotFound, Parcel, Refused, Sent, Verdict, may_migrate
from bot.core.tickets.errands import Canned, Errand, ErrandWords, GroupAway, Notes, PlaceGone, Removal, SourceGone
from bot.core.tickets.group import LawyersGroup, Missing
from bot.core.tickets.tickets import MessageKind
from bot.delivery.courier import ABOUT_THE_PERSON, CALL_TIMEOUT_SECONDS, NO_CHAT, verdict_of
from bot.messages import calls, keyboard_of, read_entities

SOURCE_GONE = ("message to copy not found", "message can't be copied", "there are no messages to copy")
PLACE_GONE = ("message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED", "TOPIC_ID_INVALID")
SHUT = (
    *("CHAT_WRITE_FORBIDDEN", "have no rights to send", "not enough rights to send", "CHAT_RESTRICTED"),
    *("group chat was upgraded", "group chat was deactivated", "CHAT_ADMIN_REQUIRED"),
)
NO_FORUM = ("the chat is not a forum", "CHANNEL_FORUM_MISSING")
NO_TOPIC_RIGHTS = ("not enough rights to create a topic", "not enough rights")
NO_CAPTION = "there is no text in the message to edit"
NOT_MODIFIED = "message is not modified"
NO_REACTION = "REACTION_"
REMOVED_FROM_GROUP = ("bot was kicked", "bot is not a member", "the group chat was deleted")

GROUP_AWAY_SECONDS = 2.0
"""Seconds before the first look whether the group is back; they grow (storage/tickets/errands.py)."""

LOOKED_AT_SECONDS = 60.0
"""Within so many seconds the group is looked at."""

DELIVERED = "👍"
"""One of Telegram's reactions: the answer stands in the asker's chat."""


class TicketCourier:
    """Delivers tickets' messages; never raises for anything Telegram or the network does."""

    def __init__(self, bot: Bot, words: ErrandWords, canned: Canned, group: LawyersGroup, notes: Notes) -> None:
        """Keep the bot, the words, the catalogue of answers, what is known of the group, and what writes down."""
        self._bot = bot
        self._words = words
        self._canned = canned
        self._group = group
        self._notes = notes
        self._doubted: set[int] = set()
        self._acts: dict[MessageKind, Callable[[Errand], Awaitable[Verdict]]] = {
            MessageKind.QUESTION: self._question,
            MessageKind.ANSWER: self._answer,
            MessageKind.CANNED: self._canned_answer,
            MessageKind.TO_ASKER: self._sentence,
            MessageKind.TO_GROUP: self._sentence,
        }

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Do it and say what became of it."""
        try:
            if isinstance(parcel, Removal):
                return await self._remove(parcel)
            if isinstance(parcel, Errand):
                return await (self._acts[parcel.kind](parcel) if parcel.edit is None else self._edit(parcel))
        except Exception as error:  # whatever went wrong must not end the sender
            return self._refusal(parcel, error)
        return Refused(content=False)

    async def _question(self, errand: Errand) -> Verdict:
        place = await self._place(errand)
        if place is None:
            return Refused(content=False)
        topic, header = place
        try:
            number = await self._copy(errand, message_thread_id=topic, reply_parameters=reply(errand.old or header))
        except (TelegramBadRequest, TelegramForbiddenError) as refusal:
            if not self._is_askers(refusal):
                raise
            return self._not_found(errand)
        self._doubted.discard(errand.ticket)
        await self._drop_old(errand)
        return Sent((number,))

    def _is_askers(self, refusal: TelegramBadRequest | TelegramForbiddenError) -> bool:
        """Return whether a chat that is gone is the asker's: a copy names two, and the group is there."""
        gone = said(refusal, (*NO_CHAT, *ABOUT_THE_PERSON)) and not said(refusal, REMOVED_FROM_GROUP)
        return gone and self._group.takes_questions

    def _not_found(self, errand: Errand) -> Verdict:
        """Blame the asker's chat only when the group was looked at since the first such refusal."""
        if errand.ticket in self._doubted:
            return NotFound()
        self._doubted.add(errand.ticket)
        self._group.stale = True
        return Later(LOOKED_AT_SECONDS)

    async def _place(self, errand: Errand) -> tuple[int | None, int] | None:
        """Return topic and header, made if need be; None when the ticket was erased meanwhile."""
        topic, header = errand.topic, errand.header
        if topic is None and header is None and self._group.topics:
            topic = await self._new_topic(errand)
            if topic is not None and not await self._notes.placed(errand.ticket, topic, None):
                return None
        if header is None:
            content = self._words.header(errand.code, errand.ticket, errand.variant.language)
            (header,) = await self._say(content, chat_id=errand.chat, message_thread_id=topic)
            if not await self._notes.placed(errand.ticket, topic, header):
                return None
        return topic, header

    async def _new_topic(self, errand: Errand) -> int | None:
        """Return a topic named by the code alone; None where Telegram will not make one: then it goes without."""
        try:
            made = await self._bot.create_forum_topic(
                errand.chat, self._words.topic(errand.code), request_timeout=CALL_TIMEOUT_SECONDS
            )
        except TelegramMigrateToChat:
            raise
        except TelegramBadRequest as refusal:
            self._group.stale = True
            if said(refusal, NO_FORUM):
                self._group.forum = False
            elif said(refusal, NO_TOPIC_RIGHTS):
                self._group.missing.add(Missing.NO_TOPICS)
            elif errand.attempts == 1 or said(refusal, (*SHUT, *NO_CHAT)):
                raise
            return None
        return made.message_thread_id

    async def _answer(self, errand: Errand) -> Verdict:
        numbers = await self._copies(errand)
        with suppress(Exception):  # the sender writes it down again, for as long as it takes
            await self._notes.arrived(errand, numbers)
        await self._drop_old(errand)
        await self._say_whose(errand, numbers[0])
        await self._tick_off(errand.group, errand.sources[0])
        return Sent(numbers)

    async def _say_whose(self, errand: Errand, first: int) -> None:
        """Say below an album whose it is, since Telegram puts no buttons under one; nothing depends on it."""
        if len(errand.sources) > 1:
            below = Content(self._words.whose_album(errand), keyboard=self._words.under_answer(errand))
            with suppress(AiogramError, TimeoutError):
                await self._say(below, chat_id=errand.chat, silent=errand.silent, reply_parameters=reply(first))

    async def _copies(self, errand: Errand) -> tuple[int, ...]:
        if len(errand.sources) == 1:
            answered = reply(errand.old or errand.reply_to)
            return (await self._copy(errand, reply_markup=self._under(errand), reply_parameters=answered),)
        copies = await self._bot.copy_messages(
            chat_id=errand.chat,
            from_chat_id=errand.group,
            message_ids=sorted(errand.sources),
            disable_notification=errand.silent or None,
            request_timeout=CALL_TIMEOUT_SECONDS,
        )
        return tuple(copy.message_id for copy in copies)

    def _under(self, errand: Errand) -> InlineKeyboardMarkup | None:
        return keyboard_of(self._words.under_answer(errand))

    async def _copy(self, errand: Errand, **fields: Any) -> int:
        origin = errand.asker if errand.to_group else errand.group
        copy = await self._bot.copy_message(
            chat_id=errand.chat,
            from_chat_id=origin,
            message_id=errand.sources[0],
            disable_notification=errand.silent or None,
            request_timeout=CALL_TIMEOUT_SECONDS,
            **fields,
        )
        return copy.message_id

    async def _canned_answer(self, errand: Errand) -> Verdict:
        content = self._canned.render(errand.word or "", errand.variant.language)
        if content is None:
            return SourceGone(content=True)
        below = self._words.under_answer(errand)
        numbers = await self._say(
            Content(content.text, content.entities, (*content.keyboard, *below), content.media),
            chat_id=errand.chat,
            silent=errand.silent,
            reply_parameters=reply(errand.reply_to),
        )
        with suppress(Exception):
            await self._notes.arrived(errand, numbers)
        if errand.sources:
            await self._tick_off(errand.group, errand.sources[0])
        return Sent(numbers)

    async def _sentence(self, errand: Errand) -> Verdict:
        if errand.to_group and errand.header is None:
            return Sent()  # the group has never seen the ticket
        await self._take_back(errand)
        numbers = await self._say(
            self._words.sentence(errand),
            chat_id=errand.chat,
            silent=errand.silent,
            message_thread_id=errand.topic if errand.to_group else None,
            reply_parameters=reply(errand.header if errand.to_group else errand.reply_to),
        )
        return Sent(numbers)

    async def _say(self, content: Content, *, silent: bool = False, **fields: Any) -> tuple[int, ...]:
        (call,) = calls(content, silent=silent)
        message = await self._bot(call.model_copy(update=fields), request_timeout=CALL_TIMEOUT_SECONDS)
        return (message.message_id,)

    async def _edit(self, errand: Errand) -> Verdict:
        """Edit the copy in its place; where Telegram will not, copy the message anew."""
        try:
            await self._edit_in_place(errand)
        except TelegramBadRequest as refusal:
            if said(refusal, (NOT_MODIFIED,)):
                return Sent((errand.old or 0,))
            return await self._acts[errand.kind](errand)
        return Sent((errand.old or 0,))

    async def _edit_in_place(self, errand: Errand) -> None:
        text, entities = (errand.edit.text, read_entities(errand.edit.entities)) if errand.edit else ("", [])
        under = None if errand.to_group else self._under(errand)
        where: dict[str, Any] = {"chat_id": errand.chat, "message_id": errand.old, "reply_markup": under}
        where |= {"parse_mode": None, "request_timeout": CALL_TIMEOUT_SECONDS}
        try:
            await self._bot.edit_message_text(text=text, entities=entities or None, **where)
        except TelegramBadRequest as refusal:
            if not said(refusal, (NO_CAPTION,)):
                raise
            await self._bot.edit_message_caption(caption=text, caption_entities=entities or None, **where)

    async def _drop_old(self, errand: Errand) -> None:
        """Delete the copy that was replaced, where that is allowed."""
        if errand.old is not None:
            with suppress(AiogramError, TimeoutError):
                await self._bot.delete_message(errand.chat, errand.old, request_timeout=CALL_TIMEOUT_SECONDS)

    async def _take_back(self, errand: Errand) -> None:
        """Delete an answer that was taken back, before that is said; only Telegram's own no is taken for an answer."""
        if errand.old is not None:
            with suppress(TelegramBadRequest, TelegramForbiddenError):
                await self._bot.delete_message(errand.chat, errand.old, request_timeout=CALL_TIMEOUT_SECONDS)

    async def _tick_off(self, chat: int, message: int) -> None:
        """Say under the lawyer's message that it arrived; nothing depends on it."""
        if self._group.reactions:
            try:
                await self._bot.set_message_reaction(
                    chat, message, [ReactionTypeEmoji(emoji=DELIVERED)], request_timeout=CALL_TIMEOUT_SECONDS
                )
            except TelegramBadRequest as refusal:
                if not said(refusal, (NO_REACTION,)):
                    return  # the lawyer has deleted the message
                self._group.reactions, self._group.stale = False, True
            except (AiogramError, TimeoutError):
                return
        if not self._group.reactions:
            with suppress(AiogramError, TimeoutError):
                await self._say(Content(self._words.delivered()), chat_id=chat, reply_parameters=reply(message))

    async def _remove(self, removal: Removal) -> Verdict:
        if removal.topic:
            await self._bot.delete_forum_topic(removal.chat, removal.messages[0], request_timeout=CALL_TIMEOUT_SECONDS)
            return Sent()
        try:
            await self._bot.delete_messages(removal.chat, list(removal.messages), request_timeout=CALL_TIMEOUT_SECONDS)
        except TelegramBadRequest as refusal:
            if said(refusal, (*SHUT, *NO_CHAT)):
                raise
            await self._remove_each(removal)
        return Sent()

    async def _remove_each(self, removal: Removal) -> None:
        """Delete one after the other: Telegram refuses all for the sake of one that is too old."""
        for message in removal.messages if len(removal.messages) > 1 else ():
            with suppress(TelegramBadRequest):
                await self._bot.delete_message(removal.chat, message, request_timeout=CALL_TIMEOUT_SECONDS)

    def _refusal(self, parcel: Parcel, error: Exception) -> Verdict:
        if isinstance(error, TelegramMigrateToChat) and may_migrate(self._group.chat or 0, error.migrate_to_chat_id):
            return Migrated(error.migrate_to_chat_id)
        if isinstance(error, TelegramBadRequest) and said(error, SOURCE_GONE):
            return SourceGone(content=True)
        if isinstance(error, TelegramForbiddenError) and said(error, REMOVED_FROM_GROUP):
            return GroupAway(GROUP_AWAY_SECONDS)
        if isinstance(parcel, Removal) or (isinstance(parcel, Errand) and parcel.to_group):
            return _of_the_group(parcel, error)
        return self._of_the_asker(parcel, verdict_of(error))

    def _of_the_asker(self, parcel: Parcel, verdict: Verdict) -> Verdict:
        """Doubt that it is the asker's chat that is not found while the group is not: a copy names two chats."""
        if isinstance(verdict, NotFound) and isinstance(parcel, Errand) and parcel.kind is MessageKind.ANSWER:
            self._group.stale = True
            if not self._group.takes_questions:
                return GroupAway(GROUP_AWAY_SECONDS)
        return verdict


def _of_the_group(parcel: Parcel, error: Exception) -> Verdict:
    """Translate a refusal of the group's: what is about the group itself is never the message's fault."""
    if isinstance(error, TelegramForbiddenError):
        return GroupAway(GROUP_AWAY_SECONDS)
    if isinstance(error, TelegramBadRequest):
        if said(error, PLACE_GONE) and isinstance(parcel, Errand) and parcel.topic is not None:
            return PlaceGone(0)
        if said(error, (*SHUT, *NO_CHAT)) or (said(error, PLACE_GONE) and isinstance(parcel, Errand)):
            return GroupAway(GROUP_AWAY_SECONDS)
    return verdict_of(error)


def said(refusal: TelegramBadRequest | TelegramForbiddenError, phrases: Sequence[str]) -> bool:
    """Return whether Telegram's words hold one of the phrases."""
    return any(phrase.lower() in refusal.message.lower() for phrase in phrases)


def reply(to: int | None) -> ReplyParameters | None:
    """Return what makes a message an answer to another; where that is gone, it is sent all the same."""
    return ReplyParameters(message_id=to, allow_sending_without_reply=True) if to is not None else None
