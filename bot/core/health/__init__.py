"""What works and what does not: the pulse of the parts, and the troubles that need a person."""
