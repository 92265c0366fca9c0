"""Tests of core/faq."""
