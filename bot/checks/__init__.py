"""What must be true of texts and answers before people read them; `python -m bot check` and /reload ask it."""
