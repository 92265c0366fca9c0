"""Where a message of the bot's stands: its thread, and what it replies to."""

from bot.demo.calls import JsonObject, bad_request
from bot.demo.chats.answered import quote_of, reply_from_elsewhere
from bot.demo.chats.chat import Chat
from bot.demo.chats.world import World


def placed(world: World, chat: Chat, values: JsonObject) -> JsonObject:
    """The message's fields for `message_thread_id` and `reply_parameters`. Raises Telegram's refusals (400).

    A message in another chat must be there, also with `allow_sending_without_reply`. Source:
    core.telegram.org/bots/api#replyparameters.
    """
    reply: JsonObject = values.get("reply_parameters") or {}
    source = world.chat(reply["chat_id"]) if "chat_id" in reply else chat
    replied = source.log.get(reply["message_id"]) if "message_id" in reply else None
    if replied is None and "message_id" in reply and not (reply.get("allow_sending_without_reply") and source is chat):
        raise bad_request("message to be replied not found")
    elsewhere = source is not chat
    fields = chat.where(values.get("message_thread_id") or None, None if elsewhere else replied)
    chat.check_open(fields)
    if elsewhere and replied is not None:
        fields = {**fields, "external_reply": reply_from_elsewhere(replied)}
    if replied is not None and reply.get("quote"):
        fields["quote"] = quote_of(reply["quote"], replied)
    return fields
