"""How well and how fast the search works: ``make bench-search``.

Every writer is judged by a model, and a decision, made without that writer. All questions were written for this
purpose, so real people may be served worse than these figures say.
"""

import random
from collections.abc import Sequence

from bot.cli.search_jsonl import passages, sentences
from bot.search.corpus import Passage
from tests.bench.search_speed import speed
from tests.search.training.calibrating import table
from tests.search.training.folds import judge, judged, writers_of
from tests.search.training.labelled import FIRST, OF_THE_BOT, Question, read_questions
from tests.search.training.reporting import report, share, split_of

CURVE = (0, 2, 4, 6, 8)
"""How many writers teach, beside the one who always does."""
SEED = 12


def main() -> None:
    """Print the figures, the curve and the speed."""
    taught, questions = (*passages(), *sentences()), read_questions()
    strangers, firsts = split_of(questions, FIRST)
    report(list(judge(taught, strangers, firsts)))
    curve(taught, strangers, firsts)
    speed()


def curve(taught: Sequence[Passage], strangers: Sequence[Question], firsts: Sequence[Question]) -> None:
    """Print how the same writers are judged by models of more and more others; without a decision."""
    writers = [writer for writer in writers_of(strangers) if not writer.startswith(OF_THE_BOT)]
    random.Random(SEED).shuffle(writers)  # noqa: S311 -- the same writers every time
    teaching, asked = writers[: CURVE[-1]], writers[CURVE[-1] :]
    mine = [question for question in strangers if question.writer in asked]
    print(f"by how many writers taught; judged: {', '.join(asked)}")
    for count in CURVE:
        others = [question for question in strangers if question.writer in teaching[:count]]
        rows = table(list(judged(taught, [*firsts, *others], mine)))
        scope = ~rows.outside
        print(f"  {count} writers  top-1 {share(rows.right[scope])}  top-3 {share(rows.third[scope])}")


if __name__ == "__main__":
    main()
