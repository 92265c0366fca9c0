"""The bar of a progress card."""

BAR_BLOCKS = 10


def bar(total: int, remaining: int) -> str:
    """Return ten blocks, filled by the share of people with an outcome, rounded down."""
    done = BAR_BLOCKS * (total - remaining) // total if total else BAR_BLOCKS
    return "▓" * done + "░" * (BAR_BLOCKS - done)
