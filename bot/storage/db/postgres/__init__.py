"""The second engine: PostgreSQL, for a bot on several machines (O9). Imported only with ``DATABASE_URL``."""
