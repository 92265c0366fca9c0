"""``python -m bot search``: a question a line in, a line of JSON out; a synonym belongs to one topic."""

import io
import json

import pytest

from bot.checks.catalogues import read_catalogue
from bot.checks.synonyms import search_findings
from bot.cli import search
from bot.cli import search_jsonl as search_lines
from bot.core.faq.search import Certainty, Found


def found(question: str) -> Found:
    """Stand for the search."""
    return Found(Certainty.SUGGEST, ((question[:1] or "-", 0.5),))


def test_lines_and_arguments_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    for questions, typed in ((["one"], b""), (None, "два\nbad\xff\n".encode("latin-1", "replace"))):
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        monkeypatch.setattr("sys.stdout", out)
        monkeypatch.setattr(search_lines, "load_search", lambda: found)
        assert search.main(questions=questions) == 0
        out.seek(0)
        said += out.read().splitlines()
    assert [json.loads(line)["topics"][0]["score"] for line in said] == [0.5] * 3


def test_a_synonym_of_two_topics_is_a_fault() -> None:
    text = "faq-a = A\n    .synonyms = Ещё, one\nfaq-b = B\n    .synonyms = еще, two\n"
    faults = list(search_findings({"ru": read_catalogue("ru", {"faq.ftl": text})}))
    assert faults == ["ru: the synonym 'еще' is claimed by faq-a, faq-b"]
