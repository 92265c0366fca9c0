"""Whom a run did not reach, as SQL (A8): those refused, and apart those of whom nobody knows.

Who has a row in a repetition of the run is left out: a second repetition tells nobody a second time. A row that was
refused after an attempt without an answer may have arrived all the same; it is one of those nobody knows of.
"""

from bot.core.mailings.missed import Missed, Repeat

HOW = {
    Missed.FAILED: "d.state = 5 AND d.maybe = 0",
    Missed.UNKNOWN: "(d.state = 4 OR d.state = 5 AND d.maybe = 1)",
}
"""Conditions on a row of ``delivery``."""

NOT_REPEATED = """
NOT EXISTS (
    SELECT 1 FROM mailing r JOIN delivery x ON x.mailing = r.id AND x.person = d.person
    WHERE r.repeats = d.mailing AND r.state <> 'draft'
)
"""
ONE_AT_A_TIME = """
(repeats IS NULL OR NOT EXISTS (
    SELECT 1 FROM mailing o WHERE o.repeats = mailing.repeats AND o.state NOT IN ('draft', 'done', 'cancelled')
))
"""
"""Whether a draft may begin: a repetition under way may have people of the same run still to queue."""


def among_missed(people: str, repeat: Repeat | None) -> str:
    """Return a query of people, narrowed to those whom a repetition is for."""
    if repeat is None:
        return people
    missed = f"SELECT d.person FROM delivery d WHERE d.mailing = {int(repeat.source)} AND {HOW[repeat.missed]}"  # noqa: S608 -- a whole number and our own constants
    return f"SELECT person FROM ({people}) WHERE person IN ({missed} AND {NOT_REPEATED})"  # noqa: S608 -- as above


def repeat_of(source: int | None, missed: str | None) -> Repeat | None:
    """Return what two columns of ``mailing`` say."""
    return Repeat(source, Missed(missed)) if source is not None and missed else None
