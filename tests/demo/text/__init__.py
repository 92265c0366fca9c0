"""Tests of demo/text."""
