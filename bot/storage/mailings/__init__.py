"""Rows of mailings and deliveries: queue, claim, record what became of each, expire."""
