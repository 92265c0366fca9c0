"""The channel's feed: one address, one safe parser (S7)."""
