"""The moment a run begins: everybody has made ready, and from here on it counts."""

import asyncio
import resource
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection


@dataclass
class Start:
    """One process's way to hear that all are ready; a process of its own begins at once."""

    pipe: Connection | None = None
    cpu: float = 0.0
    at: float = 0.0

    async def begin(self) -> None:
        """Say that we are ready, wait for the others, and start counting."""
        if self.pipe:
            self.pipe.send("ready")
            await asyncio.to_thread(self.pipe.recv)
        self.cpu, self.at = time.process_time(), time.monotonic()

    def spent(self) -> dict[str, float]:
        """Return what this process has used since."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"cpu": time.process_time() - self.cpu, "seconds": time.monotonic() - self.at, "peak": peak}


START = Start()
