"""Tests of bot/demo/doors."""
