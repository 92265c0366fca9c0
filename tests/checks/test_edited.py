"""Answers edited beside the database, as far as they are files."""

import os
from importlib import resources
from pathlib import Path

from bot.checks.edited import folder_findings, laid_over
from bot.storage.edited_answers import EditedAnswers


def test_a_pipe_among_the_answers_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    os.mkfifo(tmp_path / "ru" / "faq-fees.ftl")
    package = resources.files("bot")
    assert list(folder_findings(package, tmp_path)) == []
    assert laid_over(package, tmp_path) == laid_over(package, None)
    assert EditedAnswers(tmp_path, "nobody").read().files == {}
