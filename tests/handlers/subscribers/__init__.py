"""Tests of handlers/subscribers."""
