"""The deadline helper: calendar dates counted from what a reader says; nothing is stored."""
