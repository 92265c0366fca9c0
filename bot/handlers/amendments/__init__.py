"""What was delivered, changed afterwards: deleted or edited everywhere (A7)."""
