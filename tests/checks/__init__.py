"""Tests of the checks of texts and answers."""
