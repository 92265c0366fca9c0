"""Tests of handlers/seminars."""
