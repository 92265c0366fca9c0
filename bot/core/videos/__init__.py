"""Videos of the channel: the feed that tells of them, and telling the subscribers once (S7)."""
