"""Decides who gets an answer: people in the private chat, and groups that name the bot (P16)."""

import re

from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, InaccessibleMessage, Message, Update

GROUP_TYPES = {ChatType.GROUP, ChatType.SUPERGROUP}
OUTSIDE_STATUSES = {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}
INSIDE_STATUSES = {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR}
COMMAND_TO_A_BOT = re.compile(r"/\w{1,32}@\w", re.ASCII)


def private_chat(update: Update) -> Chat | None:
    """Return the private chat an update came from; None for groups, channels, bots and kinds nobody handles."""
    written = update.message or update.edited_message
    if written is not None:
        return _of_message(written)
    if update.callback_query is not None:
        return _of_tap(update.callback_query)
    if update.inline_query is not None and not update.inline_query.from_user.is_bot:
        return Chat(id=update.inline_query.from_user.id, type=ChatType.PRIVATE)
    if update.my_chat_member is not None and update.my_chat_member.chat.type == ChatType.PRIVATE:
        return update.my_chat_member.chat
    return None


def group_call(update: Update) -> Chat | None:
    """Return the group that let the bot in, or where somebody wrote a command with a bot's name; else None."""
    if update.message is not None:
        return update.message.chat if _calls(update.message) else None
    if update.my_chat_member is not None:
        return update.my_chat_member.chat if _lets_in(update.my_chat_member) else None
    return None


def lawyers_chat(update: Update, group: int | None) -> Chat | None:
    """Return the lawyers' group when a person writes, edits or taps there, or when the bot's place in it changes."""
    written, tapped = update.message or update.edited_message, update.callback_query
    chat: Chat | None = None
    if written is not None and (_by_person(written) or _by_anonymous_admin(written)):
        chat = written.chat
    elif tapped is not None and tapped.message is not None and not tapped.from_user.is_bot:
        chat = tapped.message.chat
    elif update.my_chat_member is not None:
        chat = update.my_chat_member.chat
    return chat if chat is not None and chat.id == group else None


def _of_message(message: Message) -> Chat | None:
    return message.chat if _by_person(message) and message.chat.type == ChatType.PRIVATE else None


def _of_tap(query: CallbackQuery) -> Chat | None:
    message = query.message
    if message is None or query.from_user.is_bot:
        return None
    own = isinstance(message, InaccessibleMessage) and message.chat.id == query.from_user.id
    return message.chat if own or message.chat.type == ChatType.PRIVATE else None


def _by_person(message: Message) -> bool:
    return message.from_user is not None and not message.from_user.is_bot


def _by_anonymous_admin(message: Message) -> bool:
    """Return whether an admin writes in the group's own name: Telegram puts a bot of its own as the author."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id


def _calls(message: Message) -> bool:
    return (
        message.chat.type in GROUP_TYPES
        and (_by_person(message) or _by_anonymous_admin(message))
        and COMMAND_TO_A_BOT.match(message.text or "") is not None
    )


def _lets_in(change: ChatMemberUpdated) -> bool:
    entered = change.old_chat_member.status in OUTSIDE_STATUSES and change.new_chat_member.status in INSIDE_STATUSES
    return entered and change.chat.type in GROUP_TYPES and not change.from_user.is_bot
