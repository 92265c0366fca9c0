"""Tests of handlers/broadcasts."""
