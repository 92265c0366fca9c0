"""The same answers, seminars and notices as a static site, for the day Telegram cannot be reached (O10)."""
