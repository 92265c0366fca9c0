"""Sums of the questions of the last thirty days, for reviewers and admins (A11)."""

from collections.abc import Mapping

from bot.core.faq.question_stats import TOPIC, Counted
from bot.core.faq.topics import Tree
from bot.core.pagination import GAP
from bot.handlers.ui.screens import Words

TOPICS_SHOWN = 5


def asked_lately(words: Words, tree: Tree, sums: Mapping[str, int]) -> str:
    """Say how the questions of the last thirty days ended, and which topics came nearest most often."""
    ended = {kind.value: sums.get(kind, 0) for kind in Counted}
    if not any(ended.values()):
        return words("reviews-asked-little")
    topics = sorted(((times, what.removeprefix(TOPIC)) for what, times in sums.items() if what.startswith(TOPIC)))
    known = [(f"faq-{topic}", times) for times, topic in reversed(topics) if tree.find(topic)][:TOPICS_SHOWN]
    lines = [
        words("reviews-asked-topic", title=words.plain(f"{answer}.button"), count=times) for answer, times in known
    ]
    most = [words("reviews-asked-most") + "\n" + "\n".join(lines)] if lines else []
    return GAP.join((words("reviews-asked", **ended), *most))
