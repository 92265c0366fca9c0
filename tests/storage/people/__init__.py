"""Tests of the rows that say whose the others are."""
