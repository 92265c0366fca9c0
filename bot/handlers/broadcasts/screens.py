"""What an admin sees while composing a broadcast."""

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import StrEnum

from aiogram.types import InlineKeyboardButton

from bot.core.content import CAPTION_UNITS, MESSAGE_UNITS, TextProblem
from bot.core.link_buttons import LABEL_UNITS, MAX_BUTTONS, BadLine
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import FIXES, ComposeStep
from bot.core.mailings.conversations import Flow
from bot.core.mailings.costs import eta
from bot.core.mailings.linking import STEPS
from bot.core.mailings.mailings import Audience
from bot.core.mailings.missed import Missed
from bot.core.mailings.previews import Preview
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import Offer
from bot.core.media import Uncopied
from bot.core.pagination import GAP
from bot.handlers.broadcasts.amendment_buttons import EditSent
from bot.handlers.broadcasts.paid_offer import offer_buttons, offer_text
from bot.handlers.ui.callbacks import Deed, Go, Place, RowNumber, Spoken
from bot.handlers.ui.screens import Screen, Words
from bot.wording.moments import day_words

REFUSAL_KEYS = {
    "empty": "broadcasts-reason-empty",
    "too long": "broadcasts-reason-long",
    "entit": "broadcasts-reason-formatting",
    "file identifier": "broadcasts-reason-file",
}
"""Parts of Telegram's refusals and the words for them."""

REASON_CHARACTERS = 200
"""How much of Telegram's own sentence is shown, in characters."""


TITLE_CHARACTERS = 24
"""How much of a seminar's title stands behind its day and its count."""

WORTH_STARS = timedelta(minutes=1)
"""What a faster way must save at least to be offered."""


class ComposeAct(StrEnum):
    """What a button does to a draft."""

    ONE_FOR_ALL = "one"
    RUSSIAN_ONLY = "ru"
    FIX_RUSSIAN = "fix-ru"
    FIX_ENGLISH = "fix-en"
    LATER = "later"
    BACK = "back"
    LINKS = "links"
    NO_LINKS = "nolinks"
    QUIET = "quiet"
    LOUD = "loud"
    WHOM = "whom"
    SIGNED_UP = "signed-up"
    DROP = "drop"


class ShowBroadcast(Spoken, prefix="bc"):
    """Show a broadcast in its present state: the composer's question, the card, or the progress."""

    mailing: RowNumber


class BeginBroadcast(Deed, prefix="bcn"):
    """Begin a draft."""


class ComposeBroadcast(Deed, prefix="bcc"):
    """Go on composing."""

    mailing: RowNumber
    act: ComposeAct


class AddressBroadcast(Deed, prefix="bau"):
    """Tell others than before: the preview comes anew."""

    mailing: RowNumber
    audience: Audience


class AddressSeminar(Deed, prefix="bsu"):
    """Tell the people of a seminar: the preview comes anew."""

    mailing: RowNumber
    seminar: RowNumber

    @property
    def audience(self) -> Audience:
        """The audience that such a button chooses."""
        return Audience.SEMINAR


class SendBroadcast(Deed, prefix="bcs"):
    """Send what was previewed: ``mark`` fits this admin, content and audience only (R11), ``shown`` is its count."""

    mailing: RowNumber
    mark: str
    shown: RowNumber


def step_screen(words: Words, step: str, mailing: int) -> Screen:
    """Ask for what the composer waits for before the preview."""
    if step == ComposeStep.SCHEDULE:
        text = GAP.join((words("broadcasts-ask-schedule"), words("broadcasts-ask-time")))
        return _composing(words, mailing, text, ComposeAct.BACK)
    if step in STEPS.values():
        return links_screen(words, step, mailing)
    acts = (ComposeAct.ONE_FOR_ALL, ComposeAct.RUSSIAN_ONLY) if step == ComposeStep.ENGLISH else ()
    return _composing(words, mailing, words(f"broadcasts-ask-{step}"), *acts)


def links_screen(words: Words, step: str, mailing: int, bad: BadLine | None = None) -> Screen:
    """Ask for the link buttons of a text, a line each; ``bad`` is the line that was none."""
    text = words(f"broadcasts-ask-{step}", limit=MAX_BUTTONS)
    if bad is not None:
        fault = words(f"broadcasts-link-{bad.fault}", line=bad.number, limit=MAX_BUTTONS, units=LABEL_UNITS)
        text = GAP.join((fault, text))
    return _composing(words, mailing, text, ComposeAct.NO_LINKS, ComposeAct.BACK)


