"""What is wrong with the lawyers' group, as admins read it: on /ask and beside the numbers."""

from bot.core.tickets.group import LawyersGroup, Missing
from bot.handlers.ui.screens import Words


def group_faults(words: Words, group: LawyersGroup) -> str:
    """Return a line for each, the worst first; nothing when all is well."""
    return "\n".join(words(f"lawyers-missing-{each}") for each in Missing if each in group.missing)
