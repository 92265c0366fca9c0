"""Tickets and their messages: numbers only."""