def whom_screen(words: Words, mailing: int, counts: Mapping[Audience, int], *, seminars: bool) -> Screen:
    """Ask whom to tell, with how many they are now; ``seminars``: whether there is one whose people can be told."""
    buttons = tuple(
        words.button(
            f"broadcasts-audience-{audience}",
            AddressBroadcast(lang=words.locale, mailing=mailing, audience=audience),
            count=count,
        )
        for audience, count in counts.items()
    )
    acts = (ComposeAct.SIGNED_UP, ComposeAct.BACK) if seminars else (ComposeAct.BACK,)
    return _composing(words, mailing, words("broadcasts-ask-whom"), *acts, first=buttons)


def seminars_screen(words: Words, mailing: int, seminars: Sequence[tuple[SignedUp, int]]) -> Screen:
    """Ask which seminar's people to tell, with how many they are now."""
    buttons = tuple(
        words.button(
            "broadcasts-of-seminar",
            AddressSeminar(lang=words.locale, mailing=mailing, seminar=seminar.seminar),
            count=count,
            title=_seminar(words, seminar),
        )
        for seminar, count in seminars
    )
    text = words("broadcasts-ask-seminar" if seminars else "broadcasts-no-seminars")
    return _composing(words, mailing, text, ComposeAct.WHOM, ComposeAct.BACK, first=buttons)


def _seminar(words: Words, seminar: SignedUp) -> str:
    """Return its day and as much of its title as a button shows."""
    title = seminar.title(words.locale)
    short = title if len(title) <= TITLE_CHARACTERS else title[: TITLE_CHARACTERS - 1].rstrip() + "…"
    return f"{day_words(words, seminar.start, (seminar.zone,))} · {short}"


def problem_screen(words: Words, problem: TextProblem, mailing: int) -> Screen:
    """Say why a text cannot be taken, and that nothing is lost."""
    limit = CAPTION_UNITS if problem is TextProblem.CAPTION else MESSAGE_UNITS
    return _composing(words, mailing, words(f"broadcasts-fault-{problem}", limit=limit))


def label(words: Words, preview: Preview, language: Locale) -> Screen:
    """Name the language of the copy below."""
    which = "one" if _single(preview) and len(preview.texts) > 1 else language
    return Screen(words(f"broadcasts-label-{which}"))


def album_late_screen(words: Words) -> Screen:
    """Say that a file of an album came after its broadcast was confirmed or dropped, and goes to nobody."""
    return Screen(words("broadcasts-album-late"), (words.footer(Go(lang=words.locale, to=Place.MENU)),))


def uncopied_screen(words: Words, what: Uncopied, mailing: int) -> Screen:
    """Say by name what cannot be sent, and that nothing is lost."""
    text = words("broadcasts-uncopied", what=words(f"broadcasts-uncopied-{what}"))
    return _composing(words, mailing, text)


def refused_screen(words: Words, preview: Preview, language: Locale, reason: str) -> Screen:
    """Say which text Telegram refuses and why, and take it again."""
    plainly = next((key for part, key in REFUSAL_KEYS.items() if part in reason.lower()), "broadcasts-reason-other")
    which = "one" if _single(preview) else language
    text = words(f"broadcasts-refused-{which}", reason=words(plainly), original=reason[:REASON_CHARACTERS])
    return _composing(words, preview.mailing, text, *_fixes(preview))


def card_screen(words: Words, preview: Preview, rate: float, offer: Offer | None = None) -> Screen:
    """Show the audience, how long it takes, and the button that sends; ``rate`` is in messages a second.

    A faster way is offered where it saves more than a minute.
    """
    if preview.repeat is not None and preview.repeat.missed is Missed.EDIT:
        return edit_card(words, preview)
    audience = audience_line(words, preview)
    if preview.recipients == 0:
        nobody = "broadcasts-missed-nobody" if preview.repeat else "broadcasts-card-nobody"
        return _composing(words, preview.mailing, words(nobody, audience=audience), *_whom(preview), *_fixes(preview))
    span = duration(words, eta(preview.messages, rate))
    key = "broadcasts-card-one" if _single(preview) and len(preview.texts) > 1 else "broadcasts-card"
    confirm = SendBroadcast(lang=words.locale, mailing=preview.mailing, mark=preview.mark, shown=preview.recipients)
    send = words.button("broadcasts-send", confirm, count=preview.recipients)
    text = words(key, audience=audience, duration=span)
    if preview.audience is Audience.ALL:
        text += "\n" + words(
            "broadcasts-readers", russian=preview.in_russian, english=preview.recipients - preview.in_russian
        )
    if preview.repeat is not None:
        text += "\n\n" + words(f"broadcasts-missed-note-{preview.repeat.missed}")
    if preview.cyrillic_english:
        text += "\n\n" + words("broadcasts-cyrillic-english")
    if preview.quiet:
        text += "\n\n" + words("broadcasts-quiet")
    if offer is None or eta(preview.messages, rate) - eta(preview.messages, offer.rate) <= WORTH_STARS:
        return _composing(words, preview.mailing, text, *_more(preview), *_fixes(preview), first=(send,))
    text += "\n\n" + offer_text(words, preview, offer, duration(words, eta(preview.messages, offer.rate)))
    first = (send, *offer_buttons(words, preview, offer))
    return _composing(words, preview.mailing, text, *_more(preview), *_fixes(preview), first=first)


