"""Numbered migrations, each applied in one transaction."""
