"""Whose the rows are: the only place of a chat's id."""
