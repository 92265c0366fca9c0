"""The one place that decides who is talked to: people, each in the private chat with the bot."""

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, Message, Update


def private_chat(update: Update) -> Chat | None:
    """Return the private chat an update came from; None for groups, channels, bots and kinds nobody handles."""
    if update.message is not None:
        return _of_message(update.message)
    if update.callback_query is not None:
        return _of_tap(update.callback_query)
    if update.my_chat_member is not None and update.my_chat_member.chat.type == ChatType.PRIVATE:
        return update.my_chat_member.chat
    return None


def _of_message(message: Message) -> Chat | None:
    by_person = message.from_user is not None and not message.from_user.is_bot
    return message.chat if by_person and message.chat.type == ChatType.PRIVATE else None


def _of_tap(query: CallbackQuery) -> Chat | None:
    message = query.message
    if message is None or query.from_user.is_bot:
        return None
    own = isinstance(message, InaccessibleMessage) and message.chat.id == query.from_user.id
    return message.chat if own or message.chat.type == ChatType.PRIVATE else None
