"""Tests of bot/demo/methods."""
