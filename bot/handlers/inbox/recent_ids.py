"""A bounded set of ids: the oldest is dropped, so that memory does not grow with the run time."""


class RecentIds:
    """Ids, the oldest forgotten first."""

    def __init__(self, kept: int) -> None:
        """Keep at most so many."""
        self._kept = kept
        self._ids: dict[int, None] = {}

    def add(self, update_id: int) -> None:
        """Remember an id as the newest."""
        self._ids.pop(update_id, None)
        self._ids[update_id] = None
        if len(self._ids) > self._kept:
            del self._ids[next(iter(self._ids))]

    def clear(self) -> None:
        """Forget all."""
        self._ids.clear()

    def __contains__(self, update_id: int) -> bool:
        """Return whether it is still remembered."""
        return update_id in self._ids

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._ids)
