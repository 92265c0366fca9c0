"""The answer to a call: an HTTP status, a JSON body, the call's ledger entry and its fault.

It stands apart from `calls`, because the ledger and the fault plan need the values there.
"""

import json
from typing import NamedTuple

from bot.demo.calls import JsonObject, Refusal
from bot.demo.faults.plan import Fault
from bot.demo.ledger import Entry


class Reply(NamedTuple):
    """An HTTP status and the JSON body that belongs to it.

    `entry` is the call's record in the ledger; None when the call was never decided (another token, no method).
    `fault` says how the answer has to fail on its way; None: it is sent as it is.
    """

    status: int
    body: JsonObject
    entry: Entry | None = None
    fault: Fault | None = None


def reply_of(refusal: Refusal) -> Reply:
    """The refusal in Telegram's form: `ok`, `error_code`, `description`, maybe `parameters`."""
    body: JsonObject = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return Reply(refusal.code, body)


def encoded(body: JsonObject) -> bytes:
    """The body as UTF-8 JSON without spaces, as it is sent."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
