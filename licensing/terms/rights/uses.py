"""The words of the terms: what may be done with a film, who may watch, what visitors pay, where, and from which carrier."""

from __future__ import annotations

from enum import StrEnum

from wording.say import gettext_noop


class Use(StrEnum):
    """What may be done with a film. A licence grants a use only where it names it."""

    PRIVATE_VIEWING = "private-viewing"
    CLASSROOM = "classroom"
    CAMPUS_STREAMING = "campus-streaming"
    """To the people of an institution: enrolled, staff, and whoever else its terms name."""
    SIGNED_IN_STREAMING = "signed-in-streaming"
    """To anyone whom a library lets sign in, such as holders of its card."""
    PUBLIC_SCREENING = "public-screening"
    ONLINE_SCREENING = "online-screening"
    BROADCAST = "broadcast"
    CLIPS = "clips"
    """Clips of reasonable length in a course's pages, as the TEACH Act (17 USC 110(2)) describes them."""
    LENDING = "lending"


class Watcher(StrEnum):
    """Who may watch."""

    ENROLLED = "enrolled"
    STAFF = "staff"
    MEMBERS = "members"
    ALUMNI = "alumni"
    WALK_INS = "walk-ins"
    PUBLIC = "public"


class Admission(StrEnum):
    """What visitors may be asked to pay, from the least to the most."""

    NONE = "none"
    DONATIONS = "donations"
    COST_RECOVERY = "cost-recovery"
    CHARGED = "charged"


class SiteScope(StrEnum):
    SINGLE_SITE = "single-site"
    BRANCH = "branch"
    CAMPUS = "campus"
    DISTRICT = "district"
    CONSORTIUM = "consortium"


class Carrier(StrEnum):
    """What a film is shown from."""

    DISC = "disc"
    FILE = "file"
    DCP = "dcp"
    PRINT = "print"


class TermKind(StrEnum):
    MONTHS = "months"
    DAYS = "days"
    PERPETUAL = "perpetual"
    FILE_LIFE = "file-life"
    """For as long as the copy or file that was delivered lasts."""


ADMISSION_ORDER = list(Admission)
SCREENED = frozenset({Use.PUBLIC_SCREENING, Use.ONLINE_SCREENING, Use.BROADCAST})
"""Uses before an audience, to which its cap and the number of screenings apply."""
STREAMED = frozenset({Use.CAMPUS_STREAMING, Use.SIGNED_IN_STREAMING})
"""Uses with viewers whom the viewer cap counts."""
ONE_SITE = frozenset({SiteScope.SINGLE_SITE, SiteScope.BRANCH, SiteScope.CAMPUS})
"""Scopes of one place: a licence that names none is tied to the first place where it is used."""

USE_WORDS = {
    Use.PRIVATE_VIEWING: gettext_noop("private viewing"),
    Use.CLASSROOM: gettext_noop("showing in class"),
    Use.CAMPUS_STREAMING: gettext_noop("streaming to authorised users"),
    Use.SIGNED_IN_STREAMING: gettext_noop("streaming to people who sign in"),
    Use.PUBLIC_SCREENING: gettext_noop("public screening"),
    Use.ONLINE_SCREENING: gettext_noop("public screening online"),
    Use.BROADCAST: gettext_noop("broadcast or closed circuit"),
    Use.CLIPS: gettext_noop("clips in course pages"),
    Use.LENDING: gettext_noop("lending a copy"),
}
"""As they stand in a sentence, in English; the labels of fields and the reasons of refusals both use them."""
WATCHER_WORDS = {
    Watcher.ENROLLED: gettext_noop("enrolled students and pupils"),
    Watcher.STAFF: gettext_noop("staff"),
    Watcher.MEMBERS: gettext_noop("members"),
    Watcher.ALUMNI: gettext_noop("alumni"),
    Watcher.WALK_INS: gettext_noop("walk-in visitors"),
    Watcher.PUBLIC: gettext_noop("the general public"),
}
ADMISSION_WORDS = {
    Admission.NONE: gettext_noop("free admission"),
    Admission.DONATIONS: gettext_noop("donations"),
    Admission.COST_RECOVERY: gettext_noop("admission that covers costs"),
    Admission.CHARGED: gettext_noop("charged admission"),
}
CARRIER_WORDS = {
    Carrier.DISC: gettext_noop("a disc"),
    Carrier.FILE: gettext_noop("a file"),
    Carrier.DCP: gettext_noop("a DCP"),
    Carrier.PRINT: gettext_noop("a film print"),
}
