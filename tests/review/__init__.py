"""Tests that failed when they were written: each shows one way in which a rule of reliability.md could be broken."""
