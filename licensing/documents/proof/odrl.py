"""A licence as an ODRL 2.2 Agreement in JSON-LD (https://www.w3.org/TR/odrl-model/): permissions, prohibitions, duties.

What ODRL's common vocabulary has no word for (a class, a cap on an audience) is a word of our own profile, which
`vocabulary` defines; the sentences are those that the certificate prints.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from licensing.documents.proof.certificate import certificate_words
from licensing.documents.proof.copies import delivered_copies
from licensing.documents.proof.vocabulary import PREFIXES, namespace, profile_address
from licensing.models import Licence
from licensing.terms.rights import Admission, Grants, Use
from licensing.terms.rights.uses import SCREENED, STREAMED
from licensing.terms.words import grants_words

ACTIONS = {
    Use.PRIVATE_VIEWING: "play",
    Use.CLASSROOM: "lt:showInClass",
    Use.CAMPUS_STREAMING: "stream",
    Use.SIGNED_IN_STREAMING: "lt:streamToSignedIn",
    Use.PUBLIC_SCREENING: "present",
    Use.ONLINE_SCREENING: "lt:screenOnline",
    Use.BROADCAST: "lt:broadcast",
    Use.CLIPS: "lt:showClips",
    Use.LENDING: "lend",
}
"""The action of ODRL's vocabulary for each use, or that of our own profile."""
XSD = "http://www.w3.org/2001/XMLSchema#"
BY_DATES = frozenset({"term_months", "term_days", "perpetual"})
"""The fields of `Grants` that have no word of their own: the dates of the licence say what follows from them."""


def odrl_of(licence: Licence) -> dict[str, Any]:
    """The agreement. A use that is not granted is a prohibition, so that nobody has to guess."""
    grants = licence.terms()
    page = settings.SITE_URL + licence.get_absolute_url()
    words = certificate_words(licence)
    return {
        "@context": ["http://www.w3.org/ns/odrl.jsonld", PREFIXES | {"lt": namespace(), "xsd": XSD}],
        "@type": "Agreement",
        "uid": page,
        "profile": profile_address(),
        "dc:identifier": licence.number,
        "dc:title": licence.type_name,
        "dc:description": grants_words(grants),
        "assigner": {
            "@type": "Party",
            "uid": settings.SITE_URL,
            "dc:title": words["licensor"],
        },
        "assignee": {
            "@type": "Party",
            "uid": f"{settings.SITE_URL}/institutions/{licence.institution_id}/",
            "dc:title": licence.licensee_name,
        },
        "target": _target(licence, words["film"].get("said", {})),
        "lt:order": licence.line.order.number,
        "lt:exclusion": words.get("exclusions", []),
        "lt:definition": words.get("definitions", []),
        "lt:licenceTerms": words.get("licence_terms", {}).get("version", ""),
        "lt:copyDelivered": delivered_copies(licence) or words.get("copy", ""),
        "permission": [_permission(licence, grants, use) for use in Use if use in grants.uses],
        "prohibition": [{"action": ACTIONS[use]} for use in Use if use not in grants.uses],
    }


def _target(licence: Licence, said: dict[str, Any]) -> dict[str, Any]:
    film = licence.film
    return {
        "@type": "Asset",
        "uid": settings.SITE_URL + film.get_absolute_url(),
        "dc:title": {"@value": str(film), "@language": film.title_language},
        "dc:date": str(film.year),
        **({"dc:extent": f"PT{film.runtime}M"} if film.runtime else {}),
        "dc:creator": said.get("directors", []),
        "dc:identifier": [f"{name} {number}" for name, number in said.get("identifiers", {}).items()],
        "lt:part": [part["title"] for part in said.get("parts", [])],
    }


def _permission(licence: Licence, grants: Grants, use: Use) -> dict[str, Any]:
    permission: dict[str, Any] = {"action": ACTIONS[use], "constraint": [*_when_and_where(licence)]}
    permission["constraint"] += _of_people(grants, use)
    if use in SCREENED:
        permission["constraint"] += _of_screenings(grants)
        if grants.report_due_days is not None:
            permission["duty"] = [
                {
                    "action": "inform",
                    "constraint": [
                        _constraint("lt:daysAfterScreening", "lteq", grants.report_due_days, "xsd:integer")
                    ],
                }
            ]
    if grants.format_lock:
        permission["constraint"].append(_constraint("fileFormat", "eq", grants.format_lock))
    if grants.formats:
        permission["constraint"].append(_constraint("lt:carrier", "isAnyOf", sorted(grants.formats)))
    return permission


def _of_people(grants: Grants, use: Use) -> list[dict[str, Any]]:
    """Who may watch, how many of them, and how large the institution may be."""
    found = []
    if grants.watchers:
        found.append(_constraint("lt:watcher", "isAnyOf", sorted(grants.watchers)))
    if use in STREAMED and grants.viewer_cap is not None:
        found.append(_constraint("lt:viewers", "lteq", grants.viewer_cap, "xsd:integer"))
    if grants.enrolment_most is not None:
        found.append(_constraint("lt:enrolment", "lteq", grants.enrolment_most, "xsd:integer"))
    return found


def _when_and_where(licence: Licence) -> list[dict[str, Any]]:
    constraints = [_constraint("dateTime", "gteq", licence.starts_on.isoformat(), "xsd:date")]
    if licence.ends_on:
        constraints.append(_constraint("dateTime", "lteq", licence.ends_on.isoformat(), "xsd:date"))
    if licence.countries:
        places = [f"https://www.iso.org/obp/ui/#iso:code:3166:{code}" for code in sorted(licence.countries)]
        constraints.append({"leftOperand": "spatial", "operator": "isAnyOf", "rightOperand": places})
    if licence.sites:
        constraints.append(_constraint("lt:site", "isAnyOf", list(licence.sites)))
    scope = licence.terms().site_scope.value
    return [*constraints, _constraint("lt:siteScope", "eq", scope)]


def _of_screenings(grants: Grants) -> list[dict[str, Any]]:
    found = []
    if grants.screenings is not None:
        found.append(_constraint("count", "lteq", grants.screenings, "xsd:integer"))
    if grants.audience_cap is not None:
        found.append(_constraint("lt:audience", "lteq", grants.audience_cap, "xsd:integer"))
    if grants.admission is not Admission.CHARGED:
        found.append(_constraint("lt:admission", "eq", grants.admission.value))
    found.extend(
        _constraint(f"lt:{name}", "eq", value, "xsd:boolean")
        for name, value in (
            ("publicAdvertising", grants.public_advertising),
            ("membersOnly", grants.members_only),
            ("indoorOnly", grants.indoor_only),
        )
    )
    return found


def _constraint(left: str, operator: str, right: object, kind: str = "") -> dict[str, Any]:
    value = {"@value": right, "@type": kind} if kind else right
    return {"leftOperand": left, "operator": operator, "rightOperand": value}
