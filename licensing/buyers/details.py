"""An institution's own details, and sites, as its administrators keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.buyers.administering import CHANGE, administered
from licensing.models import Institution, Site
from office.permissions import may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_ROWS = 200
"""Sites, or mailboxes, of one institution."""


@transaction.atomic
def revise_details(
    *,
    institution: Institution,
    by: User,
    legal_name: str,
    tier: str,
    country: str,
    bill_to: str,
    ship_to: str,
    state: str | None = None,
    enrolment: int | None = None,
) -> Institution:
    """Changes names and addresses. What the office has verified (legal name, tier, country, state, a number enrolled that was
    given) only the office changes.

    A state that is not known yet may be added; None leaves it. Raises Refused (codes `not-administrator`, `verified`), or ValidationError for an invalid value.
    """
    row = administered(institution, by)
    identity = (" ".join(legal_name.split()), tier, country)
    state = row.state if state is None else state
    is_changed = identity != (row.legal_name, row.tier, row.country) or (row.state and state != row.state)
    if row.is_verified and is_changed and not may(by, CHANGE):
        raise Refused(
            _(
                "The legal name, tier, country and state have been verified. Write to the office to change them."
            ),
            "verified",
        )
    if row.is_verified and row.enrolment not in {None, enrolment} and not may(by, CHANGE):
        raise Refused(
            _("The number enrolled decides your prices. Write to the office to change it."), "enrolment"
        )
    row.enrolment = enrolment
    row.state = state
    row.legal_name, row.tier, row.country = identity
    row.bill_to, row.ship_to = bill_to.strip(), ship_to.strip()
    row.full_clean()
    row.save(update_fields=["legal_name", "tier", "country", "state", "bill_to", "ship_to", "enrolment"])
    return row


@transaction.atomic
def add_site(*, institution: Institution, by: User, name: str, kind: str, address: str = "") -> Site:
    """Adds a place that licences can name. Raises Refused (codes `not-administrator`, `too-many`), or ValidationError."""
    row = administered(institution, by)
    refuse_full(row.sites.count())
    site = Site(institution=row, name=" ".join(name.split()), kind=kind, address=address.strip())
    site.full_clean()
    site.save()
    return site


@transaction.atomic
def site_named(*, institution: Institution, by: User, name: str, kind: str, address: str = "") -> Site:
    """The institution's site of this name, added if there is none, so that a form sent twice adds one. Raises as `add_site`."""
    row = administered(institution, by)
    named = row.sites.filter(name__iexact=" ".join(name.split())).first()
    return named or add_site(institution=row, by=by, name=name, kind=kind, address=address)


@transaction.atomic
def remove_site(*, site: Site, by: User) -> None:
    """Licences that name it keep its name. Raises Refused (code `not-administrator`). Idempotent."""
    administered(site.institution, by)
    Site.objects.filter(pk=site.pk).delete()


def refuse_full(count: int) -> None:
    if count >= MOST_ROWS:
        raise Refused(_("This list is full. Remove a row that is no longer needed."), "too-many")
