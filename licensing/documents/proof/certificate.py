"""The certificate of a licence: who may do what with which film until when, and how to check that it is genuine.

Its words are composed once, when the licence is issued, and stored with it. The PDF is made from them and the signature.
"""

from __future__ import annotations

import io
from itertools import batched
from typing import Any

import segno
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.models import Film, Title
from catalog.reels.films import film_reel
from catalog.reels.reel import Reel
from licensing.documents.letterhead import drawn, letterhead, postal_lines
from licensing.documents.proof.copies import promised_copy
from licensing.documents.proof.film_said import Directors, directors_of, film_facts, film_lines
from licensing.documents.proof.proofs import check_address
from licensing.models import Licence
from licensing.terms.days import office_day, office_today
from licensing.terms.words import definition_words, exclusion_words, grants_words
from licensing.typesetting.pdf import typeset
from office.distributor.snapshot import Seller, Selling
from wording.durations import length_text
from wording.enumeration import all_of

PROOF_LINE = 108
"""How many characters of the signed statement are on one line of the certificate."""


def certificate_pdf(licence: Licence) -> bytes:
    """Letter or A4, tagged (PDF/UA-1), in the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    words = certificate_words(licence)
    proof = {"qr": qr_svg(words["check"]), "proof": _lines_of(licence.certificate)}
    return typeset("certificate", drawn(words) | proof, made_at=licence.issued_at)


def certificate_words(licence: Licence) -> dict[str, Any]:
    """The words of a certificate. If it is older than the storing of words, they are composed now, in the office's language."""
    return licence.document or compose_certificate(licence)


def compose_certificate(
    licence: Licence, selling: Selling | None = None, directors: Directors | None = None
) -> dict[str, Any]:
    """The words of a certificate in the office's language, and the address in its QR code.

    `selling` is the licensor, `directors` those of the film; whoever composes several reads them once.
    """
    directors = directors or directors_of([licence.film])
    seller = (selling or Selling.on(office_today())).snapshot()
    with override(settings.LANGUAGE_CODE):
        words = _words(licence, seller, directors[licence.film_id]) | _licensor(licence, seller)
        return {"lang": settings.LANGUAGE_CODE, "check": check_address(licence), **words}


def qr_svg(address: str) -> str:
    """The address as a QR code (ISO/IEC 18004), including the quiet zone."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", xmldecl=False, border=2)
    return out.getvalue().decode()


def _lines_of(proof: str) -> list[str]:
    return ["".join(line) for line in batched(proof, PROOF_LINE)]


def _licensor(licence: Licence, seller: Seller) -> dict[str, Any]:
    """Who grants the licence, who signs it, on which terms and under which law."""
    terms = seller["terms"]
    signed = [seller["signatory"], seller["signatory_title"]]
    head = letterhead(seller, buyer_country=licence.institution.country, template="certificate")
    conditions = (
        [
            [_("Licence terms"), _("version %(version)s, %(address)s") % terms],
            [_("Governing law"), terms["governing_law"]],
        ]
        if terms
        else []
    )
    return {
        "set": head["set"],
        "page_of": head["page_of"],
        "licensor_lines": head["seller_lines"],
        "licensor_facts": head["seller_facts"],
        "conditions": conditions,
        "licence_terms": dict(terms) if terms else {},
        "signed_by": {
            "label": _("Signed for the licensor"),
            "lines": [line for line in signed if line],
            "for": seller["legal_name"],
        },
    }


def _words(licence: Licence, seller: Seller, directors: list[str]) -> dict[str, Any]:
    reel = film_reel(licence.film.whole, covered={licence.film_id}, filled_means=_("covered"))
    title = _("Certificate of licence")
    return {
        "title": title,
        "foot": f"{seller['legal_name']} · {licence.number}",
        "licensor": seller["legal_name"],
        "number": licence.number,
        "licensee": licence.licensee_name,
        "licensee_lines": postal_lines(licence.institution.bill_to.splitlines(), licence.institution.country),
        "film": _film(licence.film, directors),
        "copy": promised_copy(licence.line.licence_type),
        "reel": _reel(reel),
        "reel_words": reel.summary(),
        "facts": _facts(licence),
        "terms": grants_words(licence.terms()),
        "exclusions": exclusion_words(licence.terms()),
        "definitions": definition_words(licence.terms()),
        "words": {
            "made_out_to": _("Made out to"),
            "film": _("For the film"),
            "terms": _("What it grants"),
            "exclusions": _("What it does not grant"),
            "definitions": _("What the words mean"),
            "qr": _("QR code of the address where this certificate is checked"),
            "check": _("Is it genuine, and still in force?"),
            "how_to_check": _(
                "The QR code opens our page about this licence. The lines below are the same terms, signed (JWS, Ed25519); "
                "our public key is at %(address)s."
            )
            % {"address": f"{settings.SITE_URL}/.well-known/jwks.json"},
        },
    }


def _film(film: Film, directors: list[str]) -> dict[str, Any]:
    titles = film.titles.all()  # those of all an order's films are loaded together
    original = next((title for title in titles if title.kind == Title.Kind.ORIGINAL), None)
    has_other = original is not None and original.text != film.title
    return {
        "title": str(film),
        "lang": film.title_language.split("-")[0],
        "original": {"text": original.text, "lang": original.language.split("-")[0]}
        if original and has_other
        else None,
        "facts": f"{film.year}, {length_text(film.runtime)}",
        "lines": film_lines(film, directors),
        "said": film_facts(film, directors),
    }


def _reel(reel: Reel) -> list[dict[str, Any]]:
    return [
        {
            "label": segment.label,
            "minutes": segment.minutes,
            "length": segment.length,
            "filled": segment.filled,
            "lang": (segment.lang or "en").split("-")[0],
        }
        for segment in reel.segments
    ]


def _facts(licence: Licence) -> list[list[str]]:
    ends = date_format(licence.ends_on, "DATE_FORMAT") if licence.ends_on else _("no end date")
    return [
        [_("Number"), licence.number],
        [_("Kind of licence"), licence.type_name],
        [_("From"), date_format(licence.starts_on, "DATE_FORMAT")],
        [_("Until and including"), ends],
        [_("Territory"), licence.territory],
        *_sites(licence),
        [_("Copy delivered"), promised_copy(licence.line.licence_type)],
        [_("Order"), licence.line.order.number],
        [_("Issued on"), date_format(office_day(licence.issued_at), "DATE_FORMAT")],
    ]


def _sites(licence: Licence) -> list[list[str]]:
    """A row for each named site, with its address as it was."""
    if not licence.named_sites:
        return [[_("Sites"), all_of(licence.sites)]] if licence.sites else []
    places = [[site["name"], *site["address"].splitlines()] for site in licence.named_sites]
    return [[_("Site"), ", ".join(filter(None, lines))] for lines in places]
