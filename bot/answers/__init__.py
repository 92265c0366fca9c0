"""Answers as text: their parts, the marks of their age, the file for the day without Telegram. The bot and the site."""
