"""What carries tickets: the lawyers' group in every state, kills, edits, and what must never stand in it."""
