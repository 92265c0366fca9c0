"""Tests of what an operator's machines ask."""
