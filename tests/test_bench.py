"""What the benchmark makes of its figures: verdicts, shares, percentiles, and the page they are written into."""

import math
from collections import deque
from pathlib import Path
from typing import Any

import pytest

from tests.bench import page, table
from tests.bench.crowd import Crowd, update
from tests.bench.http_server import BotApiProtocol, too_many
from tests.bench.table import Row, Table, percentile, used, verdict


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile(range(1, 201), share) for share in (0.0, 0.5, 0.99, 1.0)] == [1, 100, 198, 200]
    assert math.isnan(percentile([], 0.5))


def test_the_share_leaves_out_what_lies_outside() -> None:
    assert used([0, 0.5, 1, 1.5, 2, 3], rate=2, since=1, until=3) == 0.75


def test_a_verdict_is_a_word_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "SHORT", False)
    assert [verdict(met) for met in (True, False, None)] == ["met", "not met", "–"]
    monkeypatch.setattr(table, "SHORT", True)
    assert verdict(True) == "–"


def test_a_table_has_a_cell_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "SHORT", False)
    part = Table("F3", "Costs", (Row("CPU", "≤ 1", "0.7", ("1",), met=True),), ("bare", "loop"), "A note.")
    title, _, note, _, *lines = part.markdown().split("\n")
    assert (title, note) == ("### F3. Costs", "A note.")
    assert lines[0] == "|  | target | ours | bare | loop | verdict |"
    assert lines[2] == "| CPU | ≤ 1 | 0.7 | 1 | – | met |"


def test_parts_that_did_not_run_stay_on_the_page(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(f"before\n{page.BEGIN}\n{page.END}\nafter\n", encoding="utf-8")
    page.write(document, "today", {"F3": "### F3. Costs\n\nold", "F1": "### F1. Rate\n\nkept"})
    page.write(document, "tomorrow", {"F3": "### F3. Costs\n\nnew"})
    text = document.read_text(encoding="utf-8")
    assert (
        text
        == f"before\n{page.BEGIN}\n\ntomorrow\n\n### F1. Rate\n\nkept\n\n### F3. Costs\n\nnew\n\n{page.END}\nafter\n"
    )


def test_the_page_has_its_marks() -> None:
    text = page.DOCUMENT.read_text(encoding="utf-8")
    assert (text.count(page.BEGIN), text.count(page.END)) == (1, 1)


class Transport:
    """A transport that keeps what is written."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.written = b""

    def is_closing(self) -> bool:
        """Stay open."""
        return False

    def write(self, data: bytes) -> None:
        """Keep it."""
        self.written += data


def test_a_request_is_heard_however_it_is_cut() -> None:
    calls: list[Any] = []
    protocol, transport = BotApiProtocol(lambda method, body, reply: calls.append((method, body, reply))), Transport()
    protocol.connection_made(transport)  # type: ignore[arg-type]  # as much of a transport as the protocol needs
    request = b"POST /bot42:TEST/sendMessage HTTP/1.1\r\nContent-Length: 9\r\n\r\nchat_id=7"
    for byte in (request + request)[:-1]:
        protocol.data_received(bytes([byte]))
    assert [call[:2] for call in calls] == [("sendmessage", b"chat_id=7")]
    protocol.data_received(b"7")
    assert len(calls) == 2
    calls[0][2](429, too_many(3))
    assert transport.written.startswith(b"HTTP/1.1 429 ")
    assert b'"retry_after": 3' in transport.written


def test_every_tap_waits_for_an_answer_of_its_own() -> None:
    served: list[bool] = []
    crowd = Crowd(lambda: served.append(True), [], people=1)
    crowd.asked[7] = deque([1.0, 2.0])
    for now in (4.0, 5.0):
        crowd.answered(7, now)
    crowd.answered(7, 6.0)
    assert (crowd.waits, served) == ([3.0, 3.0], [True])


def test_an_update_is_a_tap_or_a_message() -> None:
    assert b'"callback_query"' in update(1, 5_001, "")
    assert b'"bot_command"' in update(1, 5_001, "/start")
