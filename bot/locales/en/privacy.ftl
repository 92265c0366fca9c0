# What is stored about a chat, what is not, what cannot be protected, and how to delete it.

privacy-title = 🔒 <b>Privacy</b>
privacy-stored = <b>What is stored about you</b>
privacy-nothing = Nothing. While you only read, the bot records nothing about you.
privacy-chat = • chat number: <code>{ $chat }</code>
privacy-language = • language: { $language }
privacy-choice-language = • the language in use when you tapped “Remind me”
privacy-joined = • day of subscribing: { WHEN($day, "d MMMM y") }
privacy-active = • day of the last change: { WHEN($day, "d MMMM y") }
privacy-not-found = • day when Telegram first did not find this chat: { WHEN($day, "d MMMM y") }
privacy-reminders = • reminders: { $state }
privacy-recordings = • recordings: { $state }
privacy-news = • news: { $state }
privacy-silent = • silent: { $state }
privacy-discreet = • discreet mode: { $state }
privacy-on = yes
privacy-off = no
privacy-wanted = • remind of the seminar “{ $title }”
privacy-unwanted = • do not remind of the seminar “{ $title }”
privacy-sending = • marks of what was sent or is being sent to you, with message numbers: deleted 48 hours after the end of the mailing or the seminar
privacy-admin = • you are an administrator: your chat number stands in the bot's settings and with the broadcasts you composed
privacy-how-long =
    <b>How long</b>
    The subscription is kept until you unsubscribe (/stop) or delete everything (/delete). A mark “Remind me” or “Don't remind me” is kept until 48 hours after the seminar. Deleting also removes what has not been sent to you yet.

    The bot does not keep your name, your phone number, the text of your messages or what you read.
privacy-telegram =
    <b>What Telegram itself sees</b>
    Your account, phone number, network address and the whole chat with the bot. That depends on Telegram, not on us.
privacy-limits =
    <b>What the bot cannot protect</b>
    • Chats with bots in Telegram are not end-to-end encrypted.
    • If the running server is seized, it gives up the chat numbers of those who are subscribed at that time.
    • Screenshots, and a phone in other hands: only you can delete the chat on your phone.
privacy-delete-title = 🗑 <b>Delete everything?</b>
privacy-delete-text = The bot will delete the subscription, the settings, the marks on seminars and everything not sent to you yet. No more reminders will come. The messages in this chat stay; you can delete them in Telegram.
privacy-deleted-title = 🗑 <b>Deleted</b>
privacy-deleted-text = Nothing about you is stored here any more, and nothing more will come. The chat itself is still in Telegram: to remove it too, delete this chat in the app.
