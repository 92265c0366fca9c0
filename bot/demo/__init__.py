"""A stand-in for Telegram, so that everything the bot promises can be tried without the real one.

One server (`telegram.Telegram`) is reached in two ways. `doors.http.bot_api` serves the Bot API over HTTP, for a bot
in a process of its own. `doors.in_process.InProcessSession` is an aiogram session without sockets, for tests.
People (`chats.person.Person`) write, tap and block. The ledger (`ledger.Ledger`) records what was accepted; what was
lost, sent twice or late is computed from it alone.

The stand-in refuses what Telegram refuses. The wording is Telegram's where it is known (from the source of the public
Bot API server, tdlib/telegram-bot-api, and from reported answers). Known differences:

- Markdown is not parsed.
- Polls, games and payments are not served (404).
- A webhook is called only by `doors/webhook.py`, at an address of this machine; its name is never looked up.
- The wording for names and descriptions that are too long is a guess.
- Message ids count per chat.
- Making topics has no limit of its own.
- In privacy mode mentions of the bot are delivered; Telegram's own page about the mode does not list them.
- The wording is a guess where a bot without the right edits, closes or deletes a topic, and for a topic's name that is
  too long (TDLib cuts it off).
- A forum that is switched off and on again has no topic of those before.
- A short poll that finds nothing is answered at once (Telegram may hold it for 3 s); it ends a waiting poll as well.
- Links are found for common top-level domains only.
- Adjacent entities of one kind are not joined.
- A photo has one size.
"""