def edit_card(words: Words, preview: Preview) -> Screen:
    """Show what becomes of the messages delivered, and the button that edits them: only when a text has changed."""
    if not preview.recipients:
        return _composing(words, preview.mailing, words("amendments-edit-nobody"))
    if not preview.edited:
        return _composing(words, preview.mailing, words("amendments-edit-what"), *_fixes(preview))
    if preview.edit_fault is not None:
        reason = words(f"amendments-fault-{preview.edit_fault}")
        text = GAP.join((words("amendments-edit-refused"), reason))
        return _composing(words, preview.mailing, text, *_fixes(preview))
    confirm = EditSent(lang=words.locale, mailing=preview.mailing, mark=preview.mark, shown=preview.recipients)
    send = words.button("amendments-confirm-edit", confirm, count=preview.recipients)
    text = words("amendments-edit-card", count=preview.recipients)
    if preview.cyrillic_english:
        text += "\n\n" + words("broadcasts-cyrillic-english")
    return _composing(words, preview.mailing, text, *_fixes(preview), first=(send,))


def gone_screen(words: Words, mailing: int) -> Screen:
    """Say that there is no such draft any more."""
    here = ShowBroadcast(lang=words.locale, mailing=mailing)
    return Screen(words("broadcasts-gone"), (words.footer(here),))


def seminar_off_screen(words: Words, mailing: int) -> Screen:
    """Say that at that moment the seminar is off whose people it is for."""
    here = ShowBroadcast(lang=words.locale, mailing=mailing)
    return Screen(words("broadcasts-seminar-off"), (words.footer(here),))


def dropped_screen(words: Words, flow: Flow) -> Screen:
    """Say what /cancel dropped; in the other language the menu is all there is to show."""
    return Screen(words(f"broadcasts-dropped-{flow}"), (words.footer(Go(lang=words.locale, to=Place.MENU)),))


def duration(words: Words, span: timedelta) -> str:
    """Return a length of time, rounded up to minutes."""
    minutes = math.ceil(span.total_seconds() / 60)
    if minutes <= 1:
        return words("broadcasts-duration-short")
    if minutes < 60:  # noqa: PLR2004 -- minutes of an hour
        return words("broadcasts-duration-minutes", minutes=minutes)
    return words("broadcasts-duration-hours", hours=minutes // 60, minutes=minutes % 60)


def _composing(
    words: Words, mailing: int, text: str, *acts: ComposeAct, first: tuple[InlineKeyboardButton, ...] = ()
) -> Screen:
    rows = [(button,) for button in first]
    rows += [(_act(words, mailing, act),) for act in (*acts, ComposeAct.DROP)]
    here = ShowBroadcast(lang=words.locale, mailing=mailing)
    return Screen(text, (*rows, words.footer(here)))


def _act(words: Words, mailing: int, act: ComposeAct) -> InlineKeyboardButton:
    key = "cancel" if act is ComposeAct.DROP else f"broadcasts-act-{act}"
    return words.button(key, ComposeBroadcast(lang=words.locale, mailing=mailing, act=act))


def audience_line(words: Words, preview: Preview) -> str:
    """Return who is told, and how many they are."""
    if preview.repeat is not None:
        return words(f"broadcasts-missed-{preview.repeat.missed}", count=preview.recipients)
    if preview.signed_up is not None:
        title = _seminar(words, preview.signed_up)
        return words("broadcasts-audience-signed-up", count=preview.recipients, title=title)
    return words(f"broadcasts-audience-{preview.audience}", count=preview.recipients)


def _single(preview: Preview) -> bool:
    return len(preview.copies) == 1


def _more(preview: Preview) -> tuple[ComposeAct, ...]:
    """Return what a complete draft offers beside sending and correcting it."""
    ringing = ComposeAct.LOUD if preview.quiet else ComposeAct.QUIET
    return (ComposeAct.LATER, ComposeAct.LINKS, ringing, *_whom(preview))


def _whom(preview: Preview) -> tuple[ComposeAct, ...]:
    """Return the way to another audience: what follows another run has its people."""
    return () if preview.repeat is not None else (ComposeAct.WHOM,)


def _fixes(preview: Preview) -> tuple[ComposeAct, ...]:
    return tuple(ComposeAct(FIXES[language]) for language, _ in preview.copies)
