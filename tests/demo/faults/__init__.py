"""Tests of demo/faults."""
