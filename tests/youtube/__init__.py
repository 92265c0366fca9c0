"""Tests of the youtube room."""
