"""What can be licensed, by whom, and at which price."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe
from djmoney.money import Money

from licensing.models import LicenceType, Price, Tier
from licensing.sales.ordering.cart import chosen_tier
from licensing.terms.charging.fees import FeeForm
from licensing.terms.days import office_today
from licensing.terms.words import grants_words
from revisions.pages import by_visitor, kept
from revisions.subjects import PRICES, TERMS

AFTER_REPORT = (FeeForm.PER_HEAD, FeeForm.PERCENTAGE)


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that a licence type costs in one tier, over all films."""

    tier: Tier
    least: Money | None = None
    most: Money | None = None
    is_least: bool = False
    """Whether a report may make more due for some of them."""


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A licence type: what it grants, what it costs the tier that is shown, and what each of the others."""

    licence_type: LicenceType
    words: list[str]
    own: Span
    spans: list[Span]


def shown(query: QueryDict) -> str:
    """The query string of a page that is kept: one tier, or none."""
    return f"tier={query['tier']}" if query.get("tier") in Tier.values else ""


@require_safe
@kept(PRICES, TERMS, query=shown, visitor=by_visitor)
def prices(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("tier", "")
    tier = Tier(asked) if asked in Tier.values else chosen_tier(request) or Tier.HIGHER_EDUCATION
    rows = _rows(tier)
    context = {
        "tiers": list(Tier),
        "shown_tier": tier,
        "is_chosen": asked == tier or chosen_tier(request) == tier,
        "rows": rows,
        "own_rows": [row for row in rows if row.own.least is not None],
        "is_sample": Price.objects.on_sale(office_today()).filter(is_sample=True).exists(),
    }
    return render(request, "licensing/prices.html", context)


def _rows(tier: Tier) -> list[TypeRow]:
    spans = _spans()
    return [
        TypeRow(
            kind,
            grants_words(kind.said_grants()),
            spans[kind.pk].get(tier, Span(tier)),
            [spans[kind.pk].get(each, Span(each)) for each in Tier],
        )
        for kind in LicenceType.objects.filter(is_offered=True)
    ]


def _spans() -> dict[int, dict[str, Span]]:
    currency = settings.DEFAULT_CURRENCY
    found = (
        Price.objects.on_sale(office_today())
        .filter(amount_currency=currency)
        .order_by()
        .select_related(None)
        .values("licence_type", "tier")
        .annotate(
            least=Min("amount"),
            most=Max("amount"),
            open=Count("pk", filter=Q(deposit__isnull=False) | Q(fee_form__in=AFTER_REPORT)),
        )
    )
    spans: dict[int, dict[str, Span]] = defaultdict(dict)
    for row in found:
        least, most = (Money(Decimal(row[name]), currency) for name in ("least", "most"))
        spans[row["licence_type"]][row["tier"]] = Span(Tier(row["tier"]), least, most, bool(row["open"]))
    return spans
