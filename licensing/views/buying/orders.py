"""Orders as their institution sees them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.page import PersonRequest
from licensing.documents.bills.credit_note import credit_note_facturx, credit_note_pdf
from licensing.documents.bills.en16931.writing import FACTURX, ubl
from licensing.documents.bills.invoice import invoice_facturx, invoice_pdf, invoice_words
from licensing.documents.bills.receipt import receipt_pdf
from licensing.lookup import acts_for, credit_note_for, order_for, receipt_for
from licensing.models import CreditNote, Donation, Invoice, Licence, Order, Receipt
from licensing.prices.taxes import kept_charges, shown
from licensing.reports.fees import fee_of
from licensing.sales.donations.transfers import transfer_to
from licensing.sales.invoicing.balance import account_of
from licensing.sales.invoicing.entries import entries_of
from licensing.sales.ordering.acceptance import priced_otherwise
from licensing.sales.ordering.orders import cancel_order
from licensing.sales.payment.card import close_card_payment
from licensing.sales.payment.gateways import GatewayTroubleError
from licensing.sales.payment.paying import BY_CARD, by_card
from licensing.terms.days import office_day
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an order; without a day it has not happened yet."""

    name: str
    day: date | None
    note: str = ""


@login_required
@require_safe
def orders(request: PersonRequest) -> HttpResponse:
    found = Order.objects.visible_to(request.user).with_listing()
    return render(request, "licensing/orders.html", {"orders": found})


@login_required
@require_safe
def order(request: PersonRequest, number: str) -> HttpResponse:
    found = order_for(request.user, number)
    invoice: Invoice | None = getattr(found, "invoice", None)
    acts = acts_for(request.user, found.institution, "licensing.change_order")
    licences = list(Licence.objects.filter(line__order=found).with_listing().order_by("pk"))
    context = {
        "order": found,
        "invoice": invoice,
        "account": account_of(invoice) if invoice else None,
        "entries": entries_of(invoice) if invoice else [],
        "taxes": [shown(each, str(found.total.currency)) for each in kept_charges(found.taxed)],
        "tax_because": found.taxed.get("because", ""),
        "shares": list(found.purchase_orders.all()),
        "licences": licences,
        "fee": fee_of(found),
        "otherwise": priced_otherwise(found, found.institution),
        "steps": _steps(found, invoice, licences),
        "can_cancel": acts and found.status == Order.Status.PLACED,
        "card": by_card(found) if acts and found.method in BY_CARD else None,
        "is_back": request.GET.get("back") == "card",
    }
    if found.kind == Order.Kind.DONATION:
        context |= {
            "transfer": transfer_to(found),
            "receipts": invoice.receipts.order_by("pk") if invoice else [],
            "can_leave_list": acts and found.donation.listing != Donation.Listing.NO,
        }
    return render(request, "licensing/order.html", context)


