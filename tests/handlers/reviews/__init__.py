"""Tests of handlers/reviews."""
