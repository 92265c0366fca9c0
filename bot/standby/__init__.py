"""Several instances of the bot, one of which works (O9)."""
