"""How a call reaches the pretended Telegram: over HTTP or in process, and how the way can fail."""
