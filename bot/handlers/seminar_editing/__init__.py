"""Parts of an announced seminar changed one by one, told or silently (A9)."""
