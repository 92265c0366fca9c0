"""Backups: written, sealed with age, counted, read back; the erasures beside them."""
