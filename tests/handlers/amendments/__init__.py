"""Tests of handlers/amendments."""
