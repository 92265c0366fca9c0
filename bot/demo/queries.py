"""Taps that still spin on a phone: callback queries waiting for their answer."""

import secrets
from collections.abc import Callable

from bot.demo.calls import JsonObject, bad_request

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
Answered = Callable[[JsonObject], None]


class Queries:
    """Open callback queries by id; each can be answered once."""

    def __init__(self) -> None:
        self._open: dict[str, Answered] = {}

    def open(self, answered: Answered) -> str:
        """A new query id; `answered` is told the answer when it comes."""
        query_id = str(secrets.randbelow(2**62))
        self._open[query_id] = answered
        return query_id

    def close(self, query_id: str) -> Answered:
        answered = self._open.pop(query_id, None)
        if answered is None:
            raise bad_request(TOO_OLD)
        return answered
