"""The quote: composed and set as the invoice is, with the day until which it is valid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.documents.bills.bill import Column, Party, bill, bill_pdf, composed
from licensing.documents.bills.charges import kept_charge_words
from licensing.documents.bills.words import address_lines, day, licence_lines, money, seller_notes
from licensing.models import Quote, Tier
from licensing.terms.rights import Grants
from licensing.terms.words import grants_words
from office.distributor.snapshot import Seller, Selling
from wording.enumeration import all_of


def quote_pdf(quote: Quote) -> bytes:
    """In the language it was made in. Raises Refused (codes `unprintable`, `not-set`)."""
    return bill_pdf(quote.snapshot["document"], issued_on=quote.made_on)


def quote_snapshot(quote: Quote, lines: Sequence[dict[str, Any]], selling: Selling) -> dict[str, Any]:
    """The facts of a quote that is about to be saved, and under `document` all its words, in the office's language.

    Its prices are before tax: which tax is owed is decided on the day of the invoice, as the buyer's papers are then.
    """
    institution = quote.institution
    with override(settings.LANGUAGE_CODE):
        facts = {
            "number": quote.number,
            "made_on": quote.made_on.isoformat(),
            "valid_until": quote.valid_until.isoformat(),
            "starts_on": quote.starts_on.isoformat(),
            "seller": selling.snapshot(),
            "to": {
                "legal_name": institution.legal_name,
                "address": institution.bill_to,
                "country": institution.country,
            },
            "for": quote.asked_by.name or quote.asked_by.email,
            "tier": quote.tier,
            "currency": str(quote.total.currency),
            "lines": [line | {"words": _words_of(line, str(quote.total.currency))} for line in lines],
            "total": str(quote.total.amount),
        }
    return facts | {"document": composed(_words, facts)}


def _words_of(line: dict[str, Any], currency: str) -> list[str]:
    """The grants, the days where the line has its own, how its price is made up, what a report may make due, and why its price
    is not that of the list.
    """
    words = grants_words(Grants.from_json(line["grants"]))
    if line["starts_on"] and line["ends_on"]:
        first, last = day(line["starts_on"]), day(line["ends_on"])
        words.append(_("From %(first)s until %(last)s.") % {"first": first, "last": last})
    if line["sites"]:
        words.append(_("For %(sites)s.") % {"sites": all_of([site["name"] for site in line["sites"]])})
    words += kept_charge_words(line["charges"], line["fee"], currency)
    if line["because"]:
        words.append(_("Price: %(because)s.") % {"because": line["because"].rstrip(".")})
    return words


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    to = facts["to"]
    return bill(
        seller=facts["seller"],
        buyer_country=to["country"],
        title=_("Quote %(number)s") % {"number": facts["number"]},
        reference=_("For %(name)s") % {"name": facts["for"]},
        party=Party(label=_("Quote for"), legal_name=to["legal_name"], lines=address_lines(to)),
        facts=[
            [_("Quote number"), facts["number"]],
            [_("Made on"), day(facts["made_on"])],
            [_("Valid until"), day(facts["valid_until"])],
            [_("Price tier"), str(Tier(facts["tier"]).label)],
            [_("Licences begin on"), day(facts["starts_on"])],
            [_("Currency"), facts["currency"]],
        ],
        columns=Column(what=_("Licence"), amount=_("Price")),
        lines=licence_lines(facts),
        totals=[[_("Total before tax"), money(facts["total"], facts)]],
        blocks=[],
        notes=_notes(facts, facts["seller"]),
    )


def _notes(facts: dict[str, Any], seller: Seller) -> list[str]:
    sentences = [
        _("These prices hold for orders until %(day)s; please name the number of this quote.")
        % {"day": day(facts["valid_until"])},
        _(
            "Tax, where it is owed, is added on the invoice: a certificate of exemption that we have accepted by then counts."
        ),
        _("This quote is not an invoice: nothing is owed until an order is accepted."),
    ]
    return [*sentences, *seller_notes(seller, _("Questions about this quote: %(email)s"))]
