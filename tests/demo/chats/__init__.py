"""Tests of demo/chats."""
