"""A Telegram bot for the audience of free US asylum-law seminars."""
