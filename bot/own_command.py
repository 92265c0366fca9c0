"""How this program is called here: what it tells the operator to type must work as written.

On Debian there is no ``python``, and another Python than the one of ``.venv`` lacks the packages.
"""

import os
import shlex
import sys


def to_type(words: str) -> str:
    """Return the words of a command as they are typed in this folder, like ``.venv/bin/python -m bot unlock``."""
    return f"{shlex.quote(_python())} -m bot {words}".rstrip()


def _python() -> str:
    """Return the path of this Python, from the working directory where that is shorter."""
    if not sys.executable:
        return "python3"
    try:
        near = os.path.relpath(sys.executable)
    except OSError:  # the working directory is gone
        return sys.executable
    near = near if os.sep in near else os.path.join(os.curdir, near)  # noqa: PTH118 -- pathlib would drop the "./"
    return min(near, sys.executable, key=len)
