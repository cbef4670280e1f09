"""Certificates: a licence's signed terms, and the short proof in the QR code."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from licensing.documents.proof.signing import canonical, read_signed, sign
from licensing.models import Licence
from licensing.terms.days import office_today
from licensing.terms.spans import Standing

DIGEST_BYTES = 15
SIGNED_WORDS = {
    "language": "lang",
    "licensor": "licensor",
    "words": "terms",
    "not_granted": "exclusions",
    "definitions": "definitions",
    "licence_terms": "licence_terms",
    "copy_delivered": "copy",
}
"""Which of a certificate's words are signed: their name in the statement, and in the licence's document."""
SITE_SAID = ("institution", "name", "kind", "address")
"""What the statement says of each named site."""

BARRED = {
    Standing.SUSPENDED: gettext_noop("Licence %(number)s is suspended: %(because)s"),
    Standing.REVOKED: gettext_noop("Licence %(number)s was revoked: %(because)s"),
    Standing.SUPERSEDED: gettext_noop("Licence %(number)s was replaced by another licence: %(because)s"),
}


class Verdict(StrEnum):
    VALID = "valid"
    NOT_YET = "not-yet"
    ENDED = "ended"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"
    TAMPERED = "tampered"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result on the check page: a verdict for programs, a sentence for people, and the licence if there is one."""

    verdict: Verdict
    sentence: str
    licence: Licence | None = None

    @property
    def is_valid(self) -> bool:
        return self.verdict is Verdict.VALID


def terms(licence: Licence) -> dict[str, Any]:
    """What the signature covers: if any of it is changed in the database, the check fails."""
    return {
        "number": licence.number,
        "licensee": licence.licensee_name,
        "work": licence.film_id,
        "type": licence.type_name,
        "grants": licence.grants,
        "starts_on": licence.starts_on.isoformat(),
        "ends_on": licence.ends_on_as_signed.isoformat() if licence.ends_on_as_signed else None,
        "countries": sorted(licence.countries),
    } | ({"sites": sorted(licence.sites)} if licence.sites else {})


def sign_certificate(licence: Licence) -> str:
    """The whole statement as a compact JWS: the terms, also in the words on the paper, the film, and the licensor."""
    said = licence.document.get("film", {}).get("said", {})
    film = {"title": str(licence.film), "year": licence.film.year, "runtime": licence.film.runtime, **said}
    words = {name: licence.document[key] for name, key in SIGNED_WORDS.items() if licence.document.get(key)}
    more = {
        "order": licence.line.order.number,
        "issued_at": licence.issued_at.isoformat(timespec="seconds"),
        "sites_at": [{key: site[key] for key in SITE_SAID} for site in licence.named_sites],
    }
    return sign({"iss": settings.SITE_URL, "film": film, **words, **more, **terms(licence)})


def check_token(licence: Licence) -> str:
    """The short proof: the number and a digest of the terms, signed."""
    return sign({"n": licence.number, "d": _digest(licence)})


def check_address(licence: Licence) -> str:
    """The absolute address of the check page, which is in the QR code."""
    return settings.SITE_URL + reverse("licensing:check", args=[check_token(licence)])


def check(token: str, *, on: date | None = None) -> CheckResult:
    """Whether a proof is ours, unaltered and in force on a day (by default today at the office). One query."""
    proof = read_signed(token)
    if proof is None:
        return CheckResult(
            Verdict.TAMPERED,
            _(
                "This proof does not have our signature: it was altered, cut short or mistyped, or is not ours."
            ),
        )
    number = str(proof.get("n", ""))
    licence = Licence.objects.with_listing().filter(number=number).first()
    if licence is None:
        return CheckResult(
            Verdict.UNKNOWN, _("We have no licence with the number %(number)s.") % {"number": number}
        )
    if proof.get("d") != _digest(licence):
        return CheckResult(
            Verdict.TAMPERED,
            _(
                "The terms of licence %(number)s are not those that were signed. Ask the office for a new certificate."
            )
            % {"number": number},
        )
    return _in_force(licence, on or office_today())


def _in_force(licence: Licence, on: date) -> CheckResult:
    values = {"number": licence.number, "because": licence.status_because}
    standing = licence.standing(on)
    if standing in BARRED:
        return CheckResult(Verdict(standing), _(BARRED[standing]) % values, licence)
    if standing is Standing.NOT_YET:
        sentence = _("Licence %(number)s is genuine, but does not begin until %(day)s.")
        return CheckResult(Verdict.NOT_YET, sentence % (values | _day(licence.starts_on)), licence)
    if licence.ends_on and standing is Standing.ENDED:
        sentence = _("Licence %(number)s is genuine, but ended on %(day)s.")
        return CheckResult(Verdict.ENDED, sentence % (values | _day(licence.ends_on)), licence)
    if licence.ends_on is None:
        sentence = _("Licence %(number)s is genuine and in force, without an end date.") % values
    else:
        sentence = _("Licence %(number)s is genuine and in force until %(day)s.") % (
            values | _day(licence.ends_on)
        )
    return CheckResult(Verdict.VALID, sentence, licence)


def _day(day: date) -> dict[str, str]:
    return {"day": date_format(day, "DATE_FORMAT")}


def _digest(licence: Licence) -> str:
    return urlsafe_b64encode(hashlib.sha256(canonical(terms(licence))).digest()[:DIGEST_BYTES]).decode()
