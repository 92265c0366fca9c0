"""A seminar entered step by step (A9)."""
