"""Tests of bot/demo/faults."""
