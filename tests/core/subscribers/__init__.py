"""Tests of core/subscribers."""
