"""The figures of this folder's tests are told as those of tests/chaos are."""

from tests.chaos.conftest import pytest_terminal_summary

__all__ = ["pytest_terminal_summary"]
