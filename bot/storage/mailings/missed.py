"""Whom a run reached or not, as SQL (A7, A8): those refused, and apart those of whom nobody knows.

Who has a row in a repetition of the run is left out: a second repetition tells nobody a second time. A row that was
refused after an attempt without an answer may have arrived all the same; it is one of those nobody knows of.
"""

from bot.core.mailings.mailings import Audience, MailingKind
from bot.core.mailings.missed import REPEATABLE, Missed, Repeat
from bot.storage.mailings.audiences import BELOW_EVERY_NUMBER, audience_sql
from bot.storage.mailings.delivered import HAS_NUMBER

STANDING = "coalesce(missed, follows)"
"""How the people of a run stand in the one it follows."""

HOW = {
    Missed.FAILED: "d.state = 5 AND d.maybe = 0",
    Missed.UNKNOWN: "(d.state = 4 OR d.state = 5 AND d.maybe = 1)",
}
"""Conditions on a row of ``delivery``."""

NOT_REPEATED = """
NOT EXISTS (
    SELECT 1 FROM mailing r JOIN delivery x ON x.mailing = r.id AND x.person = d.person
    WHERE r.repeats = d.mailing AND r.follows IS NULL AND r.state <> 'draft'
)
"""
ONE_AT_A_TIME = """
(repeats IS NULL OR NOT EXISTS (
    SELECT 1 FROM mailing o WHERE o.repeats = mailing.repeats AND o.follows IS NOT DISTINCT FROM mailing.follows
      AND o.state NOT IN ('draft', 'done', 'cancelled')
))
"""
"""Whether a draft may begin: a repetition under way may have people of the same run still to queue."""


def among_missed(people: str, repeat: Repeat | None) -> str:
    """Return a query of people, narrowed to those whom a repetition is for."""
    if repeat is None:
        return people
    missed = f"SELECT d.person FROM delivery d WHERE d.mailing = {int(repeat.source)} AND {HOW[repeat.missed]}"  # noqa: S608 -- a whole number and our own constants
    return f"SELECT person FROM ({people}) AS people WHERE person IN ({missed} AND {NOT_REPEATED})"  # noqa: S608 -- as above


GOT = """
SELECT d.person FROM delivery d LEFT JOIN subscriber s ON s.person = d.person
WHERE d.mailing = {source} AND d.state = 2 AND d.person > {after} AND {consent} {language}
"""
EDITED = f"SELECT d.person FROM delivery d WHERE d.mailing = {{source}} AND {HAS_NUMBER}"  # noqa: S608 -- a constant


AS_FIRST = """
CASE (SELECT audience FROM mailing WHERE id = {source})
    WHEN 'recordings' THEN s.recordings
    WHEN 'reminders' THEN s.reminders
    WHEN 'seminar' THEN coalesce((
        SELECT o.wanted FROM seminar_choice o JOIN mailing f ON f.signed_up = o.seminar
        WHERE f.id = {source} AND o.person = d.person
    ), s.reminders)
    ELSE s.news
END
"""


def consent_as_first(source: int) -> str:
    """Return the condition that somebody who got a run, ``s``, has not switched such mailings off since (R4)."""
    return f"({AS_FIRST.format(source=int(source))} = 1)"


def recipients_sql(
    audience: Audience, kind: MailingKind, seminar: int | None, repeat: Repeat | None, after: int = BELOW_EVERY_NUMBER
) -> str:
    """Return the query of the people of a run that come after a person.

    A correction is for those who got the first run, in the language in which they got it.
    """
    if repeat is None or repeat.missed in REPEATABLE:
        return among_missed(audience_sql(audience, kind, seminar, after), repeat)
    source = int(repeat.source)
    if repeat.missed is Missed.EDIT:
        return EDITED.format(source=source)
    language = "AND coalesce(d.language, s.language) = 'ru'" if audience is Audience.RUSSIAN else ""
    return GOT.format(source=source, after=int(after), consent=consent_as_first(source), language=language)


def repeat_values(repeat: Repeat, mailing: int) -> tuple[int, str | None, str | None, int]:
    """Return what three columns of a mailing are set to, and its number: which run is followed, and how."""
    missed = repeat.missed.value
    return (
        (repeat.source, missed, None, mailing)
        if repeat.missed in REPEATABLE
        else (repeat.source, None, missed, mailing)
    )


def repeat_of(source: int | None, missed: str | None) -> Repeat | None:
    """Return what two columns of ``mailing`` say."""
    return Repeat(source, Missed(missed)) if source is not None and missed else None
