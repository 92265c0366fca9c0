"""SQL: one encrypted file, one writer, and a write only inside a transaction."""
