"""What must be done at a start."""

from tests.chat import town


async def test_what_is_past_its_life_goes_at_the_start() -> None:
    """R9: the hourly tick first beats after an hour; a bot that restarts more often never forgets anything."""
    async with town() as t:
        t.query("INSERT INTO draft VALUES (1, 'move', 'time', 1, 5)")
        await t.app.prepare()
        assert t.query("SELECT * FROM draft") == []
