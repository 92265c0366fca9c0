"""People who tap, round after round, and how long each waits for an answer; and the updates that tell the bot."""

import asyncio
import json
import math
import os
import re
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.http_server import Reply, ok
from tests.bench.plan import MENU, TAPPER

OFFSET, TIMEOUT = re.compile(rb"(?:^|&)offset=(-?\d+)"), re.compile(rb"(?:^|&)timeout=(\d+)")
MOST = 100
HEAD_START = 1.0
"""Seconds between the bot's first question and the first round."""

PATIENCE = 10.0
"""Seconds a round waits for its last answers."""


class Crowd:
    """Rounds of (how many, seconds between two); all of the first round's people have tapped before the second."""

    def __init__(
        self, served: Callable[[], None], rounds: list[tuple[int, float]], people: int, texts: tuple[str, ...] = ()
    ) -> None:
        """Start when the bot asks for the first time; say when the last round is over. Without texts they tap."""
        self.waits: list[float] = []
        self.answered_at: list[float] = []
        self.asked: dict[int, deque[float]] = {}
        self.unanswered = 0
        self.cpu = self.began = self.took = 0.0
        self.pid = 0
        self._rounds, self._people, self._texts, self._served = deque(rounds), people, texts, served
        self._queue: deque[tuple[int, bytes]] = deque()
        self._asking: Reply | None = None
        self._left = self._number = 0
        self._gap = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def poll(self, body: bytes, reply: Reply) -> None:
        """Answer getUpdates, at once or when there is something."""
        offset, timeout = (int(found[1]) if (found := asks.search(body)) else 0 for asks in (OFFSET, TIMEOUT))
        while self._queue and self._queue[0][0] < offset:
            self._queue.popleft()
        loop = asyncio.get_running_loop()
        if self._timer is None:
            self._timer = loop.call_later(0 if self._texts else HEAD_START, self._next_round)
        if self._queue or not timeout:
            self._hand_over(reply)
            return
        self._asking = reply
        loop.call_later(timeout, self._give_up, reply)

    def answered(self, chat: int | None, now: float, *, refused: bool = False) -> None:
        """Somebody who tapped got an answer, or will never get one since it was refused."""
        asked = self.asked.get(chat or 0)
        if asked is None:
            return
        waited = now - asked.popleft()
        self.waits.append(math.inf if refused else waited)
        self.answered_at.append(now)
        if not asked:
            del self.asked[chat or 0]
        if not self._left and not self.asked:
            self._end_round()

    def _hand_over(self, reply: Reply) -> None:
        updates = [update for _, update in list(self._queue)[:MOST]]
        reply(200, b'{"ok":true,"result":[' + b",".join(updates) + b"]}")

    def _give_up(self, reply: Reply) -> None:
        if self._asking is reply:
            self._asking = None
            reply(200, ok([]))

    def _next_round(self) -> None:
        if not self._rounds:
            return
        self._left, self._gap = self._rounds.popleft()
        self.waits, self.began, self.cpu = [], time.monotonic(), spent(self.pid)
        if self._gap:
            self._act_after_a_while()
        else:
            for _ in range(self._left):
                self._act()
            self._flush()

    def _act_after_a_while(self) -> None:
        self._act()
        self._flush()
        if self._left:
            asyncio.get_running_loop().call_later(self._gap, self._act_after_a_while)

    def _act(self) -> None:
        self._left -= 1
        self._number += 1
        chat = TAPPER + self._number % self._people
        text = self._texts[(self._number - 1) % len(self._texts)] if self._texts else ""
        self.asked.setdefault(chat, deque()).append(time.monotonic())
        self._queue.append((self._number, update(self._number, chat, text)))
        if not self._left:
            number = len(self._rounds)
            asyncio.get_running_loop().call_later(PATIENCE, self._give_up_round, number)

    def _flush(self) -> None:
        if self._asking:
            reply, self._asking = self._asking, None
            self._hand_over(reply)

    def _give_up_round(self, number: int) -> None:
        if len(self._rounds) == number and self.asked and not self._left:
            self.unanswered += sum(map(len, self.asked.values()))
            self.waits += [math.inf] * self.unanswered
            self.asked.clear()
            self._end_round()

    def _end_round(self) -> None:
        self.took, self.cpu = time.monotonic() - self.began, spent(self.pid) - self.cpu
        if self._rounds:
            self._next_round()
        else:
            self._served()


def update(number: int, chat: int, text: str) -> bytes:
    """Return a tap on the menu's button, or a message when there is a text."""
    person = {"id": chat, "is_bot": False, "first_name": "x", "language_code": "ru"}
    room = {"id": chat, "type": "private", "first_name": "x"}
    message: dict[str, Any] = {"message_id": number, "date": 1_790_000_000, "chat": room}
    if text:
        command = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
        what = {"message": {**message, "from": person, "text": text, "entities": command}}
    else:
        bot = {"id": 42, "is_bot": True, "first_name": "bot"}
        shown = {**message, "from": bot, "text": "Меню"}
        tap = {"id": str(number), "from": person, "message": shown, "chat_instance": "1", "data": MENU}
        what = {"callback_query": tap}
    return json.dumps({"update_id": number, **what}, ensure_ascii=False).encode()


def spent(pid: int) -> float:
    """Return the CPU seconds a process has used (Linux)."""
    if not pid:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
