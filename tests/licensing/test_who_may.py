"""Every verb that takes a person asks whether this person may: nobody relies on the page that calls it having asked."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from moneyed import Money

import licensing.buyers
import licensing.delivery
import licensing.licences
import licensing.listing
import licensing.previews
import licensing.reports
import licensing.royalties
import licensing.sales
from accounts.models import User
from catalog.models import Film
from licensing.buyers.exemptions import hand_in_exemption
from licensing.buyers.invitations import invite
from licensing.buyers.taxes import record_tax_number
from licensing.listing.changes import Change, PriceListKey
from licensing.models import (
    DeliveryFile,
    Donation,
    EducatorPreview,
    FinderNote,
    Institution,
    Invoice,
    JoinRequest,
    Licence,
    LicenceType,
    Licensor,
    Mailbox,
    Membership,
    ReportFee,
    Site,
)
from licensing.prices.wanted import WantedLine
from licensing.sales.quoting.quotes import make_quote
from licensing.terms.royalties import Quarter
from tests.licensing.conftest import TODAY, licence_of, person
from tests.licensing.delivery.conftest import promised
from tests.licensing.reports.test_reports import owed
from wording.refusals import Refused

ROOMS = (
    licensing.buyers, licensing.delivery, licensing.licences, licensing.listing, licensing.previews, licensing.reports,
    licensing.royalties, licensing.sales,
)  # fmt: skip
FOR_EVERYBODY = {
    "register_institution": "whoever signs in may register one; a rule or the office verifies it",
    "ask_to_join": "a stranger asks; the administrators answer",
    "may_be_here": "a reader for whoever registers, who is shown nothing of what it finds",
    "give": "whoever signs in may give; in an institution's name only who may order for it",
    "leave": "ends one's own membership, if there is one",
    "renewable_among": "a reader that returns only what the person may order",
}
"""Verbs that refuse nobody for who they are, each with its reason."""
REFUSALS = {
    "office-only", "not-allowed", "not-a-member", "not-administrator", "members-only", "not-yours", "other-address",
    "may-not-keep",
}  # fmt: skip

type Verb = Callable[..., object]


def verbs() -> Iterator[tuple[str, Verb]]:
    """Every public function of these rooms with a keyword `by`, by name."""
    for room in ROOMS:
        for found in walk_packages(room.__path__, f"{room.__name__}."):
            module = import_module(found.name)
            for name, verb in vars(module).items():
                if (
                    inspect.isfunction(verb)
                    and verb.__module__ == module.__name__
                    and not name.startswith("_")
                ):
                    taken = inspect.signature(verb).parameters.get("by")
                    if taken is not None and taken.kind is inspect.Parameter.KEYWORD_ONLY:
                        yield name, verb


VERBS = dict(verbs())


type Things = dict[str, Any]
"""Something real for each name that a parameter of a verb has."""


def arguments(verb: Verb, things: Things) -> Things:
    """What the verb needs. A KeyError says which name has nothing in `things` yet."""
    parameters = inspect.signature(verb).parameters.values()
    return {each.name: things[each.name] for each in parameters if each.default is each.empty}


@pytest.fixture
def clerk(db: None) -> User:
    """Of the staff, and nothing more: no permission, no membership."""
    return person("clerk@distributor.example", is_staff=True)


PLAIN: Things = {
    "numbers": ["LIC-2027-0001"], "charges": [], "words": [], "question": ["X"], "answer": ["X"], "allowed": 5, "attendance": 1,
    "screenings": 1,
}  # fmt: skip
WORDS: Things = {
    "because": "A test.", "how": "revoked", "legal_name": "X", "tier": "k-12", "country": "US", "bill_to": "",
    "ship_to": "", "name": "X", "kind": "building", "matter": "library", "email": "x@school.example",
    "role": "reader", "number": "1", "title": "X", "venue": "X", "servers": "X", "send_to": "x@school.example",
    "carrier": "X", "sent_to": "X", "way": "disc", "method": "transfer", "reference": "1", "event_key": "transfer:1",
    "request_key": "test", "token": "test", "what": "file-1", "course": "X", "why": "X", "licences": "revoked", "admission": "none", "query": "",
}  # fmt: skip


@pytest.fixture
def things(
    school: Institution, invoice: Invoice, teacher: User, colleague: User, office: User, outsider: User, film: Film,
    rails: Film, site: LicenceType, screening: LicenceType, copy: LicenceType, clerk: User,
) -> Things:  # fmt: skip
    paper = SimpleUploadedFile("ex.pdf", b"%PDF-1.7 a certificate %%EOF")
    shown = licence_of(school, teacher, film, screening)
    rows = {
        "order": invoice.order,
        "invoice": invoice,
        "quote": make_quote(institution=school, lines=[(film, site)], by=teacher, starts_on=TODAY),
        "licence": Licence.objects.get(line__order=invoice.order),
        "successor": shown,
        "delivery": promised("disc", school, teacher, rails, site),
        "file": DeliveryFile(path="rust/film.mp4", size=1),
        "report": owed(shown),
        "fee": ReportFee(licence=shown, amount=Money(5, "USD")),
        "licensor": Licensor.objects.create(name="Ninth Reel Films", address="8 River Road", country="CN"),
        "membership": Membership.objects.get(user=colleague),
        "invitation": invite(institution=school, email="guest@school.example", role="reader", by=teacher),
        "request": JoinRequest.objects.create(institution=school, user=outsider),
        "exemption": hand_in_exemption(institution=school, by=teacher, country="US", file=paper),
        "tax_number": record_tax_number(institution=school, by=teacher, kind="us-ein", number="91-1144442"),
        "note": FinderNote.objects.create(
            institution=school, asked_on=TODAY, question="X", answer="Y", language="en"
        ),
        "preview": EducatorPreview.objects.create(
            film=film, institution=school, asked_by=teacher, course="X", why="Y"
        ),
        "site": Site.objects.create(institution=school, name="The library", kind="building"),
        "mailbox": Mailbox.objects.create(institution=school, matter="library", email="library@school.example"),
    }  # fmt: skip
    days = ("first_day", "last_day", "starts_on", "received_on", "refunded_on", "paid_on", "until", "on")
    return rows | WORDS | PLAIN | dict.fromkeys(days, TODAY) | {
        "by": clerk,
        "institution": school,
        "film": film,
        "donation": Donation(),
        "lines": [WantedLine(film=film, licence_type=site)],
        "amount": Money(1, "USD"),
        "box_office": Money(0, "USD"),
        "quarter": Quarter(2026, 4),
        "of": PriceListKey(tier="k-12", currency="USD"),
        "changes": [Change(film=film.pk, licence_type=site.pk, old=None, new=None)],
    }  # fmt: skip


def why_not(verb: Verb, given: Things) -> str:
    """The code of the verb's refusal; nothing of what it did stays."""
    with transaction.atomic():
        try:
            verb(**given)
        except Refused as refused:
            return refused.error_list[0].code or ""
        finally:
            transaction.set_rollback(True)
    return "did it"


def test_every_verb_refuses_one_of_the_staff_without_permission(things: Things) -> None:
    asked = VERBS.keys() - FOR_EVERYBODY.keys()
    lines = {"end_credited": {"lines": [things["licence"].line_id]}}
    answers = {
        name: why_not(VERBS[name], arguments(VERBS[name], things | lines.get(name, {})))
        for name in sorted(asked)
    }
    assert {name: why for name, why in answers.items() if why not in REFUSALS} == {}


def test_what_is_for_everybody_is_there() -> None:
    assert FOR_EVERYBODY.keys() <= VERBS.keys()


def test_the_system_is_refused_nothing(things: Things) -> None:
    """`by` None: a payment by card, whose invoice nobody issues."""
    things["by"] = None
    verb = VERBS["record_payment"]
    assert getattr(verb(**arguments(verb, things)), "recorded_by", "") is None
