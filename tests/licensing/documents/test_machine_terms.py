"""A licence for other programs: ODRL 2.2 and FOLIO's fields; who may read them."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.documents.proof.folio import folio_of
from licensing.documents.proof.odrl import BY_DATES, odrl_of
from licensing.licences.suspending import suspend
from licensing.models import Institution, Licence, LicenceType
from licensing.terms.rights import Admission, Carrier, Grants, SiteScope, Use, Watcher
from licensing.terms.spans import Standing
from office.models import Distributor
from tests.licensing.conftest import licence_of, signed_in

ADDRESSES = ("odrl.jsonld", "folio.json")


@pytest.fixture
def once(school: Institution, teacher: User, film: Film, screening: LicenceType) -> Licence:
    return licence_of(school, teacher, film, screening)


def test_odrl_says_what_is_permitted_on_which_days_and_where(once: Licence) -> None:
    agreement = odrl_of(once)
    (permission,) = agreement["permission"]
    assert (agreement["@type"], permission["action"]) == ("Agreement", "present")
    constraints = {
        (each["leftOperand"], each["operator"]): each["rightOperand"] for each in permission["constraint"]
    }
    assert constraints == {
        ("dateTime", "gteq"): {"@value": "2027-03-01", "@type": "xsd:date"},
        ("dateTime", "lteq"): {"@value": "2028-02-29", "@type": "xsd:date"},
        ("spatial", "isAnyOf"): ["https://www.iso.org/obp/ui/#iso:code:3166:US"],
        ("lt:siteScope", "eq"): "single-site",
        ("count", "lteq"): {"@value": 1, "@type": "xsd:integer"},
        ("lt:audience", "lteq"): {"@value": 100, "@type": "xsd:integer"},
        ("lt:admission", "eq"): "cost-recovery",
        ("lt:publicAdvertising", "eq"): {"@value": True, "@type": "xsd:boolean"},
        ("lt:membersOnly", "eq"): {"@value": False, "@type": "xsd:boolean"},
        ("lt:indoorOnly", "eq"): {"@value": True, "@type": "xsd:boolean"},
    }  # fmt: skip
    assert permission["duty"][0]["action"] == "inform"


def test_odrl_prohibits_every_use_that_is_not_granted(once: Licence) -> None:
    prohibited = [each["action"] for each in odrl_of(once)["prohibition"]]
    assert prohibited == [
        "play",
        "lt:showInClass",
        "stream",
        "lt:streamToSignedIn",
        "lt:screenOnline",
        "lt:broadcast",
        "lt:showClips",
        "lend",
    ]


def test_folio_has_its_fields_and_terms(once: Licence) -> None:
    record = folio_of(once, Standing.IN_FORCE)
    assert (record["status"], record["startDate"], record["endDate"]) == (
        {"value": "active"},
        "2027-03-01",
        date(2028, 2, 29).isoformat(),
    )
    assert record["customProperties"]["publicPerformanceRights"][0]["value"] == "Permitted (explicit)"
    assert record["customProperties"]["classroomUse"][0]["value"] == "Prohibited (explicit)"
    assert record["customProperties"]["concurrentAudience"][0]["value"] == 100
    assert "formatLock" not in record["customProperties"]


def test_licensor_is_the_one_that_the_certificate_names(once: Licence) -> None:
    Distributor.objects.create(
        legal_name="Long Films Inc.", address="1 Street", country="US", contact_email="a@x.example"
    )
    named = once.document["licensor"]
    assert (named, odrl_of(once)["assigner"]["dc:title"]) == ("Longtake Films (sample)", named)
    assert folio_of(once, Standing.IN_FORCE)["orgs"][0]["org"] == {"name": named}


def test_folio_says_the_standing_of_today(once: Licence, teacher: User) -> None:
    suspend(licence=once, because="A dispute.", by=None)
    answer = signed_in(teacher).get(f"/licences/{once.number}/folio.json").json()
    assert answer["status"] == {"value": "in_dispute"}


@pytest.mark.parametrize("name", ADDRESSES)
def test_terms_are_read_by_those_who_see_the_licence(
    once: Licence, teacher: User, colleague: User, office: User, outsider: User, name: str
) -> None:
    address = f"/licences/{once.number}/{name}"
    people = (teacher, colleague, office, outsider, None)
    assert [signed_in(each).get(address).status_code for each in people] == [200, 200, 200, 404, 302]
    assert address in signed_in(teacher).get(f"/licences/{once.number}/").text


WITHOUT_WORD = BY_DATES
FULL = Grants(
    uses=frozenset(Use), watchers=frozenset({Watcher.STAFF}), audience_cap=11, viewer_cap=12, enrolment_most=13,
    admission=Admission.DONATIONS, screenings=14, term_months=36, site_scope=SiteScope.CAMPUS,
    public_advertising=True, members_only=True, indoor_only=False, report_due_days=15, format_lock="the disc",
    formats=frozenset({Carrier.DISC}),
)  # fmt: skip
OTHER: dict[str, Any] = {
    "uses": frozenset({Use.LENDING}), "watchers": frozenset({Watcher.ALUMNI}), "admission": Admission.NONE,
    "site_scope": SiteScope.DISTRICT, "public_advertising": False, "members_only": False, "indoor_only": True,
    "format_lock": "the file", "formats": frozenset({Carrier.FILE}),
}  # fmt: skip


@pytest.mark.parametrize("name", [field.name for field in fields(Grants) if field.name not in WITHOUT_WORD])
def test_each_dimension_of_the_terms_is_said_in_odrl(licence: Licence, name: str) -> None:
    licence.grants = FULL.to_json()
    full = odrl_of(licence)
    licence.grants = replace(FULL, **{name: OTHER.get(name, 99)}).to_json()
    assert odrl_of(licence)["permission"] != full["permission"]
