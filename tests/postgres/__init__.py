"""Tests over PostgreSQL, in a cluster of the tests' own."""
