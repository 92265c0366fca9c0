"""Parts of screens that every feature draws with."""
