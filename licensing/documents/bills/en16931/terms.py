"""An invoice or credit note in the business terms of EN 16931 (BT-1, BG-25 ...), from its snapshot alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from licensing.documents.bills.en16931.parties import buyer_party, seller_party
from licensing.terms.charging.tax import Treatment
from wording.refusals import Refused

INVOICE, CREDIT_NOTE = "380", "381"
TRANSFER, SEPA_TRANSFER, CHEQUE, BANK_CARD = "30", "58", "20", "48"
"""UNTDID 4461."""
ONE = "C62"
CATEGORIES = {
    Treatment.EXEMPT: ("E", None),
    Treatment.REVERSE_CHARGE: ("AE", "VATEX-EU-AE"),
    Treatment.OUTSIDE_SCOPE: ("O", "VATEX-EU-O"),
    Treatment.NOT_REGISTERED: ("O", "VATEX-EU-O"),
    Treatment.NO_RULES: ("O", "VATEX-EU-O"),
}
"""UNTDID 5305, and the code of the reason (CEF VATEX), for each way of charging no tax. Charged is S, at 0 percent Z."""


def invoice_terms(facts: dict[str, Any]) -> dict[str, Any]:
    """Raises Refused (codes `no-seller-number`, `no-electronic-form` for one from before sellers were kept)."""
    return _common(facts, INVOICE, sign=1) | {
        "BT-9": date.fromisoformat(facts["due_on"]),
        "BT-83": facts["number"],
        **_payment(facts),
    }


def credit_note_terms(facts: dict[str, Any]) -> dict[str, Any]:
    """Positive amounts: that they are taken back is said by the type. Raises Refused as `invoice_terms`."""
    return _common(facts, CREDIT_NOTE, sign=-1) | {
        "BT-20": _ours(gettext_noop("Credited to invoice %(number)s.")) % {"number": facts["invoice"]},
        "BG-3": [{"BT-25": facts["invoice"], "BT-26": date.fromisoformat(facts["invoice_issued_on"])}],
    }


def _common(facts: dict[str, Any], kind: str, *, sign: int) -> dict[str, Any]:
    refuse_without_seller(facts)
    category, _code = _category(facts)
    with_vat = category != "O"  # BR-O-02: who is outside the scope names no VAT numbers
    tax, total, net = _sum(facts, sign), sign * Decimal(facts["total"]), sign * Decimal(facts["subtotal"])
    shares = facts.get("purchase_orders") or []
    number = shares[0]["number"] if shares else facts.get("purchase_order") or ""
    cost_centre = shares[0]["cost_centre"] if shares else ""
    terms = {
        "BT-1": facts["number"],
        "BT-2": date.fromisoformat(facts["issued_on"]),
        "BT-3": kind,
        "BT-5": facts["currency"],
        "BT-10": cost_centre or number or facts["order"],
        "BT-13": number or None,
        "BT-14": facts["order"] if number else None,
        "BT-19": cost_centre or None,
        "BG-1": [{"BT-22": note} for note in _notes(facts, shares)],
        "BG-4": seller_party(facts, with_vat=with_vat),
        "BG-7": buyer_party(facts, with_vat=with_vat),
        "BT-72": date.fromisoformat(facts["issued_on"]),  # licences are issued with it
        "BT-106": _written(net),
        "BT-109": _written(net),
        "BT-110": _written(tax),
        "BT-112": _written(total),
        "BT-115": _written(total),
        "BG-23": [_breakdown(facts, net, tax)],
        "BG-25": [_line(facts, at, line, sign) for at, line in enumerate(facts["lines"], start=1)],
    }
    return {key: value for key, value in terms.items() if value not in (None, [])}


def refuse_without_seller(facts: dict[str, Any]) -> None:
    """Raises Refused (code `no-electronic-form`) for a document that was issued before sellers and taxes were kept in it."""
    if not facts.get("seller") or "treatment" not in facts:
        raise Refused(
            _("This document is older than electronic invoices: it is available as a PDF only."),
            "no-electronic-form",
        )


def _notes(facts: dict[str, Any], shares: list[dict[str, str]]) -> list[str]:
    """What the terms have no place for: further purchase orders, and which taxes make up the one rate."""
    taxes = [f"{tax['label']}: {tax['amount']}" for tax in facts["tax"]] if len(facts["tax"]) > 1 else []
    papers = [f"{share['number']} {share['cost_centre']} {share['amount']}" for share in shares[1:]]
    reasons = [facts["because"]] if "because" in facts else []
    return [*reasons, *taxes, *papers]


def _category(facts: dict[str, Any]) -> tuple[str, str | None]:
    """The category of tax (UNTDID 5305) and the code of the reason. Without our VAT number a reverse charge is outside the scope."""
    treatment = Treatment(facts["treatment"])
    if treatment == Treatment.CHARGED:
        return ("S" if _rate(facts) else "Z", None)
    if treatment == Treatment.REVERSE_CHARGE and not facts["seller"]["vat_number"]:
        return CATEGORIES[Treatment.OUTSIDE_SCOPE]
    return CATEGORIES[treatment]


def _rate(facts: dict[str, Any]) -> Decimal:
    """Several taxes on the same base are one rate: the standard knows one for a line."""
    return sum((Decimal(tax["rate"]) for tax in facts["tax"]), Decimal(0))


def _sum(facts: dict[str, Any], sign: int) -> Decimal:
    return sign * sum((Decimal(tax["amount"]) for tax in facts["tax"]), Decimal(0))


def _breakdown(facts: dict[str, Any], net: Decimal, tax: Decimal) -> dict[str, Any]:
    category, code = _category(facts)
    parts: dict[str, Any] = {"BT-116": _written(net), "BT-117": _written(tax), "BT-118": category}
    if category != "O":
        parts["BT-119"] = f"{_rate(facts):f}"
    if category in {"E", "AE", "O"}:
        parts["BT-120"] = _reason(facts, category)
        if code:
            parts["BT-121"] = code
    return parts


def _reason(facts: dict[str, Any], category: str) -> str:
    if category == "AE":
        return "Reverse charge"  # the directive's own words (article 226, 11a), in every language's invoice
    return facts["tax_because"] or _ours(gettext_noop("Not subject to VAT"))


def _line(facts: dict[str, Any], at: int, line: dict[str, Any], sign: int) -> dict[str, Any]:
    category, _code = _category(facts)
    amount = _written(sign * Decimal(line["amount"]))
    parts: dict[str, Any] = {
        "BT-126": str(at),
        "BT-129": "1",
        "BT-130": ONE,
        "BT-131": amount,
        "BT-146": amount,
        "BT-151": category,
        "BT-153": ", ".join(filter(None, (line["film"], line["type"]))),
    }
    if category != "O":
        parts["BT-152"] = f"{_rate(facts):f}"
    if line["words"]:
        parts["BT-154"] = " ".join(line["words"])
    return parts


def _payment(facts: dict[str, Any]) -> dict[str, Any]:
    """How it is paid (BG-16): with the account of the invoice's currency, if it is to be transferred."""
    if facts["by_card"]:
        return {"BT-81": BANK_CARD}
    bank = facts["seller"]["bank"]
    if not bank:
        return {"BT-81": CHEQUE}
    iban = bank["iban"].replace(" ", "")
    is_sepa = bool(iban) and facts["currency"] == "EUR"
    means = {
        "BT-81": SEPA_TRANSFER if is_sepa else TRANSFER,
        "BT-84": iban or bank["account_number"],
        "BT-85": bank["holder"],
        "BT-86": bank["bic"],
    }
    return {key: value for key, value in means.items() if value}


def _ours(message: str) -> str:
    """In the office's language, as the PDF is, whoever reads it."""
    with override(settings.LANGUAGE_CODE):
        return _(message)


def _written(amount: Decimal) -> str:
    return f"{amount + 0:.2f}"  # never “-0.00”
