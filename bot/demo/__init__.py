"""A pretended Telegram, so that everything the bot claims can be tried without the real one.

One server (`telegram.Telegram`) with two doors: HTTP (`http.bot_api`) for a bot in a process of its own, and
an aiogram session (`session.InProcessSession`) for tests and the demo. People (`person.Person`) write, tap and
block; the ledger (`ledger.Ledger`) remembers what was accepted and is the only truth about lost, doubled, late.

It refuses what Telegram refuses, in Telegram's wording where that is known (from the public Bot API server and
from reported answers). Known to differ: Markdown is not parsed; albums, video, audio, inline mode, forum topics
and payments are not served (404); webhooks are remembered, not called; the wording for names and descriptions
that are too long is a guess; message ids count per chat; groups have no limit of 20 messages a minute; a short
poll that finds nothing is answered at once (Telegram may hold it for 3 s), and ends a waiting one all the same;
links are found for common endings only; adjacent entities of one kind are not joined; a photo has one size.
"""
