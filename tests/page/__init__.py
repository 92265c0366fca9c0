"""The chat page in a real Chromium, against a small scripted bot."""
