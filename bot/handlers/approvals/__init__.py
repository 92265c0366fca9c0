"""Another admin approves a large broadcast, and all hear of every one (A4)."""
