"""A stand-in for Telegram, so that everything the bot promises can be tried without the real one.

One server (`telegram.Telegram`) is reached in two ways. `doors.http.bot_api` serves the Bot API over HTTP, for a bot
in a process of its own. `doors.in_process.InProcessSession` is an aiogram session without sockets, for tests.
People (`chats.person.Person`) write, tap and block. The ledger (`ledger.Ledger`) records what was accepted; what was
lost, sent twice or late is computed from it alone.

The stand-in refuses what Telegram refuses. The wording is Telegram's where it is known (from the source of the public
Bot API server, tdlib/telegram-bot-api, and from reported answers). Known differences:

- Markdown is not parsed.
- Albums, video, audio, forum topics and payments are not served (404).
- A webhook is stored and never called.
- The wording for names and descriptions that are too long is a guess.
- Message ids count per chat.
- Groups have no limit of 20 messages a minute.
- A short poll that finds nothing is answered at once (Telegram may hold it for 3 s); it ends a waiting poll as well.
- Links are found for common top-level domains only.
- Adjacent entities of one kind are not joined.
- A photo has one size.
"""
