"""Tests of demo/page."""
