"""Chats of people and groups with the bot, and the updates the bot gets about them."""
