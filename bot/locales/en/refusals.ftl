# What the bot does not take, and how it goes from the chat.

refusals-personal = The bot does not take photos, videos, files, voice messages, contacts or locations. It has downloaded, kept and passed on nothing, but this is still in the Telegram chat. If there is something private in it, delete it.
refusals-playful = The bot does not understand this, only words and buttons. Choose a topic, or write your question in your own words.
refusals-remove = 🗑 Delete from the chat
refusals-removed = 🗑 Deleted from the chat. Please check that nothing is left above; if something is, delete it yourself (press and hold the message).
refusals-too-old = This message is more than two days old, and Telegram does not let the bot delete it. Delete it yourself: press and hold the message, then choose “Delete”.
