"""Tests of core/videos."""
