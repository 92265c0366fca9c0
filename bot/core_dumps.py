"""Keeps the kernel from writing this process into a core file: it would hold the key, the token and chat ids (R9).

The limit forbids the file. The flag covers hosts whose ``core_pattern`` is a pipe, which the limit does not stop, and
keeps other processes of the same user from reading this one's memory.
"""

import ctypes
import resource
import sys

PR_SET_DUMPABLE = 4
"""From ``linux/prctl.h``."""


def forbid_core_dumps() -> None:
    """Set RLIMIT_CORE to 0 for good, and on Linux PR_SET_DUMPABLE to 0. Children inherit the limit."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
