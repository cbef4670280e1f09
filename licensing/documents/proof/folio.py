"""A licence with the fields that FOLIO's licences have (mod-licenses), so that a library need not type it again.

`name`, `type`, `status`, `startDate`, `endDate`, `endDateSemantics`, `orgs`, and `customProperties`: terms under names, each
a list of one value with its public note.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from licensing.documents.proof.certificate import certificate_words
from licensing.documents.proof.copies import delivered_copies
from licensing.models import Licence
from licensing.terms.rights import Grants, Use
from licensing.terms.spans import Standing
from licensing.terms.words import grants_words

STATUSES = {
    Standing.NOT_YET: "not_yet_active",
    Standing.IN_FORCE: "active",
    Standing.ENDED: "expired",
    Standing.SUSPENDED: "in_dispute",
    Standing.REVOKED: "terminated",
    Standing.SUPERSEDED: "superseded",
}
YES, NO = "Permitted (explicit)", "Prohibited (explicit)"
"""As FOLIO's reference values for permissions are labelled."""


def folio_of(licence: Licence, standing: Standing) -> dict[str, Any]:
    """The licence as JSON; `standing` is that of the day on which it is asked for."""
    page = settings.SITE_URL + licence.get_absolute_url()
    return {
        "name": f"{licence.film} ({licence.number})",
        "description": " ".join(grants_words(licence.terms())),
        "type": {"value": "local", "label": licence.type_name},
        "status": {"value": STATUSES[standing]},
        "startDate": licence.starts_on.isoformat(),
        "endDate": licence.ends_on.isoformat() if licence.ends_on else None,
        "endDateSemantics": {"value": "explicit" if licence.ends_on else "open_ended"},
        "orgs": [
            {
                "org": {"name": certificate_words(licence)["licensor"]},
                "roles": [{"role": {"value": "licensor"}}],
            },
            {"org": {"name": licence.licensee_name}, "roles": [{"role": {"value": "licensee"}}]},
        ],
        "alternateNames": [{"name": licence.number}],
        "docs": [{"name": "Certificate", "url": f"{page}certificate.pdf"}],
        "customProperties": _terms(licence, licence.terms()),
    }


def _terms(licence: Licence, grants: Grants) -> dict[str, Any]:
    values: dict[str, object] = {
        "publicPerformanceRights": YES if Use.PUBLIC_SCREENING in grants.uses else NO,
        "classroomUse": YES if Use.CLASSROOM in grants.uses else NO,
        "signedInStreaming": YES if Use.SIGNED_IN_STREAMING in grants.uses else NO,
        "onlineScreening": YES if Use.ONLINE_SCREENING in grants.uses else NO,
        "broadcast": YES if Use.BROADCAST in grants.uses else NO,
        "clips": YES if Use.CLIPS in grants.uses else NO,
        "privateViewing": YES if Use.PRIVATE_VIEWING in grants.uses else NO,
        "authorisedUsers": ", ".join(sorted(grants.watchers)),
        "viewers": grants.viewer_cap,
        "enrolmentMost": grants.enrolment_most,
        "carriers": ", ".join(sorted(grants.formats)),
        "sites": "; ".join(licence.sites),
        "streaming": YES if Use.CAMPUS_STREAMING in grants.uses else NO,
        "lending": YES if Use.LENDING in grants.uses else NO,
        "siteScope": grants.site_scope.value,
        "territory": licence.territory,
        "concurrentAudience": grants.audience_cap,
        "screenings": grants.screenings,
        "admission": grants.admission.value,
        "publicAdvertising": YES if grants.public_advertising else NO,
        "membersOnly": grants.members_only,
        "indoorOnly": grants.indoor_only,
        "reportDueDays": grants.report_due_days,
        "formatLock": grants.format_lock,
        **_signed(licence),
    }
    given = {name: value for name, value in values.items() if value not in (None, "", [])}
    return {name: [{"value": value, "internal": False}] for name, value in given.items()}


def _signed(licence: Licence) -> dict[str, Any]:
    """What the signed words say of film, order, terms and copy. A certificate of before they did says less."""
    words = certificate_words(licence)
    said, terms = words["film"].get("said", {}), words.get("licence_terms", {})
    return {
        "order": licence.line.order.number,
        "directors": "; ".join(said.get("directors", [])),
        "parts": "; ".join(part["title"] for part in said.get("parts", [])),
        "runtimeMinutes": licence.film.runtime,
        "identifiers": "; ".join(f"{name} {number}" for name, number in said.get("identifiers", {}).items()),
        "definitions": " ".join(words.get("definitions", [])),
        "exclusions": " ".join(words.get("exclusions", [])),
        "termsVersion": terms.get("version", ""),
        "copyDelivered": "; ".join(delivered_copies(licence)) or words.get("copy", ""),
    }
