"""The bot under faults: lost, doubled and late are read from the pretended Telegram's ledger alone."""
