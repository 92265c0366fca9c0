"""Ready answers: listed, queued by their names, shown as a reader would see them, dated and checked (A10)."""

from datetime import date
from typing import Any

import pytest

from bot.core.faq.topics import Standing
from bot.core.locales import Locale
from bot.core.tickets.canned import CannedName, canned_faults, read_canned
from bot.handlers.tickets.canned_texts import shipped_canned
from bot.handlers.ui.screens import Words
from bot.wording.answer_text import answer_pages
from tests.chat import town
from tests.group_chat import LAWYERS, lawyers_group
from tests.handlers.drawn import parsed
from tests.handlers.tickets.questions import answers, question

SET_UP: dict[str, Any] = {"prepare": lawyers_group, "lawyer_chat_id": LAWYERS}
RECORD = """
[[canned]]
name = "not-our-field"
written = 2026-01-31
recheck_days = 10
"""
READ = 'reviewed = 2026-02-01\nreviewer = "Anna Law"\n'


async def test_c_lists_names_and_c_with_a_name_queues_that_answer() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        listed = await vera.says("/c")
        text = group.answers_to(listed)[0]["text"]
        assert "/c needs-details · Нужны подробности" in text
        assert "/c first-steps · " in text
        first = await vera.replies(asked.copy, "/c@seminar_demo_bot First-Steps")
        assert answers(t, "source", "kind", "word", "state") == [(first, "canned", "first-steps", "due")]
        assert group.reactions(first) == ["👀"]
        held = await boris.replies(asked.copy, "/c needs-details")
        assert answers(t)[-1] == (held, "held")
        wrong = await vera.replies(asked.copy, "/c first-step")
        assert "нет" in group.answers_to(wrong)[0]["text"]
        nowhere = await vera.says("/c needs-details")
        assert "К какому вопросу" in group.answers_to(nowhere)[0]["text"]
        late = vera.person.sends("/c needs-details", group=group.group, reply_to=asked.copy)["message_id"]
        t.clock.forward(minutes=6)
        await t.settle()
        assert "ждала дольше пяти минут" in group.answers_to(late)[0]["text"]
        await vera.replies(first, "/undo")
        await vera.replies(asked.copy, "/close")
        closed = await vera.replies(asked.copy, "/c needs-details")
        assert "вопрос закрыт" in group.answers_to(closed)[0]["text"]
        assert answers(t) == []


async def test_each_is_what_a_reader_sees_in_both_languages() -> None:
    async with town(**SET_UP) as t:
        canned, tree = t.app.dispatcher["lawyers_desk"].canned, t.app.reloading.reload.library.tree
        for locale in Locale:
            words = Words(t.app.texts, locale)
            for topic in tree.topics:
                content = canned.render(topic.id, locale)
                assert content.text == answer_pages(words, tree, topic)[0]
            for name in CannedName:
                content = canned.render(name, locale)
                shown, _ = parsed(content.text)
                assert shown.startswith(words.plain(f"canned-{name}"))
                assert "⚠️" in shown.splitlines()[1]
        assert canned.render("nothing", Locale.RU) is None


def test_its_status_line_follows_its_dates() -> None:
    (draft,), (read,) = read_canned(RECORD), read_canned(RECORD + READ)
    days = date(2026, 2, 9), date(2026, 2, 20)
    assert [draft.state(day).standing for day in days] == [Standing.DRAFT, Standing.DRAFT_PAST]
    assert [read.state(day).standing for day in days] == [Standing.CHECKED, Standing.PAST]
    assert (read.state(days[0]).reviewer, read.state(days[1]).day) == ("Anna Law", date(2026, 2, 1))


def test_the_shipped_ones_are_whole() -> None:
    assert list(canned_faults(tuple(shipped_canned().values()), date(2026, 11, 24))) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (RECORD, "canned.toml: needs-details has no record"),
        (RECORD + RECORD, "canned.toml: not-our-field stands twice"),
        (RECORD.replace("= 10", "= 0"), "canned.toml: not-our-field: recheck_days must be from 1 to 366"),
        (RECORD + 'reviewer = "Anna"\n', "canned.toml: not-our-field: reviewed and reviewer come together"),
        (RECORD.replace("2026-01", "2027-01"), "canned.toml: not-our-field: a date is in the future"),
    ],
)
def test_a_fault_is_named(text: str, fault: str) -> None:
    assert fault in list(canned_faults(read_canned(text), date(2026, 11, 24)))


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError):
        read_canned(RECORD.replace("2026-01-31", '"soon"'))
