"""Tests of storage/backups."""
