"""What goes wrong on purpose: planned by a test, carried out at its time."""
