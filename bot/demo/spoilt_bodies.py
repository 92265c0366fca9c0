"""The bytes of an answer that a fault has been at: the same for both doors."""

from dataclasses import dataclass
from http import HTTPStatus

from bot.demo.calls import JsonObject, Refusal
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.faults.strange import Twist, twisted
from bot.demo.replies import Reply, encoded, reply_of

PROXY_ERROR_PAGE = """<html>\r
<head><title>{status}</title></head>\r
<body>\r
<center><h1>{status}</h1></center>\r
<hr><center>nginx/1.18.0</center>\r
</body>\r
</html>\r
"""
GARBAGE_BYTES = bytes(range(255, 127, -1))
_JSON_TYPE = "application/json"


@dataclass(frozen=True)
class Body:
    """What is written: its status, all of it, and the part that leaves at once."""

    status: int
    content: bytes
    content_type: str = _JSON_TYPE

    @property
    def half(self) -> bytes:
        return self.content[: len(self.content) // 2]


def spoilt_body(reply: Reply) -> Body:
    """The body of a reply that has a fault."""
    fault = reply.fault
    if fault is not None and fault.kind is FaultKind.HTML:
        page = PROXY_ERROR_PAGE.format(status=f"{fault.status} {fault.description}")
        return Body(fault.status, page.encode(), "text/html")
    if fault is not None and fault.kind is FaultKind.GARBAGE:
        return Body(reply.status, GARBAGE_BYTES)
    whole = Body(reply.status, encoded(reply.body))
    if fault is not None and fault.kind is FaultKind.TRUNCATED:
        return Body(reply.status, whole.half)
    return whole


def spoilt(reply: Reply, fault: Fault) -> Reply:
    """The answer after the effect, where it is JSON of another content; how it is written is the door's work."""
    if fault.kind is FaultKind.ERROR:
        error = reply_of(Refusal(fault.status, fault.description, **fault.parameters))
        return Reply(error.status, error.body, reply.entry, fault)
    if fault.kind is FaultKind.STRANGE and reply.status == HTTPStatus.OK:
        return Reply(reply.status, _strange(reply.body, fault.twist), reply.entry, fault)
    return Reply(reply.status, reply.body, reply.entry, fault)


def _strange(body: JsonObject, twist: Twist) -> JsonObject:
    if twist is Twist.TYPES:
        return {**body, "result": twisted(body["result"], twist)}
    return {**twisted(body, twist), "ok": True}
