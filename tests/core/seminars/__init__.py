"""Tests of core/seminars."""
