"""Tests of the pulse and of the troubles."""
