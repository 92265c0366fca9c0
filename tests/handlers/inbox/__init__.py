"""Tests of handlers/inbox."""
