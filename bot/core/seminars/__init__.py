"""Seminars: when, where, what is told of them and when; their forms and changes."""
