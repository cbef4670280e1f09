"""Quotes as their institution sees them: made from the cart, shared, ordered."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from licensing.documents.bills.quote import quote_pdf
from licensing.forms.buying.quotes import QuoteForm, QuoteOrderForm, ShareForm
from licensing.lookup import acts_for, quote_for, shared_quote_for
from licensing.models import Act, Institution, Order, Quote
from licensing.prices.offers import Buyer, mark_of
from licensing.prices.taxes import Taxed, tax_for
from licensing.sales.ordering.cart import Cart, fill
from licensing.sales.payment.paying import by_card
from licensing.sales.quoting.quoted import changes_since, mark_of_changes, refusal_of
from licensing.sales.quoting.quotes import withdraw_quote
from licensing.terms.days import office_today
from licensing.views.buying.naming import institution_named
from licensing.views.buying.orders import pdf_response
from office.distributor.reader import distributor_on
from wording.refusals import Refused
from wording.sentences import sentence


@login_required
@require_safe
def quotes(request: PersonRequest) -> HttpResponse:
    found = list(Quote.objects.visible_to(request.user).with_listing())
    rows = [(each, each.standing(office_today())) for each in found]
    return render(request, "licensing/quotes.html", {"rows": rows})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def new(request: PersonRequest) -> HttpResponse:
    """From the cart."""
    cart = Cart(request)
    if not len(cart):
        return _nothing_to_quote(request)
    own = list(Institution.objects.of(request.user, Act.ORDER).order_by("memberships__pk"))
    if not own:
        return redirect(f"{reverse('licensing:institution-new')}?next={reverse('licensing:quote-new')}")
    institution = institution_named(request, own) or own[0]
    filled = fill(cart, Buyer.of(institution))
    form = QuoteForm(
        request.POST or None,
        institution=institution,
        user=request.user,
        lines=[line.wanted for line in filled.lines],
        initial={
            "institution": institution.pk,
            "request_key": cart.key,
            "quoted": mark_of(filled.lines),
            "starts_on": office_today(),
        },
    )
    if request.method == "POST" and form.is_valid() and (made := form.save()):
        cart.clear()
        return redirect(made)
    context = {"form": form, "filled": filled, "institution": institution, "institutions": own}
    return render(request, "licensing/quote_new.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("checkout")
def quote(request: PersonRequest, number: str) -> HttpResponse:
    """The quote; POST orders what it says."""
    found = quote_for(request.user, number)
    acts = acts_for(request.user, found.institution, "licensing.add_order")
    if request.method == "POST" and not acts:
        raise Http404
    made: Order | None = found.order
    if request.method == "POST" and made is not None and made.placed_by_id == request.user.pk:
        return redirect(made)  # the form was sent twice
    refusal = refusal_of(found)
    changes = [] if refusal else changes_since(found)
    mark = mark_of_changes(changes)
    form = QuoteOrderForm(
        request.POST or None, request.FILES or None, quote=found, user=request.user, mark=mark
    )
    if request.method == "POST" and form.is_valid() and (order := form.save()):
        return redirect("licensing:order" if by_card(order).refusal else "licensing:pay", order.number)
    return render(
        request, "licensing/quote.html", _context(request, found, acts) | {
            "refusal": refusal, "changes": [sentence(each) for each in changes], "form": form if acts and not refusal else None,
            "taxed": None if refusal else _taxed(request, found),
        },
    )  # fmt: skip


@login_required
@require_safe
def shared(request: PersonRequest, token: str) -> HttpResponse:
    """Where a shared link leads: to the quote; somebody who is invited sees it and may accept the invitation first."""
    found, invitation = shared_quote_for(request.user, token)
    if invitation is None:
        return redirect(found)
    context = _context(request, found, acts=False) | {"refusal": refusal_of(found), "invitation": invitation}
    return render(request, "licensing/quote.html", context)


@login_required
@require_safe
def pdf(request: PersonRequest, number: str) -> HttpResponse:
    found = quote_for(request.user, number)
    try:
        return pdf_response(quote_pdf(found), f"{found.number}.pdf")
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(found)


@login_required
@require_POST
@limited("checkout")
def share(request: PersonRequest, number: str) -> HttpResponse:
    found = quote_for(request.user, number, to="change")
    form = ShareForm(request.POST, quote=found, user=request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("The link is sent to %(email)s.") % {"email": form.cleaned_data["email"]})
    else:
        messages.error(request, " ".join(str(text) for errors in form.errors.values() for text in errors))
    return redirect(found)


@login_required
@require_POST
def withdraw(request: PersonRequest, number: str) -> HttpResponse:
    found = quote_for(request.user, number, to="change")
    try:
        withdraw_quote(quote=found, by=request.user, because=str(request.POST.get("because", "")))
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Quote %(number)s is withdrawn.") % {"number": found.number})
    return redirect(found)


def _nothing_to_quote(request: PersonRequest) -> HttpResponse:
    """An empty cart, or a form that was sent twice: then its quote exists already."""
    key = request.POST.get("request_key", "")
    is_key = bool(key) and key.isprintable()
    made = Quote.objects.filter(asked_by=request.user, request_key=key).first() if is_key else None
    if made:
        return redirect(made)
    messages.info(request, _("The cart is empty, so there is nothing to quote."))
    return redirect("licensing:cart")


def _taxed(request: PersonRequest, found: Quote) -> Taxed:
    """What an order of today would add to the prices of the quote, or why nothing."""
    amounts = [line.amount for line in found.lines.all()]
    seller = distributor_on(request)
    return tax_for(found.institution, amounts, on=office_today(), seller=seller)


def _context(request: PersonRequest, found: Quote, acts: bool) -> dict[str, object]:
    standing = found.standing(office_today())
    return {
        "quote": found,
        "quote_status": standing,
        "acts": acts,
        "lines": list(zip(found.lines.all(), found.snapshot["lines"], strict=True)),
        "facts": found.snapshot,
        "is_open": standing == Quote.Status.OPEN,
        "link": request.build_absolute_uri(reverse("licensing:quote-shared", args=[found.token])),
    }
