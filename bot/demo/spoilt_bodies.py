"""The bytes of an answer changed by a fault. They are the same over HTTP and in process."""

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
    """An HTTP status, the whole body and its type; `half` is the first half of the bytes."""

    status: int
    content: bytes
    content_type: str = _JSON_TYPE

    @property
    def half(self) -> bytes:
        """The first half of the body, rounded down."""
        return self.content[: len(self.content) // 2]


def spoilt_body(reply: Reply) -> Body:
    """The bytes for a reply, changed as its fault says. A reply without a fault keeps its bytes."""
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
    """The reply to a call that had its effect: another JSON body for ERROR and STRANGE, otherwise the true one.

    Other kinds of fault change how the bytes are sent, which `doors/` does.
    """
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
