"""The names of tickets: neutral words and a number, by lot (P10)."""

from bot.core.tickets.codes import HIGHEST, LOWEST, WORDS, draw
from bot.core.tickets.group import LawyersGroup, Missing


def test_every_word_and_number_can_be_drawn_and_no_other() -> None:
    assert draw(lambda count: 0) == draw(lambda count: 0)
    assert (draw(lambda count: 0).word, draw(lambda count: 0).number) == (WORDS[0], LOWEST)
    assert (draw(lambda count: count - 1).word, draw(lambda count: count - 1).number) == (WORDS[-1], HIGHEST)
    assert LOWEST <= draw().number <= HIGHEST


def test_a_group_without_topics_takes_questions_and_one_that_is_not_seen_takes_none() -> None:
    assert not LawyersGroup().set_up
    assert LawyersGroup(missing={Missing.NO_TOPICS}).takes_questions
    assert not LawyersGroup(missing={Missing.NO_TOPICS}, forum=True).topics
    assert LawyersGroup(missing=set(), forum=True).topics
    assert not LawyersGroup(missing={Missing.UNSEEN}).takes_questions
