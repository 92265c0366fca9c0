"""When the number of people under a confirm button has moved so far that it is asked about again (A3, A9)."""

MOVED_PEOPLE = 10
MOVED_SHARE = 0.05
"""A count that has moved by more than both, people and share of what was shown, is shown anew."""


def moved_much(shown: int, counted: int) -> bool:
    """Return whether the audience is no longer about the one that was previewed."""
    by = abs(counted - shown)
    return by > MOVED_PEOPLE and by > MOVED_SHARE * shown
