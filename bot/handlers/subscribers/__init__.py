"""Subscribing and leaving, preferences, /privacy, /delete, /clear."""
