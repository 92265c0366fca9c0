"""Sums of the questions of the last thirty days, for reviewers and admins (A11, A12)."""

from collections.abc import Mapping

from bot.core.faq.question_stats import TOPIC, Counted
from bot.core.faq.topics import Tree
from bot.core.pagination import GAP
from bot.handlers.ui.screens import Words

TOPICS_SHOWN = 5


def asked_lately(words: Words, tree: Tree, sums: Mapping[str, int]) -> str:
    """Say how the questions of the last thirty days ended, and which topics were found most and least often."""
    ended = {kind.value: sums.get(kind, 0) for kind in Counted}
    if not any(ended.values()):
        return words("reviews-asked-little")
    found = {topic.id: sums.get(TOPIC + topic.id, 0) for topic in tree.topics if topic.written}
    by_times = sorted(found.items(), key=lambda each: -each[1])
    most = [_line(words, topic, times) for topic, times in by_times[:TOPICS_SHOWN] if times]
    least = [_line(words, topic, times) for topic, times in reversed(by_times[-TOPICS_SHOWN:])]
    parts = [words("reviews-asked", **ended)]
    parts += ["\n".join((words("reviews-asked-most"), *most))] if most else []
    return GAP.join((*parts, "\n".join((words("reviews-asked-least"), *least))))


def _line(words: Words, topic: str, times: int) -> str:
    answer = f"faq-{topic}"
    title = words.plain(f"{answer}.button")
    return words("reviews-asked-topic", title=title, count=times) if times else words("reviews-asked-few", title=title)
