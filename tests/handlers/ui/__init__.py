"""Tests of handlers/ui."""
