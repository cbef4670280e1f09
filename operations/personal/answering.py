"""Answers to people who ask what is stored about them, or that it be deleted. Each is logged, without the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from office.permissions import refuse_unless_may
from operations.models import PersonalRequest
from operations.personal.holdings import Person, erased_in_order, holdings
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

PERMISSION = "operations.add_personalrequest"


@transaction.atomic
def export(*, email: str, by: User | None) -> dict[str, Any]:
    """Everything that names the person, by what it is: rows of plain values. `by` is None on the command line.

    Raises Refused (codes `office-only`, `nothing-stored`).
    """
    refuse_unless_may(by, PERMISSION)
    person = Person.of(email)
    found = {each.name: [dict(row) for row in each.rows(person)] for each in holdings()}
    given = {name: rows for name, rows in found.items() if rows}
    _refuse_nothing(given)
    _log(PersonalRequest.What.EXPORT, person, {name: len(rows) for name, rows in given.items()}, by)
    return {"address": person.email, "site": settings.SITE_URL, "stored": given}


@transaction.atomic
def erase(*, email: str, by: User | None) -> dict[str, int]:
    """Deletes what names the person, but for what must be kept (`kept_of`). Returns how many rows of each kind.

    All or nothing: raises Refused (codes `office-only`, `nothing-stored`, and those of each holding, such as `last-administrator`).
    """
    refuse_unless_may(by, PERMISSION)
    person = Person.of(email)
    _refuse_nothing({each.name: True for each in holdings() if any(True for _row in each.rows(person))})
    erased = {each.name: each.erase(person) for each in erased_in_order()}
    done = {name: count for name, count in erased.items() if count}
    _log(PersonalRequest.What.ERASURE, person, done, by)
    return done


def kept_of(email: str) -> dict[str, str]:
    """What stays about a person, by what it is, with the reason."""
    person = Person.of(email)
    return {
        each.name: each.kept for each in holdings() if each.kept and any(True for _row in each.rows(person))
    }


def trace_of(email: str) -> str:
    """By which a request can be found again for an address that one knows, and from which the address cannot be told."""
    return salted_hmac("operations.personal", email.strip().lower(), algorithm="sha256").hexdigest()


def _refuse_nothing(found: Mapping[str, object]) -> None:
    if not found:
        raise Refused(_("Nothing is stored about this address."), "nothing-stored")


def _log(what: str, person: Person, counts: Mapping[str, int], by: User | None) -> None:
    PersonalRequest.objects.create(
        what=what, trace=trace_of(person.email), counts=dict(counts), answered_by=by
    )
