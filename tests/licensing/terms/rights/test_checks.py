"""Every dimension of the terms is asked of a use, and says why it refuses."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from licensing.terms.rights import (
    CHECKS,
    Admission,
    Carrier,
    Grants,
    Intended,
    SiteScope,
    Use,
    Watcher,
    covers,
)
from tests.licensing.terms.rights.asking import GRANTS, HELD, INTENDED

DOCUMENTED = Path(__file__).parents[4] / "docs" / "grants.md"
STREAMING = frozenset({Use.CAMPUS_STREAMING})
STREAM = replace(INTENDED, use=Use.CAMPUS_STREAMING, public_advertising=False, admission=Admission.NONE)

REFUSALS: dict[str, tuple[dict[str, Any], dict[str, Any], Intended, str]] = {
    # Field: what else the licence grants, what else it says of itself, the use, the sentence.
    "uses": ({"uses": frozenset({Use.CLASSROOM})}, {}, INTENDED, "It allows showing in class, not public screening."),
    "watchers": (
        {"uses": STREAMING, "watchers": frozenset({Watcher.ENROLLED, Watcher.STAFF})}, {},
        replace(STREAM, watchers=frozenset({Watcher.ENROLLED, Watcher.ALUMNI})),
        "It is for enrolled students and pupils and staff, not for alumni.",
    ),
    "audience_cap": ({"audience_cap": 99}, {}, INTENDED, "It allows an audience of 99; 100 are expected."),
    "viewer_cap": ({"uses": STREAMING, "viewer_cap": 99}, {}, STREAM, "It allows 99 viewers; 100 are expected."),
    "enrolment_most": (
        {"enrolment_most": 1000}, {}, replace(INTENDED, enrolment=1001),
        "It is for institutions with at most 1000 enrolled; there are 1001.",
    ),
    "admission": (
        {"admission": Admission.DONATIONS}, {}, INTENDED, "It allows donations, not admission that covers costs.",
    ),
    "screenings": ({"screenings": 1}, {}, INTENDED, "It allows 1 screening."),
    "term_months": (
        {"term_months": 11}, {"ends_on": replace(GRANTS, term_months=11).last_day(HELD.starts_on)}, INTENDED,
        "It ends on 30 November 2027.",
    ),
    "term_days": (
        {"term_months": None, "term_days": 7},
        {"ends_on": replace(GRANTS, term_months=None, term_days=7).last_day(HELD.starts_on)}, INTENDED,
        "It ends on 7 January 2027.",
    ),
    "site_scope": (
        {"site_scope": SiteScope.BRANCH}, {"sites_used": ("Mill Lane",)}, INTENDED,
        "It is valid for Mill Lane, not for Hall One.",
    ),
    "public_advertising": (
        {"public_advertising": False}, {}, INTENDED, "It does not allow public advertising.",
    ),
    "members_only": ({"members_only": True}, {}, INTENDED, "Under it only members may attend."),
    "indoor_only": ({}, {}, replace(INTENDED, outdoors=True), "It allows showing indoors only."),
    "report_due_days": (
        {"report_due_days": 14}, {}, replace(INTENDED, reports=False),
        "It asks for a report of the attendance within 14 days.",
    ),
    "formats": (
        {"formats": frozenset({Carrier.DISC})}, {}, INTENDED,
        "It is limited to a disc; what will be shown is a DCP.",
    ),
    "format_lock": (
        {"format_lock": "the disc", "formats": frozenset({Carrier.DISC})}, {}, INTENDED,
        "It is limited to a disc; what will be shown is a DCP.",
    ),
}  # fmt: skip
ALLOWED_OUTRIGHT = {"perpetual": "A licence without end has no last day, so nothing can come after it."}
"""Fields of which no value refuses a use, each with the reason."""


def test_every_dimension_is_checked_and_tested() -> None:
    dimensions = {field.name for field in fields(Grants)}
    assert {name for check in CHECKS for name in check.asks} == dimensions
    assert REFUSALS.keys() | ALLOWED_OUTRIGHT.keys() == dimensions


def test_every_dimension_is_documented_with_its_sentence_and_its_check() -> None:
    rows = [line for line in DOCUMENTED.read_text().splitlines() if line.startswith("| `")]
    assert {row.split("`")[1] for row in rows} == {field.name for field in fields(Grants)}
    for check in CHECKS:
        for name in check.asks:
            [row] = (row for row in rows if row.startswith(f"| `{name}`"))
            assert f"`{check.code}`" in row


@pytest.mark.parametrize("field", REFUSALS)
def test_a_dimension_refuses_in_a_sentence(field: str) -> None:
    grants, licence, intended, sentence = REFUSALS[field]
    held = replace(HELD, grants=replace(GRANTS, **grants), **licence)
    [reason] = covers(held, intended)
    assert str(reason) == sentence
    assert reason.code in {check.code for check in CHECKS if field in check.asks}


def test_a_licence_without_end_outlasts_every_use() -> None:
    forever = replace(GRANTS, term_months=None, perpetual=True)
    held = replace(HELD, grants=forever, ends_on=forever.last_day(HELD.starts_on))
    assert covers(held, replace(INTENDED, last_day=date(2199, 1, 1))) == ()


@pytest.mark.parametrize("use", Use)
def test_no_licence_grants_a_use_that_it_does_not_name(use: Use) -> None:
    others = replace(HELD, grants=replace(GRANTS, uses=frozenset(Use) - {use}))
    assert [reason.code for reason in covers(others, replace(INTENDED, use=use))] == ["use"]
    assert (
        covers(replace(HELD, grants=replace(GRANTS, uses=frozenset({use}))), replace(INTENDED, use=use)) == ()
    )


def test_a_named_site_is_compared_by_its_words() -> None:
    named = replace(HELD, sites=("Mill Lane", "hall  ONE"))
    assert covers(named, INTENDED) == ()
    assert [reason.code for reason in covers(named, replace(INTENDED, site="Hall Two"))] == ["site"]


@pytest.mark.parametrize(
    ("scope", "codes"),
    [
        (SiteScope.SINGLE_SITE, ["site"]), (SiteScope.BRANCH, ["site"]), (SiteScope.CAMPUS, ["site"]),
        (SiteScope.DISTRICT, []), (SiteScope.CONSORTIUM, []),
    ],
)  # fmt: skip
def test_a_licence_for_one_site_stays_where_it_was_first_used(scope: SiteScope, codes: list[str]) -> None:
    held = replace(HELD, grants=replace(GRANTS, site_scope=scope), sites_used=("Hall Two",))
    assert [reason.code for reason in covers(held, INTENDED)] == codes


def test_members_may_come_to_what_is_for_members() -> None:
    held = replace(HELD, grants=replace(GRANTS, members_only=True))
    assert covers(held, replace(INTENDED, watchers=frozenset({Watcher.MEMBERS}))) == ()


def test_caps_and_counts_of_screenings_are_not_asked_of_a_class() -> None:
    both = replace(
        GRANTS, uses=frozenset({Use.CLASSROOM, Use.PUBLIC_SCREENING}), audience_cap=5, screenings=1
    )
    assert covers(replace(HELD, grants=both), replace(INTENDED, use=Use.CLASSROOM)) == ()


def test_an_enrolment_that_nobody_gave_is_asked_for_and_never_counts_as_none() -> None:
    held = replace(HELD, grants=replace(GRANTS, enrolment_most=1000))
    unknown = replace(INTENDED, enrolment=None)
    [reason] = covers(held, unknown)
    assert (reason.code, str(reason)) == (
        "enrolment",
        "It is for institutions with at most 1000 enrolled. Say how many are enrolled in yours: enter it on the institution’s page.",
    )
    assert covers(HELD, unknown) == ()
