"""Connections and transactions over SQLite: open, lock, migrate, look into."""
