"""Tests of demo/doors."""
