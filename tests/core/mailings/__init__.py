"""Tests of core/mailings."""
