"""One part of a seminar is changed over what was previewed, or asked about again (A9, R11)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import Audience, MailingKind
from bot.core.seminars.confirming import Confirmed
from bot.core.seminars.drafts import Field
from bot.core.seminars.editing import EDITABLE, Edit, EditSeminar, edit_of, parts_changed, with_part
from bot.core.seminars.seminars import Seminar, SeminarChanged, SeminarState, TalkLanguage
from tests.clock import ManualClock
from tests.core.seminars.seminar_memory import NOW, Bell, MemorySeminars, Rendered, seminar

ADMIN = 7


def made() -> EditSeminar:
    """The use case over one seminar."""
    rows = MemorySeminars({1: seminar()})
    return EditSeminar(rows, rows.drafts, Rendered(), ManualClock(NOW), Bell())


def rows(edit: EditSeminar) -> MemorySeminars:
    """What is stored."""
    assert isinstance(edit.seminars, MemorySeminars)
    return edit.seminars


async def proposed(edit: EditSeminar, title: str = "Другое") -> str:
    """Propose another title; return its mark."""
    plan = rows(edit).rows[1].plan
    await edit.keep(ADMIN, Edit(1, Field.TITLE_RU, plan, replace(plan, title_ru=title)))
    found = await edit.proposed(ADMIN)
    assert found is not None
    return found.mark(ADMIN)


async def test_told_it_is_written_once_with_a_notice_and_without_a_new_revision() -> None:
    edit = made()
    mark = await proposed(edit)
    assert await edit.confirm(ADMIN, mark, 0) is Confirmed.DONE
    found, (notice,) = rows(edit).rows[1], rows(edit).notices
    assert (found.plan.title_ru, found.revision, found.sequence, found.changed) == ("Другое", 0, 1, NOW)
    assert (notice.kind, notice.audience, notice.step) == (MailingKind.EDITED, Audience.TOLD, 1)
    assert (notice.not_before, notice.not_after) == (NOW, found.end)
    assert rows(edit).dropped == [ADMIN]
    await edit.conversations.drop(ADMIN)
    assert await edit.confirm(ADMIN, mark, 0) is Confirmed.OVER


async def test_silently_nobody_is_told() -> None:
    edit = made()
    assert await edit.confirm(ADMIN, await proposed(edit), None) is Confirmed.DONE
    assert (rows(edit).notices, rows(edit).rows[1].sequence) == ([], 1)


async def test_over_what_another_changed_it_is_asked_again_and_keeps_theirs() -> None:
    edit = made()
    mark = await proposed(edit)
    theirs = rows(edit).rows[1]
    rows(edit).rows[1] = replace(theirs, plan=replace(theirs.plan, link=None), sequence=1)
    assert await edit.confirm(ADMIN, mark, None) is Confirmed.NOT_YET
    found = await edit.proposed(ADMIN)
    assert found is not None
    assert found.meanwhile == (Field.LINK,)
    assert await edit.confirm(ADMIN, found.mark(ADMIN), None) is Confirmed.DONE
    assert (rows(edit).rows[1].plan.link, rows(edit).rows[1].plan.title_ru) == (None, "Другое")


async def test_changed_between_reading_and_writing_it_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    edit = made()
    mark = await proposed(edit)

    async def beaten(*_: object) -> None:
        raise SeminarChanged

    monkeypatch.setattr(rows(edit), "replace", beaten)
    assert await edit.confirm(ADMIN, mark, None) is Confirmed.NOT_YET


async def test_with_another_number_of_people_it_is_asked_again() -> None:
    edit = made()
    mark = await proposed(edit)
    rows(edit).audience = 100
    assert await edit.confirm(ADMIN, mark, 10) is Confirmed.NOT_YET
    assert await edit.confirm(ADMIN, mark, 100) is Confirmed.DONE


@pytest.mark.parametrize("gone", [seminar(state=SeminarState.CANCELLED), seminar(start=NOW - timedelta(days=1)), None])
async def test_what_is_over_is_not_edited(gone: Seminar | None) -> None:
    edit = made()
    mark = await proposed(edit)
    if gone is None:
        rows(edit).rows.clear()
    else:
        rows(edit).rows[1] = gone
    assert await edit.confirm(ADMIN, mark, None) is Confirmed.OVER
    assert await edit.open(1) is None


async def test_without_a_value_or_in_another_conversation_there_is_nothing_to_confirm() -> None:
    edit = made()
    await edit.keep(ADMIN, Edit(1, Field.LINK, seminar().plan))
    assert await edit.proposed(ADMIN) is None
    await edit.conversations.put(Conversation(ADMIN, Flow.MOVE, "time", 1), NOW + timedelta(hours=1))
    assert await edit.kept(ADMIN) is None
    assert await edit.confirm(ADMIN, "x", None) is Confirmed.OVER


def test_every_part_can_be_taken_from_another_plan_and_kept() -> None:
    plan = seminar().plan
    other = replace(plan, title_ru="Я", title_en="I", link=None, minutes=5, talk=TalkLanguage.EN, speaker="Jane Doe")
    for field in EDITABLE:
        assert parts_changed(plan, with_part(plan, field, other)) == (field,)
        kept = Edit(1, field, plan, other)
        assert edit_of(Conversation(ADMIN, Flow.EDIT, kept.packed(), 1)) == kept
    assert parts_changed(plan, other) == (
        Field.TITLE_RU,
        Field.TITLE_EN,
        Field.LINK,
        Field.LENGTH,
        Field.TALK,
        Field.SPEAKER,
    )
