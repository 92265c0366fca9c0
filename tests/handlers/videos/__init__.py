"""Tests of handlers/videos."""
