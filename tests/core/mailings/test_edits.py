"""What of a delivered message can be edited: a table of contents before and after."""

from dataclasses import replace

import pytest

from bot.core.content import Button, Content
from bot.core.mailings.edits import EditFault, edit_fault, edited_content
from bot.core.media import Media, MediaKind

TEXT = Content("слова", "[]")
PHOTO, OTHER_PHOTO, VIDEO = (Media(MediaKind.PHOTO, "a"), Media(MediaKind.PHOTO, "b"), Media(MediaKind.VIDEO, "c"))
VOICE, NOTE, STICKER = (Media(kind, "d") for kind in (MediaKind.VOICE, MediaKind.VIDEO_NOTE, MediaKind.STICKER))


def of(*files: Media, text: str = "") -> Content:
    """A content with files."""
    return Content(text, "[]", media=files)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (TEXT, Content("другие", "[]"), None),
        (TEXT, of(PHOTO), EditFault.KIND),
        (of(PHOTO), TEXT, EditFault.KIND),
        (of(PHOTO), of(PHOTO, text="подпись"), None),
        (of(PHOTO), of(VIDEO), None),
        (of(PHOTO), of(VOICE), EditFault.VOICE),
        (of(VOICE), of(VOICE, text="подпись"), None),
        (of(VOICE), of(Media(MediaKind.VOICE, "e")), EditFault.VOICE),
        (of(NOTE), of(NOTE), None),
        (of(NOTE), of(NOTE, text="подпись"), EditFault.VIDEO_NOTE),
        (of(STICKER), of(PHOTO), EditFault.STICKER),
        (of(PHOTO, PHOTO), of(PHOTO, OTHER_PHOTO), None),
        (of(PHOTO, PHOTO), of(PHOTO, VIDEO), EditFault.ALBUM),
        (of(PHOTO, PHOTO), of(PHOTO), EditFault.ALBUM),
        (of(PHOTO, PHOTO), TEXT, EditFault.KIND),
    ],
)
def test_each_change_is_allowed_or_named(old: Content, new: Content, fault: EditFault | None) -> None:
    assert edit_fault(old, new) is fault


def test_a_text_under_a_file_is_its_caption_and_buttons_stay() -> None:
    old = Content("прежняя", "[]", keyboard=((Button("Сайт", url="https://example.org"),),), media=(PHOTO,))
    assert edited_content(old, TEXT) == Content("слова", "[]", old.keyboard, (PHOTO,))
    assert edited_content(old, of(VIDEO)) == Content("", "[]", old.keyboard, (VIDEO,))
    assert edited_content(TEXT, Content("другие", "[]")) == Content("другие", "[]")


def test_a_text_under_an_album_is_the_caption_of_its_first_file_that_has_one() -> None:
    plain, worded = (of(PHOTO, VIDEO), of(PHOTO, replace(VIDEO, caption="прежняя", entities="[]")))
    assert edited_content(plain, TEXT).media == (replace(PHOTO, caption="слова", entities="[]"), VIDEO)
    assert edited_content(worded, TEXT).media == (PHOTO, replace(VIDEO, caption="слова", entities="[]"))
    assert edit_fault(worded, edited_content(worded, TEXT)) is None
