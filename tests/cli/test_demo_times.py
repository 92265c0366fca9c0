"""The times that the README and the page's guide promise are those of the demo's programme."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo_server import PROGRAMME

ROOT = Path(__file__).parents[2]
GUIDE = "bot/demo/page/static/strings.js"


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("README.md", "two minutes after the start a seminar is announced that begins four minutes later"),
        ("README.md", "three, two and one minute before"),
        ("README.md", "Each time one has ended, two minutes after it began"),
        (GUIDE, "two minutes after the demo starts a seminar is announced that begins four minutes later"),
        (GUIDE, "через две минуты после запуска придёт объявление о семинаре, который начнётся ещё через четыре"),
    ],
)
def test_the_demo_is_described_with_its_own_times(file: str, sentence: str) -> None:
    assert sentence in (ROOT / file).read_text("utf-8")


def test_the_programme_has_the_times_described() -> None:
    assert PROGRAMME.announced_after == timedelta(minutes=2)
    assert PROGRAMME.begins_in == timedelta(minutes=4)
    assert PROGRAMME.ladder == "3m,2m,1m,0"
    assert PROGRAMME.lasts == 2
