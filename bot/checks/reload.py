"""``python -m bot.checks.reload FOLDER``: what is wrong with the edited answers in a folder, a line a fault.

/reload runs it as a process of its own, since reading every text takes a second in which nobody else would be answered.
"""

import sys
from importlib import resources
from pathlib import Path

from bot.checks.texts import edited_findings
from bot.core.clock import SystemClock


def main(folder: str) -> int:
    """Print the faults; return 1 when there are some."""
    today = SystemClock().now().date()
    faults = list(dict.fromkeys(edited_findings(resources.files("bot"), Path(folder), today)))
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
