"""Seminars as readers and admins see them: lists, cards, reminders, calendar files, the entry forms."""
