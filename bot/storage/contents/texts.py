"""What a mailing says, in each of its variants."""

from collections.abc import Sequence
from typing import Any

from bot.core.content import Content, Contents, read_keyboard
from bot.core.media import read_media
from bot.storage.db.database import Tx

CONTENT = "content, entities, keyboard, media"
"""The columns of ``mailing_text`` that are a content, in the order of ``read_content``."""

INSERT = f"""
INSERT INTO mailing_text (mailing, language, discreet, joint, {CONTENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (mailing, language, discreet, joint) DO UPDATE
SET content = excluded.content, entities = excluded.entities, keyboard = excluded.keyboard, media = excluded.media
"""  # noqa: S608 -- a constant


def read_content(row: Sequence[Any]) -> Content:
    """Return the columns of CONTENT as a value."""
    text, entities, keyboard, media = row
    return Content(text, entities, read_keyboard(keyboard), read_media(media))


async def write_texts(tx: Tx, mailing: int, contents: Contents) -> None:
    """Store the texts of a mailing, replacing older ones of the same variant."""
    rows = [
        (
            mailing,
            variant.language.value,
            int(variant.discreet),
            variant.joint,
            content.text,
            content.entities,
            content.keyboard_json(),
            content.media_json(),
        )
        for variant, content in contents.items()
    ]
    await tx.many(INSERT, rows)
