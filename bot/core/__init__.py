"""What the bot does: use cases, values and narrow protocols.

Plain Python with the standard library only, so that Telegram, SQL, time and texts can each be exchanged around it.
"""
