"""Tests of storage/mailings."""
