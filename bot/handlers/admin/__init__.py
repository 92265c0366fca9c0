"""Who is an admin, what an order must be, what a conversation with one remembers."""
