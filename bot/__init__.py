"""A Telegram bot for the audience of free US asylum-law seminars."""

from bot.lazy_types import install

install()
