"""A quote as it is ordered: its lines at its prices, and what has changed since it was made, which is told before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.models import Institution, Licence, Order, Quote, QuoteLine
from licensing.prices.offers import Buyer, PriceBook, open_price_book
from licensing.sales.ordering.acceptance import is_priced_otherwise, size_of
from licensing.sales.ordering.lines import NOT_OF_OWN_PRICES, Line
from licensing.sales.quoting.upgrades import not_paid_for, why_not
from licensing.terms.charging.fees import Fee
from licensing.terms.charging.upgrading import Credit
from licensing.terms.days import office_today
from licensing.terms.rights import Grants
from office.distributor.snapshot import Selling
from wording.refusals import Refused
from wording.say import Amount, Date, Say, Title, gettext_noop, say
from wording.translations import said

TERM = ("term_months", "term_days")
OF_TERMS_THAT_HOLD = NOT_OF_OWN_PRICES | {"ends-outside-term", "not-by-the-day"}
"""Reasons against today's price and term, which do not concern what was quoted."""


def quoted_rows(quote: Quote) -> list[QuoteLine]:
    """The lines with films, types and the licences that they upgrade: six queries, and none the next time."""
    rows = QuoteLine.objects.select_related("film__part_of", "licence_type", "renews").order_by("pk")
    lines = models.Prefetch("lines", rows)
    upgraded = models.Prefetch(
        "lines__upgrades", Licence.objects.select_related("line__order", "film").order_by("pk")
    )
    models.prefetch_related_objects([quote], lines, upgraded)
    return list(quote.lines.all())


def begins_on(quote: Quote) -> date:
    """The day that was quoted; today where that is past."""
    return max(quote.starts_on, office_today())


def lines_of(quote: Quote) -> list[Line]:
    """The lines to order: prices, grants and days as they were quoted, and what licences were credited."""
    currency, facts = str(quote.total.currency), quote.snapshot["lines"]
    return [
        Line(
            film=row.film,
            licence_type=row.licence_type,
            description=row.description,
            grants=row.grants,
            amount=row.amount,
            because=row.because,
            kept=tuple(row.charges),
            fee=Fee.from_json(row.fee) if row.fee else None,
            starts_on=_start(row),
            ends_on=row.ends_on,
            credits=tuple(
                Credit(number=each["number"], amount=Money(each["amount"], currency))
                for each in fact["credits"]
            ),
            upgrades=tuple(row.upgrades.all()),
            renews=row.renews,
            sites=tuple(row.sites),
        )
        for row, fact in zip(quoted_rows(quote), facts, strict=True)
    ]


def refusal_of(quote: Quote) -> Refused | None:
    """Why nothing can be ordered from the quote any more, whatever is said besides; None when it stands open. One query at most."""
    standing, number = quote.standing(office_today()), {"number": quote.number}
    if standing == Quote.Status.ACCEPTED and quote.order is not None:
        return Refused(
            _("Quote %(number)s has been ordered already: order %(order)s."),
            "quote-used",
            number | {"order": quote.order.number},
        )
    if standing == Quote.Status.WITHDRAWN:
        return Refused(_("Quote %(number)s was withdrawn. Ask for a new one."), "quote-withdrawn", number)
    if standing == Quote.Status.EXPIRED:
        sentence = say(
            "quote-expired",
            gettext_noop("Quote {number} expired: its last day was {day}. Ask for a new one."),
            number=quote.number,
            day=Date(quote.valid_until),
        )
        return Refused.saying(sentence)
    return None


def refuse_unfit(quote: Quote, institution: Institution) -> None:
    """Raises Refused for a locked quote (codes of `refusal_of`, `quote-of-another`, those of rights, and `upgrade-…`).

    The licences that it upgrades must be locked too.
    """
    if quote.institution_id != institution.pk:
        raise Refused(_("This quote is for another institution."), "quote-of-another")
    if refusal := refusal_of(quote):
        raise refusal
    rows = quoted_rows(quote)
    if reasons := list(_rights(quote, rows, _book(rows))):
        raise Refused.saying(*reasons)
    for licence, amount in _counted(quote, rows):
        if refusal := why_not(licence, institution) or not_paid_for(licence, amount):
            raise refusal


def has_upgrades(quote: Quote) -> bool:
    return any(fact["credits"] for fact in quote.snapshot["lines"])


def _counted(quote: Quote, rows: Sequence[QuoteLine]) -> Iterator[tuple[Licence, Money]]:
    """Each licence that is upgraded, with what the quote counts of it."""
    currency, facts = str(quote.total.currency), quote.snapshot["lines"]
    for row, fact in zip(rows, facts, strict=True):
        amounts = {each["number"]: Money(each["amount"], currency) for each in fact["credits"]}
        yield from ((licence, amounts[licence.number]) for licence in row.upgrades.all())


