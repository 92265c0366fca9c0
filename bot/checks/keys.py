"""Which texts the code asks for, and with which arguments: read from the package's own sources, without importing them.

A key is a literal, or is made at run time of a fixed part and a value of an enum; the second kind is listed in
``made_keys`` with all its members, so that nothing counts as used only because something similar is.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources.abc import Traversable
from typing import TypeGuard

from bot.checks.catalogues import Catalogue
from bot.checks.markup import BUTTON_UNITS, LABEL_UNITS, TITLE_UNITS, TOAST_UNITS
from bot.core.content import TextProblem
from bot.core.deadlines import Count
from bot.core.faq.reviews import Care
from bot.core.faq.topics import Standing, Tree
from bot.core.faq.watches import Watching
from bot.core.faq.wishes import Listed, Wish
from bot.core.health.alerts import LASTS_SECONDS
from bot.core.health.troubles import Trouble
from bot.core.journal import Action
from bot.core.link_buttons import LinkFault
from bot.core.locales import Locale
from bot.core.mailings.addressing import Addressed
from bot.core.mailings.amendments import AmendmentKind, AmendmentOrder, AmendmentState
from bot.core.mailings.broadcasts import FIXES, ComposeStep
from bot.core.mailings.conversations import Flow
from bot.core.mailings.edits import EditFault
from bot.core.mailings.mailings import Audience, Breaker, Hold, MailingKind, MailingState
from bot.core.mailings.missed import REPEATABLE, Missed
from bot.core.mailings.undo import TakenBack
from bot.core.media import Uncopied
from bot.core.seminars.drafts import Field
from bot.core.seminars.form import Part
from bot.core.seminars.recordings import RecordingFault, RecordingPart
from bot.core.seminars.wizard import Question
from bot.core.statistics import OUTCOMES
from bot.core.tickets.answering import Refusal, Undone
from bot.core.tickets.asking import AskRefusal, Edited
from bot.core.tickets.canned import CannedName
from bot.core.tickets.codes import CodeWord
from bot.core.tickets.group import HARMLESS, Missing
from bot.core.tickets.identity import Identity
from bot.core.tickets.tickets import Sentence
from bot.core.tickets.waiting import Unit
from bot.core.videos.pushing import NoPush

SKIPPED = ("demo", "locales", "check")
"""Folders and modules (by the beginning of their name) that ask for no text."""

SHOWN_AMENDMENTS = (AmendmentKind.DELETE, AmendmentKind.EDIT)
CONTROLS = (MailingState.QUEUED, MailingState.PAUSED, MailingState.CANCELLED)

PLAIN = {
    "broadcasts-act-*": BUTTON_UNITS,
    "broadcasts-back-*": TOAST_UNITS,
    "broadcasts-now-*": TOAST_UNITS,
    "broadcasts-to-*": BUTTON_UNITS,
    "canned-text-*": None,
    "canned-*": TITLE_UNITS,
    "commands-description": 512,
    "commands-short": 120,
    "commands-*": 256,
    "demo-*": BUTTON_UNITS,
    "faq-*.button": LABEL_UNITS,
    "faq-*.*": None,
    "faq-*": TITLE_UNITS,
    "group-*": BUTTON_UNITS,
    "label-*": BUTTON_UNITS,
    "settings-reminders": BUTTON_UNITS,
    "settings-recordings": BUTTON_UNITS,
    "settings-news": BUTTON_UNITS,
    "settings-silent": BUTTON_UNITS,
    "settings-discreet": BUTTON_UNITS,
}
"""Texts whose key does not stand in the call that makes a label of them; the first that fits counts (None: HTML)."""

_FAMILY = "-"
_KEY = re.compile(r"[a-z]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?")
_DOORS = {"words": 0, "self": 0, "texts": 1}
_LABELS = {"button": BUTTON_UNITS, "link": BUTTON_UNITS, "go": BUTTON_UNITS, "plain": TOAST_UNITS}


@dataclass(frozen=True)
class Use:
    """A place that asks for a text; ``arguments`` is None where they cannot be read from the source."""

    key: str
    place: str
    arguments: frozenset[str] | None = None
    limit: int | None = None


MADE: Mapping[str, Iterable[object]] = {
    "alerts-line-*": LASTS_SECONDS,
    "alerts-over-*": LASTS_SECONDS,
    "alerts-wrong-*": (
        *(Trouble.KEY, Trouble.POLLER, Trouble.CONFLICT, Trouble.WEBHOOK),
        *(Trouble.SENDER, Trouble.SCHEDULER),
    ),
    "amendments-*": AmendmentOrder,
    "amendments-fault-*": EditFault,
    "amendments-now-*": AmendmentOrder,
    "amendments-progress-*": SHOWN_AMENDMENTS,
    "amendments-report-*": SHOWN_AMENDMENTS,
    "amendments-state-*": (
        *("delete-running", "delete-paused", "delete-cancelled", "delete-done"),
        *(f"edit-{state}" for state in AmendmentState),
    ),
    "amendments-told-*": SHOWN_AMENDMENTS,
    "broadcasts-act-*": (
        "one",
        "ru",
        "later",
        "back",
        "links",
        "nolinks",
        "quiet",
        "loud",
        "whom",
        "signed-up",
        "change",
        "keep",
        "review",
        "withdraw",
        *FIXES.values(),
    ),
    "broadcasts-back-*": TakenBack,
    "ticket-word-*": CodeWord,
    "canned-*": CannedName,
    "canned-text-*": CannedName,
    "lawyers-missing-*": Missing,
    "lawyers-refused-*": Refusal,
    "lawyers-undo-*": Undone,
    "ticket-told-*": Sentence,
    "ticket-group-*": (Missing.PUBLIC, Missing.NO_ADMIN, *HARMLESS),
    "ticket-admins-*": (Missing.NOT_FOUND, Missing.NO_GROUP, Missing.REMOVED, Missing.PUBLIC, Missing.NO_ADMIN),
    "tickets-edit-*": (Edited.ANEW, Edited.CLOSED, Edited.OFTEN),
    "tickets-found-*": Identity,
    "tickets-refused-*": AskRefusal,
    "tickets-usual-*": Unit,
    "broadcasts-whom-*": set(Addressed) - {Addressed.DONE},
    "broadcasts-ask-*": set(ComposeStep) - {ComposeStep.PREVIEW},
    "broadcasts-audience-*": (
        Audience.ALL,
        Audience.RUSSIAN,
        Audience.ENGLISH,
        Audience.RECORDINGS,
        Audience.REMINDERS,
    ),
    "broadcasts-dropped-*": set(Flow) - {Flow.ASK},
    "drafts-expired-*": set(Flow) - {Flow.ASK},
    "broadcasts-fault-*": TextProblem,
    "broadcasts-hold-*": Hold,
    "broadcasts-uncopied-*": Uncopied,
    "broadcasts-link-*": LinkFault,
    "broadcasts-label-*": ("one", *Locale),
    "broadcasts-missed-*": set(Missed) - {Missed.EDIT},
    "broadcasts-missed-note-*": set(Missed) - {Missed.EDIT},
    "broadcasts-now-*": CONTROLS,
    "broadcasts-refused-*": ("one", *Locale),
    "broadcasts-repeat-*": REPEATABLE,
    "broadcasts-state-*": set(MailingState) - {MailingState.DRAFT, MailingState.UNDO},
    "broadcasts-stopped-*": (*Breaker, "other"),
    "broadcasts-to-*": CONTROLS,
    "deadlines-*": Count,
    "deadlines-*-answer": Count,
    "deadlines-*-days": Count,
    "deadlines-ask-*": Count,
    "deadlines-file-name-*": Count,
    "deadlines-over-*": ("year", "asked", "given"),
    "answers-state-*": Standing,
    "journal-*": Action,
    "stats-*": OUTCOMES,
    "stats-few-*": Locale,
    "stats-many-*": Locale,
    "reminders-discreet-*": MailingKind,
    "recordings-ask-*": RecordingPart,
    "recordings-fault-*": RecordingFault,
    "recordings-fix-*": RecordingPart,
    "reviews-*": Care,
    "seminars-fault-*": Part,
    "wishes-said-*": (*Wish, *Listed),
    "seminars-preview-ask-*": Field,
    "seminars-preview-field-*": Field,
    "seminars-preview-label-*": Locale,
    "seminars-preview-refused-*": Locale,
    "seminars-wizard-ask-*": Question,
    "videos-refused-*": NoPush,
    "watching-*": set(Watching) - {Watching.LOST},
}
"""The forms of keys made at run time, each with its members, as far as no answer is among them."""


def made_keys(tree: Tree) -> dict[str, frozenset[str]]:
    """Return the keys made at run time: the form of each and every key it can become."""
    made = {
        **MADE,
        "faq-*": [topic.id for topic in tree.topics if topic.written],
        "group-*": tree.groups,
    }
    keys = {form: frozenset(form.replace("*", str(value)) for value in values) for form, values in made.items()}
    return {**keys, "*-link": frozenset({"reminders-soon-link", "reminders-live-link"})}


def limit_by_key(uses: Iterable[Use]) -> Mapping[str, int]:
    """Return the limits of the texts whose call makes a label or a toast of them."""
    found: dict[str, int] = {}
    for use in uses:
        if use.limit is not None:
            found[use.key] = min(use.limit, found.get(use.key, use.limit))
    return found


def limit_of(key: str, found: Mapping[str, int]) -> int | None:
    """Return how long a text that is no HTML may be, or None for HTML."""
    listed = next((limit for form, limit in PLAIN.items() if fnmatchcase(key, form)), None)
    return listed or found.get(key)


def key_findings(catalogue: Catalogue, uses: Iterable[Use], forms: Iterable[Use], tree: Tree) -> Iterator[str]:
    """Yield keys that are asked for and missing, there and not asked for, or asked for with other arguments."""
    made = made_keys(tree)
    asked = {use.key for use in uses}.union(*made.values())
    asked |= {reference for text in catalogue.texts.values() for reference in text.references}
    for use in uses:
        yield from _use_faults(catalogue, use)
    for form in forms:
        if form.key not in made:
            yield f"{form.place}: keys like {form.key} are made here; list them in checks/keys.py"
    for key in sorted(set(made) - {form.key for form in forms}):
        yield f"checks/keys.py: no code makes keys like {key} any more"
    for key in sorted(frozenset().union(*made.values()) - catalogue.messages):
        yield f"{catalogue.locale}: {key} is missing"
    for key in sorted(catalogue.messages - asked):
        yield f"{catalogue.texts[key].place if key in catalogue.texts else catalogue.locale}: {key} is not used"


def _use_faults(catalogue: Catalogue, use: Use) -> Iterator[str]:
    text = catalogue.texts.get(use.key)
    if text is None:
        yield f"{use.place}: {use.key} is missing in {catalogue.locale}"
    elif use.arguments is not None and use.arguments != text.variables:
        differing = ", ".join(sorted(use.arguments ^ text.variables))
        yield f"{use.place}: {use.key} is given other arguments than {text.place} has: {differing}"


def read_uses(package: Traversable, messages: frozenset[str]) -> tuple[list[Use], list[Use]]:
    """Return the literal keys and the forms of keys made at run time that stand in the sources."""
    families = {f"{message.partition(_FAMILY)[0]}{_FAMILY}" for message in messages if _FAMILY in message}
    uses: list[Use] = []
    forms: list[Use] = []
    for path, source in _sources(package, package.name):
        for node in ast.walk(ast.parse(source)):
            place = f"{path}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call):
                uses += _asked(node, place)
                forms += _made(node, place)
            elif isinstance(node, ast.Constant):
                uses += [Use(key, place) for key in (node.value,) if _is_key(key, messages, families)]
            elif isinstance(node, ast.JoinedStr) and _shape(node).startswith(tuple(families)):
                forms.append(Use(_shape(node), place))
    return uses, list(dict.fromkeys(forms))


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        name = f"{path}/{file.name}"
        if file.is_dir() and file.name not in SKIPPED:
            yield from _sources(file, name)
        elif file.name.endswith(".py") and not file.name.startswith(SKIPPED[-1]):
            yield name, file.read_text(encoding="utf-8")


def _is_key(value: object, messages: frozenset[str], families: set[str]) -> TypeGuard[str]:
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        return False
    return (value in messages and _FAMILY in value) or value.startswith(tuple(families))


def _text_call(call: ast.Call) -> tuple[ast.expr | None, int | None]:
    """Return the key a call asks for, and how long the text may be if it becomes a label."""
    name, limit = _called(call.func), None
    if isinstance(call.func, ast.Attribute) and call.func.attr in _LABELS:
        limit = _LABELS[call.func.attr]
        name = _called(call.func.value)
    at = _DOORS.get(name)
    return (None, None) if at is None or len(call.args) <= at else (call.args[at], limit)


def _called(expression: ast.expr) -> str:
    if isinstance(expression, ast.Name):
        return expression.id
    return expression.attr if isinstance(expression, ast.Attribute) else ""


def _asked(call: ast.Call, place: str) -> Iterator[Use]:
    key, limit = _text_call(call)
    choices = [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]
    names = [keyword.arg for keyword in call.keywords]
    given = None if None in names else frozenset(name for name in names if name)
    for choice in choices:
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield Use(choice.value, place, given, limit)


def _made(call: ast.Call, place: str) -> Iterator[Use]:
    key, _ = _text_call(call)
    if isinstance(key, ast.JoinedStr) and not _shape(key).startswith("*."):
        yield Use(_shape(key), place)


def _shape(made: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in made.values)
