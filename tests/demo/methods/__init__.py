"""Tests of demo/methods."""
