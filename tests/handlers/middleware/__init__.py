"""Tests of handlers/middleware."""
