"""Composing step by step, the mark of the confirm button, and the table of controls (A2, A3, A6, R11)."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.content import MESSAGE_UNITS, Button, Content, TextProblem, Variant, check_text
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Composer, ComposeStep, Confirm, Recounted, hash_contents, mark_of
from bot.core.mailings.control import CONTROLS, Control
from bot.core.mailings.costs import eta
from bot.core.mailings.mailings import Audience, Mailing, MailingState
from bot.core.mailings.previews import Preview, reads_russian
from tests.core.mailings.broadcast_memory import (
    MemoryBroadcasts,
    MemoryConversations,
    MemoryMailings,
    StillClock,
    neutral,
)

ADMIN, OTHER, CARD, SHOWN = 7, 8, 77, 5
HELLO, PRIVET = Content("Hello", "[]"), Content("Привет", "[]")
texts = st.text(max_size=20)
contents = st.dictionaries(
    st.builds(Variant, st.sampled_from(Locale), st.booleans()),
    st.builds(Content, texts, st.none() | texts, st.just(()) | st.just(((Button("b", data="d"),),))),
    min_size=1,
)


@dataclass
class Desk:
    """Everything an admin's broadcast goes through, in memory."""

    clock: StillClock
    conversations: MemoryConversations
    mailings: MemoryMailings
    broadcasts: MemoryBroadcasts
    composer: Composer
    confirm: Confirm
    control: Control
    woken: list[int]

    async def step(self, admin: int = ADMIN) -> str | None:
        draft = await self.conversations.get(admin, self.clock.now())
        return draft.step if draft else None

    async def mailing(self, number: int) -> Mailing:
        found = await self.mailings.get(number)
        assert found is not None
        return found

    async def seen(self, number: int, admin: int = ADMIN) -> Preview:
        return await self.composer.preview(admin, await self.mailing(number))

    async def both(self) -> int:
        number = await self.composer.begin(ADMIN)
        assert await self.composer.russian(ADMIN, number, PRIVET)
        assert await self.composer.english(ADMIN, number, HELLO)
        return number


@pytest.fixture
def desk() -> Desk:
    clock, drafts, woken = StillClock(), MemoryConversations(), [0]
    mailings = MemoryMailings(drafts.mailings)
    compositions = MemoryBroadcasts(drafts, {Audience.ALL: 5, Audience.RUSSIAN: 3})

    def wake() -> None:
        woken[0] += 1

    composer = Composer(compositions, neutral, clock)
    confirm = Confirm(mailings, compositions, clock, wake)
    return Desk(clock, drafts, mailings, compositions, composer, confirm, Control(mailings, clock, wake), woken)


