"""Tests of what the bot and the site say alike."""
