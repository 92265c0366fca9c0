"""Somebody who does nothing."""

from typing import Any

from tests.bench.start import START


async def idle(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Return at once."""
    await START.begin()
    return {"url": url, **plan}
