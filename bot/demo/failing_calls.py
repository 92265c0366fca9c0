"""Carries out a call that has a fault: decides whether it has its effect and what the ledger records.

How the answer then fails on its way differs over HTTP and in process; `doors/` does that part.
"""

from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass

from bot.demo.calls import Call, JsonObject, Refusal
from bot.demo.chats.world import World
from bot.demo.faults.plan import Fault, FaultKind, When
from bot.demo.ledger import Ledger
from bot.demo.replies import Reply, reply_of
from bot.demo.spoilt_bodies import spoilt

Record = Callable[[Call, int, JsonObject, Fault | None], Reply]
# The body of a reply to a call that had no effect; a proxy in front of a broken server answers so.
_NO_EFFECT_ANSWER = reply_of(Refusal(502, "Bad Gateway"))


@dataclass(frozen=True)
class FaultyCalls:
    """Applies a fault to a call. Returns the reply; whoever transports it makes it fail as `reply.fault` says.

    Raises TimeoutError when a SLOW fault lasts longer than the caller's timeout.
    """

    world: World
    carry_out: Callable[[Call], Awaitable[Reply]]
    record: Record
    ledger: Ledger

    async def __call__(self, call: Call, fault: Fault) -> Reply:
        if fault.kind is FaultKind.SLOW:
            slow = self._slow_to_act if fault.when is When.BEFORE else self._slow_to_answer
            return await slow(call, fault)
        if fault.when is When.BEFORE:
            return self._undone(call, fault)
        reply = await self.carry_out(call)
        _mark(reply, fault)
        return spoilt(reply, fault)

    async def _slow_to_act(self, call: Call, fault: Fault) -> Reply:
        """Wait, then carry out the call. A caller that gives up meanwhile prevents the effect."""
        try:
            with nullcontext() if call.polls else self.ledger.flight():
                await call.caller.wait(fault.seconds, self.world.sleep)
        except BaseException:
            self._over(self._undone(call, fault), answered=False)
            raise
        if call.caller.gone:
            return self._undone(call, fault)
        reply = await self.carry_out(call)
        if reply.entry:
            reply.entry.fault = fault
        return reply

    async def _slow_to_answer(self, call: Call, fault: Fault) -> Reply:
        """Carry out the call, then wait. A caller that gives up meanwhile does not learn of the effect."""
        reply, answered = await self.carry_out(call), False
        _mark(reply, fault)
        try:
            with nullcontext() if call.polls else self.ledger.flight():
                await call.caller.wait(fault.seconds, self.world.sleep)
            answered = True
        finally:
            self._over(reply, answered=answered)
        return reply

    def _undone(self, call: Call, fault: Fault) -> Reply:
        """Record a call that fails before its effect, and return what is answered."""
        if fault.kind is FaultKind.ERROR:
            error = reply_of(Refusal(fault.status, fault.description, **fault.parameters))
            return self.record(call, error.status, error.body, fault)
        entry = self.record(call, 0, {}, fault).entry
        return Reply(_NO_EFFECT_ANSWER.status, _NO_EFFECT_ANSWER.body, entry, fault)

    def _over(self, reply: Reply, *, answered: bool) -> None:
        if reply.entry:
            reply.entry.over(self.world.now(), answered=answered)


def _mark(reply: Reply, fault: Fault) -> None:
    """Record that the effect happened and the answer has not arrived, and maybe never will."""
    if reply.entry:
        reply.entry.fault, reply.entry.answered, reply.entry.left = fault, False, None
