"""Asks Telegram what the bot may do in the lawyers' group (A10)."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import ChatFullInfo, ChatMemberAdministrator, ReactionTypeEmoji

from bot.core.events import Event, event
from bot.core.tickets.group import Missing
from bot.core.tickets.places import Seen
from bot.delivery.courier import CALL_TIMEOUT_SECONDS

WORN = frozenset({"👀", "👍"})
"""The reactions the bot puts on answers."""

IN_GROUP = (ChatMemberStatus.MEMBER, ChatMemberStatus.RESTRICTED)


@dataclass(frozen=True)
class GroupLook:
    """core.tickets.places.LooksAtGroup over the Bot API."""

    bot: Bot

    async def __call__(self, chat: int) -> Seen | None:
        """Return what Telegram says; None when it does not answer."""
        try:
            return await self._seen(chat)
        except TelegramMigrateToChat as moved:
            return Seen(moved_to=moved.migrate_to_chat_id)
        except TelegramForbiddenError:
            return Seen(frozenset({Missing.REMOVED}))
        except TelegramBadRequest:
            return Seen(frozenset({Missing.NOT_FOUND}))
        except (AiogramError, TimeoutError) as error:
            event(Event.GROUP_NOT_SEEN, kind=error)
            return None

    async def _seen(self, chat: int) -> Seen:
        info = await self.bot.get_chat(chat, request_timeout=CALL_TIMEOUT_SECONDS)
        if info.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
            return Seen(frozenset({Missing.NO_GROUP}))
        member = await self.bot.get_chat_member(chat, self.bot.id, request_timeout=CALL_TIMEOUT_SECONDS)
        forum = bool(info.is_forum)
        if isinstance(member, ChatMemberAdministrator):
            return Seen(_open_to_all(info) | _lacks(member, forum=forum), forum, _takes_reactions(info))
        missing = Missing.NO_ADMIN if member.status in IN_GROUP else Missing.REMOVED
        return Seen(_open_to_all(info) | {missing}, forum, _takes_reactions(info))


def _open_to_all(info: ChatFullInfo) -> frozenset[Missing]:
    """Return whether anybody reads the group: it has a public name, or is where a channel is discussed."""
    return frozenset({Missing.PUBLIC} if info.active_usernames or info.username or info.linked_chat_id else ())


def _lacks(member: ChatMemberAdministrator, *, forum: bool) -> frozenset[Missing]:
    lacking = {Missing.NO_DELETING: not member.can_delete_messages}
    lacking[Missing.NO_TOPICS] = forum and not member.can_manage_topics
    return frozenset(each for each, lacks in lacking.items() if lacks)


def _takes_reactions(info: ChatFullInfo) -> bool:
    if info.available_reactions is None:
        return True
    return {each.emoji for each in info.available_reactions if isinstance(each, ReactionTypeEmoji)} >= WORN
