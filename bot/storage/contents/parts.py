"""Contents of several parts: an album, and its buttons in a message of their own (A2).

Who has got the album waits for the buttons before everybody else. A kill between the two sends what is missing.
"""

import json
from collections.abc import Mapping, Sequence

from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.outbox import Parcel, Partly
from bot.storage.db.database import Tx

FIRST_OF_ALL = -1
"""``until`` of who has a part of the content already: found before all others, whose is 0."""

ALBUMS = """
SELECT language, discreet, joint, json_array_length(media) FROM mailing_text
WHERE mailing = ? AND media IS NOT NULL AND json_array_length(media) > 1
"""
NEXT_PART = """
UPDATE delivery SET state = 0, until = ?, maybe = 0, part = part + 1, messages = ?
WHERE mailing = ? AND person = ? AND state = 1
"""
ENDED = "UPDATE delivery SET state = 2, until = 0 WHERE mailing = ? AND person = ? AND state = 0 AND part > 0"
COUNT = "UPDATE mailing SET delivered = delivered + ? WHERE id = ?"


async def albums_of(tx: Tx, mailing: int) -> Mapping[Variant, int]:
    """Return of how many messages the albums of a mailing are; a text that is none is not there."""
    found = await tx.rows(ALBUMS, (mailing,))
    return {Variant(Locale(language), bool(discreet), joint): files for language, discreet, joint, files in found}


async def begin_next_part(tx: Tx, parcel: Parcel, verdict: Partly) -> int:
    """Write down that a part has arrived, with the numbers of its messages; return whether it changed a row."""
    numbers = json.dumps((*parcel.before, *verdict.messages))
    return await tx.execute(NEXT_PART, (FIRST_OF_ALL, numbers, parcel.mailing, parcel.person))


async def end_early(tx: Tx, mailing: int, people: Sequence[int]) -> None:
    """Count people as told who have the album and no longer want the rest: its messages stay known."""
    if people:
        ended = await tx.many(ENDED, [(mailing, person) for person in people])
        await tx.execute(COUNT, (ended, mailing))
