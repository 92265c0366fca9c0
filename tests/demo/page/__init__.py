"""Tests of bot/demo/page."""
