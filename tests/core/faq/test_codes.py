"""Codes of topics in a button: short, all different, and what is not known any more is left out."""

from bot.core.faq.codes import CODE_SIGNS, code, codes, topics_of
from tests.test_locales import tree


def test_the_topics_that_are_there_have_different_codes() -> None:
    topics = [topic.id for topic in tree().topics]
    assert len({code(topic) for topic in topics} | {code("seminars"), code("whats-new")}) == len(topics) + 2


def test_codes_lead_back_in_their_order() -> None:
    assert topics_of(codes(["fees", "work-permit"]), ["work-permit", "fees", "privacy"]) == ["fees", "work-permit"]


def test_what_is_not_known_or_damaged_is_left_out() -> None:
    written = codes(["fees", "gone"]) + "x" * (CODE_SIGNS - 1)
    assert topics_of(written, ["fees"]) == ["fees"]
    assert topics_of("", ["fees"]) == []
