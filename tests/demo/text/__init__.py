"""Tests of bot/demo/text."""
