"""Tests of handlers/faq."""
