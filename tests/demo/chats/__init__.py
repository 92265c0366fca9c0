"""Tests of bot/demo/chats."""
