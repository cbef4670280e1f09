from __future__ import annotations

from dataclasses import replace

from licensing.terms.rights import Admission, Grants, Use
from licensing.terms.words import grants_words, term_words

CLASS = Grants(uses=frozenset({Use.CLASSROOM, Use.LENDING}), term_months=36, format_lock="the disc")
SCREENING = Grants(
    uses=frozenset({Use.PUBLIC_SCREENING}), audience_cap=100, admission=Admission.COST_RECOVERY, screenings=1,
    term_months=12, public_advertising=True, report_due_days=14,
)  # fmt: skip


def test_grants_words_say_that_public_performance_is_not_included() -> None:
    assert grants_words(CLASS) == [
        "It allows: showing in class, lending a copy.",
        "It is valid for a single site.",
        "It lasts for 3 years from the day it begins.",
        "It does not include public performance rights.",
        "It is limited to one format: the disc.",
    ]


def test_grants_words_state_every_dimension_of_a_screening() -> None:
    assert grants_words(SCREENING) == [
        "It allows: public screening.",
        "It is valid for a single site.",
        "It lasts for 1 year from the day it begins.",
        "1 screening may be held.",
        "At most 100 people may attend each.",
        "Admission may be charged to cover costs, not to make a profit.",
        "It may be advertised to the public.",
        "Screenings are held indoors.",
        "Attendance is reported within 14 days of a screening.",
    ]


def test_grants_words_say_what_has_no_bound() -> None:
    free = replace(
        SCREENING, audience_cap=None, admission=Admission.CHARGED, screenings=None, term_months=None,
        public_advertising=False, members_only=True, indoor_only=False, report_due_days=None,
    )  # fmt: skip
    assert grants_words(free)[2:] == [
        "It lasts for the life of the copy.",
        "Any number of screenings may be held.",
        "The audience may be of any size.",
        "Admission may be charged.",
        "It may be announced within the institution only, not advertised to the public.",
        "Only members may attend.",
    ]


def test_term_words_count_years_where_they_are_whole() -> None:
    assert [term_words(months) for months in (12, 24, 1, 18, None)] == [
        "1 year", "2 years", "1 month", "18 months", "for the life of the copy",
    ]  # fmt: skip
