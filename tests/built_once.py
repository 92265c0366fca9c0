"""What every bot of a test builds anew and never changes: built once a process, so that a town takes half as long.

Only tests use this. Each part is a pure function of its arguments: the parameters of a callback by its code, the tree
of a release by its text.
"""

import inspect
from collections.abc import Callable
from functools import cache
from types import CodeType, SimpleNamespace
from typing import Any

from aiogram.dispatcher.event import handler

from bot import wiring

_signatures: dict[tuple[CodeType, bool], inspect.Signature] = {}


def signature(callback: Callable[..., Any]) -> inspect.Signature:
    """Return ``inspect.signature`` of a function, a bound method or a filter from memory; of anything else anew."""
    code = getattr(callback, "__code__", None) or getattr(type(callback).__call__, "__code__", None)
    if not isinstance(code, CodeType) or hasattr(callback, "__signature__"):
        return inspect.signature(callback)
    key = code, not inspect.isfunction(callback)
    if key not in _signatures:
        _signatures[key] = inspect.signature(callback)
    return _signatures[key]


@cache
def install() -> None:
    """Put the memories in the place of what they remember, once."""
    remembering = SimpleNamespace(**vars(inspect) | {"signature": signature})
    handler.inspect = remembering  # type: ignore[assignment, attr-defined]  # only what is looked up there changes
    wiring.read_tree = cache(wiring.read_tree)  # type: ignore[attr-defined]  # as above