def accept_quote(quote: Quote, order: Order) -> None:
    """Notes that a locked quote was ordered: nothing else is ordered from it."""
    quote.status, quote.order, quote.accepted_on = Quote.Status.ACCEPTED, order, office_today()
    quote.save(update_fields=["status", "order", "accepted_on"])


def changes_since(quote: Quote) -> list[Say]:
    """What is otherwise today than the quote says, in sentences that say which of the two will hold.

    The quote's prices and grants are honoured; its licences begin today at the earliest.
    """
    rows = quoted_rows(quote)
    return [*_of_the_whole(quote), *_of_the_lines(quote, rows, _book(rows))]


def mark_of_changes(changes: Sequence[Say]) -> str:
    """A short mark of what was told, so that nothing else is ordered; empty when nothing has changed."""
    text = "\n".join(sorted(str(each) for each in changes))
    return hashlib.sha256(text.encode()).hexdigest()[:32] if changes else ""


def _of_the_whole(quote: Quote) -> Iterator[Say]:
    institution, to = quote.institution, quote.snapshot["to"]
    if quote.starts_on < office_today():
        template = gettext_noop("The licences begin today, not on {day}, which is past.")
        yield say("begins-later", template, day=Date(quote.starts_on))
    if institution.legal_name != to["legal_name"]:
        template = gettext_noop("The licences are made out to {name}; the quote was for {before}.")
        yield say("renamed", template, name=institution.legal_name, before=to["legal_name"])
    if is_priced_otherwise(quote, institution):
        template = gettext_noop(
            "The quote was made for {before}, and your institution is {now} now. The order keeps the quote's prices, and the office decides whether it accepts it."
        )
        before, now = (size_of(each.tier, each.enrolment) for each in (quote, institution))
        yield say("tier-changed", template, before=before, now=now)
    terms, before = Selling.on(office_today()).snapshot()["terms"], quote.snapshot["seller"]["terms"]
    version, old = terms["version"] if terms else "", before["version"] if before else ""
    if version != old:
        template = gettext_noop(
            "Our licence terms are version {version} now, which the licences will name; the quote named {before}."
        )
        yield say("terms-version", template, version=str(version or "–"), before=str(old or "–"))


def _of_the_lines(quote: Quote, rows: Sequence[QuoteLine], book: PriceBook) -> Iterator[Say]:
    buyer = replace(Buyer.of(quote.institution), currency=str(quote.total.currency))
    for row in rows:
        names = _names(row)
        if not _same_terms(row):
            template = gettext_noop(
                "“{type}” has other terms now. The licence for “{film}” has the terms of the quote."
            )
            yield say("terms-changed", template, **names)
        fee = book.quote(row.film, row.licence_type, buyer).fee
        now = None if fee is None or fee.amount.currency != row.amount.currency else fee.amount
        if row.listed is not None and now is not None and now.amount != row.listed:
            template = gettext_noop(
                "The list price of “{film}”, {type}, is {now} now; the quote was made at {then}, and its price holds."
            )
            then = Money(row.listed, row.amount.currency)
            yield say("price-since", template, now=Amount.of(now), then=Amount.of(then), **names)


def _rights(quote: Quote, rows: Sequence[QuoteLine], book: PriceBook) -> Iterator[Say]:
    """Why our rights no longer allow what was quoted; no price of the list is needed."""
    buyer = Buyer.of(quote.institution)
    for row in rows:
        first = _start(row) or begins_on(quote)
        last = row.ends_on or Grants.from_json(row.grants).last_day(first)
        answer = book.quote(row.film, row.licence_type, buyer, starts_on=first, ends_on=last)
        yield from (each for each in answer.reasons if each.code not in OF_TERMS_THAT_HOLD)
        if row.ends_on is not None and row.ends_on < first:
            template = gettext_noop("The licence for “{film}” would have ended on {day}.")
            yield say("line-over", template, film=_names(row)["film"], day=Date(row.ends_on))


def _start(row: QuoteLine) -> date | None:
    return max(row.starts_on, office_today()) if row.starts_on else None


def _same_terms(row: QuoteLine) -> bool:
    """But for a term that was shortened."""
    now: dict[str, Any] = row.licence_type.grants().to_json()
    ignored = TERM if row.ends_on else ()
    return all(row.grants.get(name) == value for name, value in now.items() if name not in ignored)


def _names(row: QuoteLine) -> dict[str, Title]:
    name = said(row.licence_type, "name")
    return {
        "film": Title(str(row.film), row.film.title_language),
        "type": Title(name.text, name.language),
    }


def _book(rows: Sequence[QuoteLine]) -> PriceBook:
    return open_price_book([row.film for row in rows], on=office_today())
