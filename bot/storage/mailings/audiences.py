"""Who is told, as SQL: once for queueing people in the order of their numbers, once for asking again when sending (R4).

The queries take ``:seminar`` and ``:after``, the last person who was queued, so that a million people are queued a part
at a time, each part found by an index.
"""

from bot.core.mailings.mailings import Audience, MailingKind

NEWS = "SELECT person FROM subscriber WHERE news = 1 AND person > :after"
NEWS_IN_RUSSIAN = f"{NEWS} AND language = 'ru'"
NEWS_IN_ENGLISH = f"{NEWS} AND language = 'en'"
RECORDINGS = "SELECT person FROM subscriber WHERE recordings = 1 AND person > :after"
REMINDERS = "SELECT person FROM subscriber WHERE reminders = 1 AND person > :after"

WANTS_SEMINAR = """
SELECT person FROM subscriber s
WHERE reminders = 1 AND person > :after
  AND NOT EXISTS (SELECT 1 FROM seminar_choice c WHERE c.seminar = :seminar AND c.person = s.person AND c.wanted = 0)
UNION
SELECT person FROM seminar_choice WHERE seminar = :seminar AND person > :after AND wanted = 1
"""

REACHED = """
EXISTS (
    SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = people.person
    WHERE m.seminar = :seminar AND (d.state IN (1, 2, 4) OR d.maybe = 1)
    UNION ALL
    SELECT 1 FROM mailing_beside b JOIN delivery d ON d.mailing = b.mailing AND d.person = people.person
    WHERE b.seminar = :seminar AND (d.joint >> CAST(b.bit AS INTEGER)) & 1 = 1 AND (d.state IN (1, 2, 4) OR d.maybe = 1)
)
"""
"""Was told something of the seminar, or may have been, also by another's message (S4)."""

WAITING_FOR_CHANGE = """
EXISTS (
    SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = people.person
    WHERE m.seminar = :seminar AND m.kind = 'moved' AND m.state = 'queued' AND d.state = 0
)
"""

CHOSE = """
EXISTS (SELECT 1 FROM seminar_choice c WHERE c.seminar = :seminar AND c.person = people.person AND c.wanted = 1)
"""

TOLD_SOON = """
EXISTS (
    SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = people.person
    WHERE m.seminar = :seminar AND m.state = 'queued' AND d.state = 0
)
"""
"""Is about to be told what an edit has made old: the notice of the edit comes behind it."""

TOLD = f"SELECT person FROM ({WANTS_SEMINAR}) AS people WHERE {REACHED} OR {CHOSE}"  # noqa: S608 -- our own constants
NOT_TOLD = f"SELECT person FROM ({WANTS_SEMINAR}) AS people WHERE NOT {REACHED} AND NOT {WAITING_FOR_CHANGE}"  # noqa: S608 -- as above

TOLD_OF_EDIT = f"SELECT person FROM ({WANTS_SEMINAR}) AS people WHERE {REACHED} OR {TOLD_SOON} OR {CHOSE}"  # noqa: S608 -- as above

SEMINAR_STANDS = "EXISTS (SELECT 1 FROM seminar n WHERE n.id = :seminar AND n.state = 'planned')"
SIGNED_UP = f"SELECT person FROM ({WANTS_SEMINAR}) AS people WHERE {SEMINAR_STANDS}"  # noqa: S608 -- as above
"""Whom a broadcast to a seminar's people reaches (A3): whoever its reminders reach, as long as it is not cancelled."""

SIGNED_UP_IN_RUSSIAN = f"""
SELECT person FROM ({SIGNED_UP}) AS those
WHERE coalesce(
    (SELECT language FROM subscriber s WHERE s.person = those.person),
    (SELECT language FROM seminar_choice c WHERE c.seminar = :seminar AND c.person = those.person)
) = 'ru'
"""  # noqa: S608 -- as above

SETTLED = {
    Audience.ALL: NEWS,
    Audience.RUSSIAN: NEWS_IN_RUSSIAN,
    Audience.ENGLISH: NEWS_IN_ENGLISH,
    Audience.RECORDINGS: RECORDINGS,
    Audience.REMINDERS: REMINDERS,
    Audience.TOLD: TOLD,
}
"""Audiences that are one query, whatever the mailing is."""

BELOW_EVERY_NUMBER = 0
"""Less than the number of any person."""


def audience_sql(audience: Audience, kind: MailingKind, seminar: int | None, after: int = BELOW_EVERY_NUMBER) -> str:
    """Return the query of the people to be told that come after a person."""
    if kind is MailingKind.EDITED:
        sql = TOLD_OF_EDIT
    elif audience is Audience.SEMINAR and kind is MailingKind.BROADCAST:
        sql = SIGNED_UP
    elif audience is Audience.RUSSIAN and seminar is not None:
        sql = SIGNED_UP_IN_RUSSIAN
    elif audience is Audience.SEMINAR:
        sql = NOT_TOLD if kind is MailingKind.ANNOUNCEMENT else WANTS_SEMINAR
    else:
        sql = SETTLED[audience]
    return sql.replace(":seminar", str(int(seminar or 0))).replace(":after", str(int(after)))


CONSENTS_TO_NEWS = "(s.news = 1)"
CONSENTS_TO_RECORDINGS = "(s.recordings = 1)"
CONSENTS_TO_REMINDERS = "(s.reminders = 1)"
CONSENTS_TO_NEWS_IN_RUSSIAN = "(s.news = 1 AND s.language = 'ru')"
CONSENTS_TO_NEWS_IN_ENGLISH = "(s.news = 1 AND s.language = 'en')"
CONSENTS_TO_CHANGES = "(w.person IS NOT NULL)"
CONSENTS_TO_SEMINAR = "(coalesce(c.wanted, 0) = 1 OR (s.reminders = 1 AND coalesce(c.wanted, 1) = 1))"


CONSENTS_TO_THE_QUESTION = """
(s.asked IS NULL
 AND s.active <= (SELECT date(m.started, 'unixepoch', '-365 days') FROM mailing m WHERE m.id = d.mailing))
"""
"""Of who was not asked yet and has changed nothing since the question was queued."""


CONSENTS = {
    Audience.ALL: CONSENTS_TO_NEWS,
    Audience.RUSSIAN: CONSENTS_TO_NEWS_IN_RUSSIAN,
    Audience.ENGLISH: CONSENTS_TO_NEWS_IN_ENGLISH,
    Audience.RECORDINGS: CONSENTS_TO_RECORDINGS,
    Audience.REMINDERS: CONSENTS_TO_REMINDERS,
    Audience.WATCHERS: CONSENTS_TO_CHANGES,
    Audience.IDLE: CONSENTS_TO_THE_QUESTION,
}
"""What an audience must want; every other one is a seminar's."""


def consent_sql(audience: Audience) -> str:
    """Return the condition on a person's rows, each of which may be missing.

    ``s`` subscriber, ``c`` seminar_choice, ``w`` watch, ``d`` delivery.
    """
    return CONSENTS.get(audience, CONSENTS_TO_SEMINAR)
