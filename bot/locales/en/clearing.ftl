# Clearing the chat: what the bot can delete, and what only the person can.

clearing-title = 🧹 <b>The chat is cleared as far as the bot can</b>
clearing-done = The bot has deleted the messages of the last two days that it still remembered, its own and yours. Telegram does not let it delete older ones.
clearing-question = ✉️ A question to the lawyers that is not sent yet, or is on its way, was left: without these messages there would be nothing to pass on. To send or cancel one that you have begun: /ask. Delete them yourself later, or tap “Clear this chat” again.
clearing-whole =
    <b>To remove the whole chat</b>
    In the list of chats, press and hold this chat, choose “Delete chat”, and if the app asks, agree to delete it for the other side too. Only this removes it on both sides.
clearing-subscribed = Your subscription stays: new messages will come. If you delete the chat and stop the bot, the subscription is deleted too.
