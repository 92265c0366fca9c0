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
privacy-asked = • day the bot asked whether the subscription is still needed: { WHEN($day, "d MMMM y") }
privacy-reminders = • reminders: { $state }
privacy-recordings = • recordings: { $state }
privacy-news = • news: { $state }
privacy-silent = • silent: { $state }
privacy-discreet = • discreet mode: { $state }
privacy-on = yes
privacy-off = no
privacy-wanted = • remind you of the seminar “{ $title }”
privacy-unwanted = • do not remind you of the seminar “{ $title }”
privacy-watch-language = • the language in use when you tapped 🔔 under an answer
privacy-watch = • tell you if the answer “{ $title }” changes (the last change you know of: { WHEN($day, "d MMMM y") })
privacy-sending = • marks of what was sent or is being sent to you, with message numbers: deleted 48 hours after the end of the mailing or the seminar
privacy-admin = • you are an administrator: your chat number stands in the bot's settings and with the broadcasts you composed
privacy-question = • the question to the lawyers “{ $code }”: the numbers of its messages, the language and where it stands; until { WHEN($day, "d MMMM y") }, then for three more days at most, without the chat number
privacy-question-draft = • a question to the lawyers that you have begun: the numbers of its messages, for an hour at most
privacy-question-muted = • that questions from you are not taken today: for a day at most
privacy-questions =
    <b>Questions to the lawyers</b>
    The bot does not keep the text: Telegram copies it from this chat into the lawyers' group. The lawyers see the text, the language and the name of the question (“Maple-417”), but not you. The chat number is kept while the question is open: 14 days, and 72 hours after an answer. /delete deletes open questions at once, and their copies in the group as far as Telegram allows. Once a question is closed the bot no longer knows whose copy it is: it stays in the group, without a name or number. What lawyers have read or written down already, the bot cannot take back.

    Somebody who seizes the running server, or the database together with the key, also learns the chat numbers of those who have an open question.
privacy-how-long =
    <b>How long</b>
    The subscription is kept until you unsubscribe (/stop), delete everything (/delete) or stop the bot. If you have changed nothing for a year, the bot asks once whether you still need it, and without an answer deletes it 30 days later. A mark “Remind me” or “Don't remind me” is kept until 48 hours after the seminar. Deleting also removes what has not been sent to you yet.

    If backups are made, they are encrypted with a key that is not on the server. What was deleted is gone from them within 7 days, and a restore does not bring it back.

    The bot does not keep your name, your phone number, the text of your messages or what you read.
privacy-memory =
    <b>In the memory of the running program</b>
    This never reaches the disk, and a restart wipes it:
    • the language of the chat
    • the numbers of the latest messages, so that they can be deleted: for 48 hours at most; those of mailings and reminders for an hour at most after you delete everything or unsubscribe
    • for 15 minutes: that the bot asked you to put a question in other words, or to name a day so that a deadline can be counted (the day itself does not stay)
privacy-counted = The bot counts how many questions a day found an answer, and on which topics. These are sums only, without chats or texts; while there are fewer than five alike, they do not reach the disk. So are ratings of seminars: only sums are kept, of at least five answers at once, and who gave which stays nowhere.
privacy-telegram =
    <b>What Telegram itself sees</b>
    Your account, phone number, network address and the whole chat with the bot. That depends on Telegram, not on us.
privacy-seizure =
    <b>What somebody who seizes the server learns</b>
    • Switched off, without the key: nothing, the database is encrypted.
    • Running, or together with the key: the chat numbers of those who are subscribed, have marked a seminar or follow an answer (🔔) at that time, and these marks themselves, the language, the settings, the days of subscribing and of the last change. The memory of a running one also holds the chat numbers of those who wrote to the bot lately. No names, phone numbers or messages are there, but a person can be found in Telegram by the chat number, and what is written to the bot after the seizure can be read.
privacy-seizure-plain =
    <b>What somebody who seizes the server learns</b>
    • The database is not encrypted: whoever runs the bot has set it up so. Even a server that is switched off, or a copy of the file, gives away the chat numbers of those who are subscribed, have marked a seminar or follow an answer (🔔) at that time, and these marks themselves, the language, the settings, the days of subscribing and of the last change.
    • The memory of a running one also holds the chat numbers of those who wrote to the bot lately. No names, phone numbers or messages are there, but a person can be found in Telegram by the chat number, and what is written to the bot after the seizure can be read.
privacy-seizure-server =
    <b>What somebody who seizes the server learns</b>
    • The database is on a server of its own. Whoever gets that server, or a copy of it, without the key does not learn the chat numbers: they are encrypted, and the key is kept elsewhere. What can be seen is how many records there are, the language, settings and marks of each, and what was sent to it and when. Whose they are cannot be seen.
    • The computer the bot runs on, or the database together with the key: also the chat numbers of those who are subscribed, have marked a seminar or follow an answer (🔔) at that time. The memory of the running bot also holds the chat numbers of those who wrote to it lately. No names, phone numbers or messages are there, but a person can be found in Telegram by the chat number, and what is written to the bot after the seizure can be read.
privacy-limits =
    <b>What the bot cannot protect</b>
    • Chats with bots in Telegram are not end-to-end encrypted.
    • Screenshots, and a phone in other hands: only you can delete the chat on your phone.
    • Whoever gets into your Telegram account sees the whole chat.
privacy-version = Version of 30 November 2026.
privacy-data-programs = The same for programs (JSON).
privacy-data-caption = ⬇️ Everything the bot knows of this chat, in words. Read it and delete the files, so that they do not stay on the phone and in the chat.
privacy-data-removed = Deleted from the chat. Check the downloads on your phone too.
privacy-data-too-old = The files are more than two days old: please delete these messages yourself.
privacy-delete-title = 🗑 <b>Delete everything?</b>
privacy-delete-text = The bot will delete the subscription, the settings, the marks on seminars and everything not sent to you yet. No more reminders will come. The messages in this chat stay: afterwards the bot offers to clear the chat too.
privacy-delete-questions = Your questions to the lawyers are closed, and no more answers to them will come. The bot deletes the copies of open ones in the lawyers' group too, as far as Telegram allows.
privacy-deleted-title = 🗑 <b>Deleted</b>
privacy-deleted-questions = If you had open questions to the lawyers, their copies are being deleted from the group too. The bot can do so only while it is an admin there. What Telegram does not let it delete, and what was in closed questions, stays there without your name and number.
privacy-deleted-text = The records about you are deleted, and nothing more will come. Their traces leave the database file within a minute, and the encrypted backups, if any are made, within 7 days.
privacy-deleted-text-server = The records about you are deleted, and nothing more will come. Their traces may stay on the database server for some time, but encrypted: the chat number there cannot be read without the key, and the key is not on that server. They leave the encrypted backups, if any are made, within 7 days.
privacy-deleted-chat =
    The chat itself is still in Telegram. The button “Clear this chat” removes the messages of the last two days: for that, the numbers of the mailings and reminders you were sent stay in the memory of the program, for one more hour at most. To remove the whole chat, delete it in the app.
