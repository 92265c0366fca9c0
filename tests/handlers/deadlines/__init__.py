"""Tests of handlers/deadlines."""
