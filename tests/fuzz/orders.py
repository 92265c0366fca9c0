"""An admin at work, forged copies of the admin's buttons in everybody's hands, and a look at what comes of them."""

import json
import re
from collections import deque
from random import Random
from typing import Any

import sqlcipher3

from bot.demo.ledger import Entry
from tests.chat import ADMIN, Town
from tests.fuzz.mutations import mutated, turned_over
from tests.fuzz.shapes import buttons

FRESH = 300
BUTTON = re.compile(r'"callback_data": ?"([^"]+)"')
REMEMBERED = 300
"""Buttons that the bot has drawn for the admin lately."""

SEMINAR = "/seminar 2027-01-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
LINES = (
    *("/broadcast", "/broadcast", "Новость", "News", "<b>", "/admin", "/admin", "/pause", "/cancel", "/seminar"),
    *("2027-02-05 19:00 America/New_York", "завтра", "/reload", "/start", SEMINAR),
)
KEPT = (
    "SELECT id, kind, author, state, audience, content_hash, forced FROM mailing WHERE author IS NOT NULL ORDER BY id",
    "SELECT id, mailing, kind, total FROM amendment WHERE kind <> 'link' ORDER BY id",
    "SELECT * FROM seminar ORDER BY id",
    "SELECT * FROM imported ORDER BY id",
    "SELECT * FROM text_stamp ORDER BY topic, language",
    "SELECT * FROM fact_stamp ORDER BY fact",
    "SELECT * FROM draft ORDER BY person",
    "SELECT mailing || ' ' || album || ' ' || message, step FROM album_item ORDER BY 1",
    "SELECT * FROM meta WHERE name NOT IN ('backup', 'idle') ORDER BY name",
)
"""What nobody but an admin changes. Mailings about seminars follow from the seminars."""

ALBUM_WAITS = "SELECT 1 FROM album_item WHERE taken = 0 LIMIT 1"
"""Files of an album that the admin has sent: the admin's next message, whatever it is, says that they are all there."""

PARTS = ("0", "1", "2", "3", "99", "-1", "9" * 25, "ru", "en", "", "one", "drop", "cancel", "queued", "paused", "draft")
LEAVES = ("/stop", "/unsubscribe")
"""Everybody may leave at any time, an admin too: the draft goes."""

STOPS = ("/pause", "/cancel")
"""Orders that only stop or take back: obeyed however late (R15), when they are the admin's own."""

ENDS = "done"
"""A mailing ends also when the last of its people leaves."""

Kept = tuple[dict[Any, tuple[Any, ...]], ...]


class Orders:
    """Makes updates an admin could have sent, and copies of them from others and of forged content."""

    def __init__(self, random: Random, people: int) -> None:
        """Let so many people hold a forged button."""
        self._random = random
        self._people = people
        self._forged = tuple(buttons(random))
        self._drawn: deque[str] = deque(maxlen=REMEMBERED)

    def learn(self, entries: list[Entry]) -> None:
        """Remember the buttons that were drawn for the admin."""
        for entry in entries:
            if entry.chat_id == ADMIN:
                self._drawn.extend(BUTTON.findall(str(entry.params.get("reply_markup", ""))))

    def update(self, number: int, now: int) -> dict[str, Any]:
        """Return an order as it should be, a copy, or one that is almost right."""
        person = self._random.choice((ADMIN, ADMIN, 10**6 + self._random.randrange(self._people)))
        user = {"id": person, "is_bot": False, "first_name": "Ы", "language_code": "ru"}
        chat = {"id": self._random.choice((person, person, person, ADMIN)), "type": "private", "first_name": "Ы"}
        about = {"message_id": self._random.randrange(1, 99), "date": now, "chat": chat}
        if self._random.random() < 0.3:
            late = {"date": now - self._random.choice((0, 0, 0, FRESH + 60)), "from": user}
            return {"update_id": number, "message": about | late | {"text": self._random.choice(LINES)}}
        body = {"id": "1", "from": user, "chat_instance": "1", "data": self._data(), "message": about | {"text": "x"}}
        update = {"update_id": number, "callback_query": body}
        return mutated(update, self._random) if self._random.random() < 0.2 else update

    def _data(self) -> str:
        data = self._random.choice(self._random.choice((self._forged, self._drawn or self._forged)))
        change = self._random.choice((_as_it_is, _as_it_is, turned_over, _other_part, _other_part))
        return change(data, self._random)


