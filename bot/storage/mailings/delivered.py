"""Which deliveries say where their message stands, so that it can be changed or deleted."""

HAS_NUMBER = "d.state = 2 AND d.messages IS NOT NULL AND d.messages <> '[]'"
"""A condition on a row of ``delivery``."""
