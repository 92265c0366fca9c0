"""The chat page of the demo: its HTTP interface, its stream of events, who may ask."""