class Effects:
    """What admins alone may change, looked at when something was written."""

    def __init__(self, t: Town) -> None:
        """Watch this town's database."""
        self._reader = sqlcipher3.connect(str(t.path), isolation_level=None)
        self._written: object = None
        self._kept: Kept = ()

    def close(self) -> None:
        """Watch no longer."""
        self._reader.close()

    def album_waits(self) -> bool:
        """Return whether an admin's album is taken with the admin's next message."""
        return self._reader.execute(ALBUM_WAITS).fetchone() is not None

    def changed(self) -> bool:
        """Return whether anything of it is other than at the last look."""
        written = self._reader.execute("PRAGMA data_version").fetchone()
        if written == self._written:
            return False
        before, self._written = self._kept, written
        found = [self._reader.execute(sql).fetchall() for sql in KEPT]
        self._kept = tuple({row[0]: row for row in rows} for rows in found)
        return bool(before) and not _same(before, self._kept)


def _as_it_is(data: str, _random: Random) -> str:
    return data


def _other_part(data: str, random: Random) -> str:
    """Return the button with one of its fields changed: another object, another act, another mark."""
    parts = data.split(":")
    parts[random.randrange(len(parts))] = random.choice(PARTS)
    return ":".join(parts)


def _same(before: Kept, after: Kept) -> bool:
    mailings, ended = before[0], {number for number, row in after[0].items() if ENDS in row}
    running = {number: row for number, row in mailings.items() if number not in ended}
    still = {number: row for number, row in after[0].items() if number not in ended}
    return running == still and ended <= mailings.keys() and before[1:] == after[1:]


def may_order(update: dict[str, Any], now: int) -> bool:
    """Return whether the update is an admin's own, fresh and private one (R11), read from the raw JSON."""
    for kind in ("message", "callback_query", "my_chat_member"):
        body = update.get(kind)
        if isinstance(body, dict) and _own(body, body if kind != "callback_query" else body.get("message")):
            return kind != "message" or str(body.get("text")).startswith(LEAVES) or not _borrowed_or_late(body, now)
    return False


def ends_album(update: dict[str, Any]) -> bool:
    """Return whether the update is a message of the admin's own, however late."""
    message = update.get("message")
    return isinstance(message, dict) and _own(message, message)


def _own(body: dict[str, Any], message: Any) -> bool:
    user, chat = body.get("from"), message.get("chat") if isinstance(message, dict) else None
    return isinstance(user, dict) and isinstance(chat, dict) and user.get("id") == chat.get("id") == ADMIN


def _borrowed_or_late(message: dict[str, Any], now: int) -> bool:
    borrowed = ["via_bot", "sender_chat", "sender_business_bot", "edit_date"]
    if str(message.get("text")).startswith("/"):  # an order; the content of a draft may be forwarded (A2)
        borrowed.append("forward_origin")
    date = message.get("date")
    late = isinstance(date, int | float) and now - date > FRESH
    late = late and not str(message.get("text")).lower().startswith(STOPS)
    return late or any(message.get(name) is not None for name in borrowed)


def start(now: int) -> list[dict[str, Any]]:
    """Return what an admin does first, so that there is something to give orders about."""
    user = {"id": ADMIN, "is_bot": False, "first_name": "Ы", "language_code": "ru"}
    chat = {"id": ADMIN, "type": "private", "first_name": "Ы"}
    said = (SEMINAR, SEMINAR, "/broadcast", "Новость", "News", "/admin")
    return [
        {
            "update_id": 10**8 + number,
            "message": {"message_id": 1, "date": now, "chat": chat, "from": user, "text": text},
        }
        for number, text in enumerate(said)
    ]


def shown(update: dict[str, Any]) -> str:
    """Return an update as a line of the report."""
    return json.dumps(update, ensure_ascii=True, default=str)[:300]
