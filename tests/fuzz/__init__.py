"""A hundred thousand updates that look almost like Telegram's (T83)."""