@login_required
@require_POST
def cancel(request: PersonRequest, number: str) -> HttpResponse:
    found = order_for(request.user, number, to="change")
    try:
        _close_card_page(found, request.user)
        cancel_order(order=found, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Order %(number)s is cancelled.") % {"number": found.number})
    return redirect(found)


@login_required
@require_safe
def invoice(request: PersonRequest, number: str) -> HttpResponse:
    found = getattr(order_for(request.user, number), "invoice", None)
    if found is None:
        raise Http404
    try:
        return pdf_response(invoice_pdf(found), f"{found.number}.pdf")
    except Refused as refused:
        context = {"invoice": found, "words": invoice_words(found), "why": " ".join(refused.messages)}
        return render(request, "licensing/invoice.html", context)


@login_required
@require_safe
def credit_note(request: PersonRequest, number: str) -> HttpResponse:
    found = credit_note_for(request.user, number)
    return _paper(request, found, partial(credit_note_pdf, found))


@login_required
@require_safe
def invoice_file(request: PersonRequest, number: str, form: str) -> HttpResponse:
    """The invoice as electronic data; a sentence on a page where it has none. Raises Http404."""
    found: Invoice | None = getattr(order_for(request.user, number), "invoice", None)
    if found is None:
        raise Http404
    return _electronic(request, found, form, partial(invoice_facturx, found), invoice_words(found))


@login_required
@require_safe
def credit_note_file(request: PersonRequest, number: str, form: str) -> HttpResponse:
    """The credit note as electronic data, as `invoice_file`."""
    found = credit_note_for(request.user, number)
    words = found.snapshot["document"]
    return _electronic(request, found, form, partial(credit_note_facturx, found), words)


def _electronic(
    request: PersonRequest,
    paper: Invoice | CreditNote,
    form: str,
    pdf: Callable[[], bytes],
    words: dict[str, Any],
) -> HttpResponse:
    try:
        if form == FACTURX:
            return pdf_response(pdf(), f"{paper.number}-facturx.pdf")
        return xml_response(ubl(paper), f"{paper.number}.xml")
    except Refused as refused:
        of = paper if isinstance(paper, Invoice) else paper.invoice
        context = {"invoice": of, "words": words, "why": " ".join(refused.messages)}
        return render(request, "licensing/invoice.html", context)


@login_required
@require_safe
def receipt(request: PersonRequest, number: str) -> HttpResponse:
    found = receipt_for(request.user, number)
    return _paper(request, found, partial(receipt_pdf, found))


def _paper(request: PersonRequest, paper: CreditNote | Receipt, pdf: Callable[[], bytes]) -> HttpResponse:
    """The PDF; the words on a page when it cannot be made."""
    try:
        return pdf_response(pdf(), f"{paper.number}.pdf")
    except Refused as refused:
        words = paper.snapshot["document"]
        context = {"invoice": paper.invoice, "words": words, "why": " ".join(refused.messages)}
        return render(request, "licensing/invoice.html", context)


def pdf_response(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def xml_response(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/xml", headers=headers)


def _close_card_page(order: Order, by: User) -> None:
    """Before the order is cancelled, so that nobody pays for it. If that fails, the office is notified of any payment that arrives."""
    try:
        close_card_payment(order=order, by=by)
    except GatewayTroubleError:
        log.warning("The card page of order %s could not be closed before it was cancelled.", order.number)


def _steps(order: Order, invoice: Invoice | None, licences: list[Licence]) -> list[Step]:
    if order.kind == Order.Kind.AFTER_REPORT:
        return _steps_after_report(order, invoice)
    if order.kind == Order.Kind.DONATION:
        return _steps_of_donation(order, invoice)
    placed = Step(_("Placed"), office_day(order.placed_at), str(order.placed_by))
    if order.status == Order.Status.CANCELLED:
        return [placed, Step(_("Cancelled"), None)]
    institution = order.institution
    verified_on = office_day(institution.verified_at) if institution.verified_at else None
    last = max((payment.received_on for payment in invoice.payments.all()), default=None) if invoice else None
    accepted = Step(_("Accepted"), invoice.issued_on if invoice else None, invoice.number if invoice else "")
    paid = Step(_("Paid in full"), last if order.status == Order.Status.PAID else None)
    issued = Step(
        _("Licences issued"),
        office_day(licences[0].issued_at) if licences else None,
        ", ".join(licence.number for licence in licences),
    )
    verified = Step(
        _("Institution verified"),
        verified_on if institution.is_verified else None,
        institution.verified_how,
    )
    if order.status == Order.Status.CREDITED:
        return [
            placed,
            verified,
            accepted,
            issued,
            Step(_("Credited"), _credited_on(invoice) if invoice else None),
        ]
    by_card = order.method == Order.Method.CARD
    return [placed, verified, accepted, *([paid, issued] if by_card else [issued, paid])]


def _steps_of_donation(order: Order, invoice: Invoice | None) -> list[Step]:
    announced = Step(_("Announced"), office_day(order.placed_at), str(order.placed_by))
    if order.status == Order.Status.CANCELLED:
        return [announced, Step(_("Cancelled"), None)]
    last = max((payment.received_on for payment in invoice.payments.all()), default=None) if invoice else None
    received = Step(_("Received"), last)
    if order.status == Order.Status.CREDITED:
        return [announced, received, Step(_("Returned"), _credited_on(invoice) if invoice else None)]
    return [announced, received]


def _steps_after_report(order: Order, invoice: Invoice | None) -> list[Step]:
    issued = Step(_("Invoiced"), invoice.issued_on if invoice else None, invoice.number if invoice else "")
    if order.status == Order.Status.CREDITED:
        return [issued, Step(_("Credited"), _credited_on(invoice) if invoice else None)]
    last = max((payment.received_on for payment in invoice.payments.all()), default=None) if invoice else None
    return [issued, Step(_("Paid in full"), last if order.status == Order.Status.PAID else None)]


def _credited_on(invoice: Invoice) -> date | None:
    return max((note.issued_on for note in invoice.credit_notes.all()), default=None)
