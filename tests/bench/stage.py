"""Runs: a pretended Telegram and somebody who talks to it, each in a process of its own, with a time limit.

Children are forked from a server that has imported everything once, so that what is measured begins at once.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from tests.bench import children

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.bench.children"])

Found = dict[str, Any]

LAST_WORD = 10.0
"""Seconds a server has for its tally."""


@dataclass(frozen=True)
class Job:
    """``client`` is module:function of tests.bench; a server whose people tap says itself when it is over."""

    client: str
    plan: dict[str, Any] = field(default_factory=dict)
    server: dict[str, Any] | None = None
    within: float = 60


class Run:
    """One job at work."""

    def __init__(self, job: Job, stack: ExitStack) -> None:
        """Start both; whatever happens, they end with the stack."""
        self._deadline = time.monotonic() + job.within
        self._taps = bool((job.server or {}).get("taps"))
        self._server: Connection | None = None
        url = ""
        if job.server is not None:
            self._server, _ = self._start(stack, children.serve, job.server)
            url = f"http://127.0.0.1:{self._hear(self._server)}"
        self._client, self._pid = self._start(stack, children.act, job.client, url, job.plan)
        if self._server:
            self._server.send(self._pid)

    def ready(self) -> None:
        """Wait until the client has made ready."""
        self._hear(self._client)

    def go(self) -> None:
        """Let it begin."""
        self._client.send("go")

    def result(self) -> Found:
        """Wait for the end of both and return what they say; TimeoutError when that takes too long."""
        if self._server and self._taps:
            self._hear(self._server)
            os.kill(self._pid, signal.SIGTERM)
        found: Found = self._hear(self._client)
        if self._server:
            self._server.send("end")
            self._deadline = time.monotonic() + LAST_WORD  # others may have been waited for meanwhile
            found |= self._hear(self._server)
        return found

    def _hear(self, pipe: Connection) -> Any:
        if not pipe.poll(max(0.0, self._deadline - time.monotonic())):
            raise TimeoutError("a run took too long")
        said = pipe.recv()
        if isinstance(said, children.Failure):
            raise RuntimeError(said.words)
        return said

    def _start(self, stack: ExitStack, target: Any, *arguments: Any) -> tuple[Connection, int]:
        ours, theirs = CONTEXT.Pipe()
        process = CONTEXT.Process(target=target, args=(theirs, *arguments), daemon=True)
        process.start()
        theirs.close()
        stack.callback(process.join, 10)
        stack.callback(process.kill)
        return ours, process.pid or 0


def together(jobs: dict[str, Job]) -> dict[str, Found | Exception]:
    """Run jobs beside each other from one moment on; one that fails or takes too long costs the others nothing."""
    with ExitStack() as stack:
        runs = {name: attempted(lambda job=job: Run(job, stack)) for name, job in jobs.items()}
        for step in (Run.ready, Run.go, Run.result):
            runs = {name: run if isinstance(run, Exception) else attempted(step, run) for name, run in runs.items()}
        return runs


def attempted(step: Callable[..., Any], *arguments: Any) -> Any:
    """Return what the step returns, or the error it ended with; nothing for a step that only does something."""
    try:
        found = step(*arguments)
    except Exception as error:
        return error
    return arguments[0] if found is None else found


def warm_up() -> None:
    """Let the imports happen before anything is measured."""
    together({"": Job("nothing:idle")})
