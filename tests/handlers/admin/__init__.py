"""Tests of handlers/admin."""
