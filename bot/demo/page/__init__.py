"""The chat page of the demo: its HTTP interface, its event stream, and which requests it accepts."""