class TestTexts:
    @pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u00a0", "\u200b", "\u2060 \ufeff"])
    def test_blank_is_empty(self, text: str) -> None:
        assert check_text(text) is TextProblem.EMPTY

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("a" * MESSAGE_UNITS, None),
            ("a" * (MESSAGE_UNITS + 1), TextProblem.LONG),
            ("😀" * (MESSAGE_UNITS // 2), None),
            ("😀" * (MESSAGE_UNITS // 2) + "a", TextProblem.LONG),
        ],
    )
    def test_length_is_counted_in_utf16_units(self, text: str, fault: TextProblem | None) -> None:
        assert check_text(text) is fault

    @pytest.mark.parametrize(
        ("text", "russian"),
        [("Привет", True), ("Hello", False), ("Привет from Zoom", False), ("Вебинар в Zoom", True), ("Україна", True),
         ("2026 · 19:00", True), ("", True)],
    )  # fmt: skip
    def test_letters_say_the_language(self, text: str, russian: bool) -> None:
        assert reads_russian(text) is russian


class TestFingerprint:
    @given(contents, st.randoms(use_true_random=False))
    def test_does_not_depend_on_the_order(self, given_contents: dict[Variant, Content], random: object) -> None:
        items = list(given_contents.items())
        random.shuffle(items)  # type: ignore[attr-defined]  # hypothesis types its Random as object
        assert hash_contents(dict(items)) == hash_contents(given_contents)

    @given(contents, contents)
    def test_different_contents_have_different_ones(
        self, one: dict[Variant, Content], two: dict[Variant, Content]
    ) -> None:
        assert (hash_contents(one) == hash_contents(two)) is (one == two)

    def test_separators_inside_a_text_do_not_confuse_it(self) -> None:
        one = {Variant(Locale.RU): Content("a\x1fb", "c")}
        two = {Variant(Locale.RU): Content("a", "b\x1fc")}
        assert hash_contents(one) != hash_contents(two)

    @given(st.integers(), texts, st.sampled_from(Audience), st.integers(), texts, st.sampled_from(Audience))
    def test_seal_fits_one_author_content_and_audience(
        self, author: int, content: str, audience: Audience, other: int, another: str, wider: Audience
    ) -> None:
        same = (author, hash_contents({Variant(Locale.RU): Content(content)}), audience)
        different = (other, hash_contents({Variant(Locale.RU): Content(another)}), wider)
        assert (mark_of(*same) == mark_of(*different)) is (same == different)
        assert len(mark_of(*same)) == 12


class TestComposer:
    async def test_russian_then_english(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        assert await desk.step() == ComposeStep.RUSSIAN
        assert await desk.composer.russian(ADMIN, number, PRIVET)
        assert await desk.step() == ComposeStep.ENGLISH
        assert await desk.composer.english(ADMIN, number, HELLO)
        assert await desk.step() == ComposeStep.PREVIEW
        seen = await desk.seen(number)
        assert seen.copies == seen.texts == ((Locale.RU, PRIVET), (Locale.EN, HELLO))
        assert (seen.audience, seen.recipients) == (Audience.ALL, 5)

    async def test_every_language_has_a_neutral_text_for_discreet_people(self, desk: Desk) -> None:
        number = await desk.both()
        assert desk.broadcasts.contents[number] == {
            Variant(Locale.RU): PRIVET,
            Variant(Locale.EN): HELLO,
            Variant(Locale.RU, discreet=True): neutral(Locale.RU, number),
            Variant(Locale.EN, discreet=True): neutral(Locale.EN, number),
        }

    async def test_one_for_all_gives_everybody_the_russian_text(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        await desk.composer.russian(ADMIN, number, PRIVET)
        assert await desk.composer.one_for_all(ADMIN, number)
        seen = await desk.seen(number)
        assert seen.texts == ((Locale.RU, PRIVET), (Locale.EN, PRIVET))
        assert seen.copies == ((Locale.RU, PRIVET),)
        assert (seen.audience, seen.recipients) == (Audience.ALL, 5)

    async def test_russian_only_narrows_the_audience(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        await desk.composer.russian(ADMIN, number, PRIVET)
        assert await desk.composer.russian_only(ADMIN, number)
        seen = await desk.seen(number)
        assert seen.texts == ((Locale.RU, PRIVET),)
        assert (seen.audience, seen.recipients) == (Audience.RUSSIAN, 3)

    async def test_without_a_russian_text_there_is_nothing_to_share(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        assert not await desk.composer.one_for_all(ADMIN, number)
        assert not await desk.composer.russian_only(ADMIN, number)
        assert await desk.step() == ComposeStep.RUSSIAN

    async def test_a_new_draft_replaces_the_old_one(self, desk: Desk) -> None:
        old = await desk.both()
        new = await desk.composer.begin(ADMIN)
        assert await desk.mailings.get(old) is None
        assert not await desk.composer.russian(ADMIN, old, PRIVET)
        assert await desk.composer.russian(ADMIN, new, PRIVET)

    async def test_nobody_writes_into_another_admins_draft(self, desk: Desk) -> None:
        number = await desk.both()
        mailing = await desk.mailing(number)
        assert not await desk.composer.russian(OTHER, number, HELLO)
        assert not await desk.composer.one_for_all(OTHER, number)
        assert not await desk.composer.fix(OTHER, mailing, Locale.RU)
        assert await desk.broadcasts.text(number, Locale.RU) == PRIVET

    async def test_each_step_gives_another_hour(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        desk.clock.at += timedelta(minutes=59)
        await desk.composer.russian(ADMIN, number, PRIVET)
        desk.clock.at += timedelta(minutes=59)
        assert await desk.step() == ComposeStep.ENGLISH
        desk.clock.at += timedelta(minutes=1)
        assert await desk.step() is None


class TestCorrection:
    @pytest.mark.parametrize(("language", "step"), [(Locale.RU, "fix-ru"), (Locale.EN, "fix-en")])
    async def test_the_asked_language_is_replaced_whatever_its_letters(
        self, desk: Desk, language: Locale, step: str
    ) -> None:
        number = await desk.both()
        assert await desk.composer.fix(ADMIN, await desk.mailing(number), language)
        assert await desk.step() == step
        new = Content("Zoom", "[]")
        assert await desk.composer.correct(ADMIN, await desk.mailing(number), step, new)
        assert await desk.step() == ComposeStep.PREVIEW
        assert await desk.broadcasts.text(number, language) == new
        assert await desk.broadcasts.text(number, language.other) != new

    @pytest.mark.parametrize(("text", "language"), [("Правка", Locale.RU), ("Correction", Locale.EN)])
    async def test_under_the_preview_the_letters_decide(self, desk: Desk, text: str, language: Locale) -> None:
        number = await desk.both()
        await desk.composer.correct(ADMIN, await desk.mailing(number), ComposeStep.PREVIEW, Content(text))
        assert await desk.broadcasts.text(number, language) == Content(text)
        assert await desk.broadcasts.text(number, language.other) in {PRIVET, HELLO}

    async def test_one_for_all_stays_one_for_all(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        await desk.composer.russian(ADMIN, number, PRIVET)
        await desk.composer.one_for_all(ADMIN, number)
        await desk.composer.correct(ADMIN, await desk.mailing(number), ComposeStep.PREVIEW, HELLO)
        assert (await desk.seen(number)).texts == ((Locale.RU, HELLO), (Locale.EN, HELLO))

    async def test_russian_only_stays_russian_only(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        await desk.composer.russian(ADMIN, number, PRIVET)
        await desk.composer.russian_only(ADMIN, number)
        await desk.composer.correct(ADMIN, await desk.mailing(number), ComposeStep.PREVIEW, HELLO)
        seen = await desk.seen(number)
        assert (seen.texts, seen.audience) == (((Locale.RU, HELLO),), Audience.RUSSIAN)

    async def test_without_an_english_text_yet_it_is_asked_for(self, desk: Desk) -> None:
        number = await desk.composer.begin(ADMIN)
        await desk.composer.russian(ADMIN, number, PRIVET)
        await desk.composer.fix(ADMIN, await desk.mailing(number), Locale.RU)
        await desk.composer.correct(ADMIN, await desk.mailing(number), ComposeStep.FIX_RUSSIAN, HELLO)
        assert await desk.step() == ComposeStep.ENGLISH
        assert await desk.broadcasts.text(number, Locale.RU) == HELLO

    async def test_a_corrected_text_breaks_the_old_seal(self, desk: Desk) -> None:
        number = await desk.both()
        old = (await desk.seen(number)).mark
        await desk.composer.correct(ADMIN, await desk.mailing(number), ComposeStep.FIX_ENGLISH, Content("New"))
        assert await desk.confirm(ADMIN, number, old, CARD, SHOWN) is None
        assert await desk.confirm(ADMIN, number, (await desk.seen(number)).mark, CARD, SHOWN) == 5


class TestConfirm:
    async def test_queues_once_and_remembers_the_card(self, desk: Desk) -> None:
        number = await desk.both()
        mark = (await desk.seen(number)).mark
        assert await desk.confirm(ADMIN, number, mark, CARD, SHOWN) == 5
        assert await desk.confirm(ADMIN, number, mark, CARD, SHOWN) is None
        mailing = await desk.mailing(number)
        assert (mailing.state, mailing.card, desk.woken[0]) == (MailingState.QUEUED, CARD, 1)
        assert await desk.step() is None

    async def test_is_bound_to_the_admin(self, desk: Desk) -> None:
        number = await desk.both()
        mark = (await desk.seen(number)).mark
        assert await desk.confirm(OTHER, number, mark, CARD, SHOWN) is None
        assert await desk.confirm(OTHER, number, (await desk.seen(number, OTHER)).mark, CARD, SHOWN) is None
        assert (await desk.mailing(number)).state is MailingState.DRAFT

    async def test_is_bound_to_the_audience(self, desk: Desk) -> None:
        number = await desk.both()
        mark = (await desk.seen(number)).mark
        await desk.composer.russian_only(ADMIN, number)
        assert await desk.confirm(ADMIN, number, mark, CARD, SHOWN) is None

    async def test_refuses_an_unknown_mailing(self, desk: Desk) -> None:
        assert await desk.confirm(ADMIN, 404, "mark", CARD, SHOWN) is None
        assert desk.woken[0] == 0

    async def test_a_confirmed_text_cannot_be_changed(self, desk: Desk) -> None:
        number = await desk.both()
        await desk.confirm(ADMIN, number, (await desk.seen(number)).mark, CARD, SHOWN)
        mailing = await desk.mailing(number)
        assert not await desk.composer.russian(ADMIN, number, HELLO)
        assert not await desk.composer.one_for_all(ADMIN, number)
        assert not await desk.composer.correct(ADMIN, mailing, ComposeStep.PREVIEW, HELLO)
        assert await desk.broadcasts.text(number, Locale.RU) == PRIVET


ALLOWED = {
    (MailingState.QUEUED, MailingState.PAUSED),
    (MailingState.PAUSED, MailingState.QUEUED),
    (MailingState.STOPPED, MailingState.QUEUED),
    (MailingState.QUEUED, MailingState.CANCELLED),
    (MailingState.PAUSED, MailingState.CANCELLED),
    (MailingState.STOPPED, MailingState.CANCELLED),
}


class TestControl:
    @pytest.mark.parametrize("state", MailingState)
    @pytest.mark.parametrize("to", CONTROLS)
    async def test_leads_only_along_the_table(self, desk: Desk, state: MailingState, to: MailingState) -> None:
        number = await desk.both()
        desk.mailings.mailings[number] = replace(await desk.mailing(number), state=state)
        changed = await desk.control(number, to)
        assert changed is ((state, to) in ALLOWED)
        assert (await desk.mailing(number)).state is (to if changed else state)

    async def test_a_repeated_tap_changes_nothing(self, desk: Desk) -> None:
        number = await desk.both()
        await desk.confirm(ADMIN, number, (await desk.seen(number)).mark, CARD, SHOWN)
        assert await desk.control(number, MailingState.PAUSED)
        assert not await desk.control(number, MailingState.PAUSED)

    async def test_what_is_over_stays_over(self, desk: Desk) -> None:
        froms = {state for frm in CONTROLS.values() for state in frm}
        assert not froms & {MailingState.DRAFT, MailingState.DONE, MailingState.CANCELLED}


def test_eta_is_the_count_over_the_rate() -> None:
    assert eta(300, 30) == timedelta(seconds=10)
    assert eta(300, 0) == timedelta(0)


async def test_a_count_that_has_moved_far_is_no_longer_what_was_previewed(desk: Desk) -> None:
    number = await desk.both()
    mark = (await desk.seen(number)).mark
    assert isinstance(await desk.confirm(ADMIN, number, mark, CARD, SHOWN + 11), Recounted)
    assert await desk.confirm(ADMIN, number, mark, CARD, SHOWN + 10) == SHOWN
