"""Injected faults: which calls and updates fail, and how. A test plans them; other modules apply them."""
