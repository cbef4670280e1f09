"""The lines of the quote that the office makes: film, licence type, sites, and a price of its own where the person may set one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from catalog.models import Film
from licensing.buyers.schools import NamedSite, has_sites, sites_of
from licensing.models import Institution, LicenceType
from licensing.prices.offers import Buyer, open_price_book
from licensing.prices.wanted import WantedLine
from licensing.sales.quoting.quotes import LONGEST_REASON
from licensing.terms.days import office_today
from licensing.terms.rights.site_choice import against_sites
from wording.sentences import sentence

LINES = range(1, 7)
MOST_SHOWN = 6
"""Sites in the box of a line; the others are scrolled to."""


@dataclass
class QuoteLines:
    """The fields of the lines for an institution, and what they say. `may_price`: an own price may be set."""

    institution: Institution
    may_price: bool

    def fields(self) -> dict[str, forms.Field]:
        films = [("", "—"), *((str(each.pk), str(each)) for each in _films())]
        offered = LicenceType.objects.filter(is_offered=True)
        kinds = [("", "—"), *((str(each.pk), str(each)) for each in offered)]
        fields: dict[str, forms.Field] = {}
        for at in LINES:
            fields[f"film_{at}"] = forms.ChoiceField(label=_("Film"), choices=films, required=at == 1)
            fields[f"type_{at}"] = forms.ChoiceField(label=_("Licence type"), choices=kinds, required=at == 1)
            fields |= self._site_fields(at) | (_price_fields(at) if self.may_price else {})
        return fields

    def _site_fields(self, at: int) -> dict[str, forms.Field]:
        """Nothing for an institution that is one site itself."""
        if not self._sites:
            return {}
        chosen = forms.MultipleChoiceField(
            label=_("Sites"),
            choices=[(mark, str(site)) for mark, site in self._sites.items()],
            required=False,
            widget=forms.SelectMultiple(attrs={"size": min(len(self._sites), MOST_SHOWN)}),
            help_text=_(
                "One for a type that is for a building, branch or campus; several for one that is for a district or "
                "consortium. None: the buyer chooses when ordering, or it is for all of them."
            ),
        )
        return {f"sites_{at}": chosen}

    @cached_property
    def _sites(self) -> Mapping[str, NamedSite]:
        return {site.mark: site for site in sites_of(self.institution)} if has_sites(self.institution) else {}

    @staticmethod
    def shown(form: forms.Form, at: int) -> list[forms.BoundField]:
        """The fields of a line, as far as there are any."""
        names = (f"{name}_{at}" for name in ("film", "type", "sites", "amount", "because"))
        return [form[name] for name in names if name in form.fields]

    def refuse_unfit(self, form: forms.Form) -> None:
        """Called by the form's `clean`: what is wrong stands at its line."""
        data = form.cleaned_data
        for at in LINES:
            if bool(data.get(f"film_{at}")) != bool(data.get(f"type_{at}")):
                form.add_error(f"type_{at}", _now("Choose a film and a licence type."))
            if data.get(f"amount_{at}") is not None and not data.get(f"because_{at}"):
                form.add_error(f"because_{at}", _now("Say why the price differs from the list."))
        for line, at in zip(self.wanted(data), self._used(data), strict=True):
            grants = line.licence_type.grants()
            against = against_sites(line.licence_type.name, grants.site_scope, line.sites, has_choice=False)
            if against:
                form.add_error(f"sites_{at}", sentence(against))

    def wanted(self, data: Mapping[str, Any]) -> list[WantedLine]:
        rows = self._used(data)
        films = Film.objects.select_related("part_of").in_bulk([int(data[f"film_{at}"]) for at in rows])
        kinds = LicenceType.objects.in_bulk([int(data[f"type_{at}"]) for at in rows])
        currency_of = self._currencies(films.values())
        lines = []
        for at in rows:
            film, kind = films[int(data[f"film_{at}"])], kinds[int(data[f"type_{at}"])]
            amount = data.get(f"amount_{at}")
            lines.append(
                WantedLine(
                    film=film,
                    licence_type=kind,
                    amount=None if amount is None else Money(amount, currency_of(film, kind)),
                    because=data.get(f"because_{at}") or "",
                    sites=tuple(self._sites[mark].to_json() for mark in data.get(f"sites_{at}") or ()),
                )
            )
        return lines

    @staticmethod
    def _used(data: Mapping[str, Any]) -> list[int]:
        return [at for at in LINES if data.get(f"film_{at}") and data.get(f"type_{at}")]

    def _currencies(self, films: Iterable[Film]) -> Callable[[Film, LicenceType], str]:
        """In which currency an own price is: as the list's would be, and the buyer's where the list has none."""
        book, buyer = open_price_book(films, on=office_today()), Buyer.of(self.institution)

        def currency_of(film: Film, kind: LicenceType) -> str:
            if buyer.currency in settings.CURRENCIES and not book.sold_in(film, kind, buyer.tier.value):
                return buyer.currency
            return book.currency(film, kind, buyer)

        return currency_of


def _price_fields(at: int) -> dict[str, forms.Field]:
    amount = forms.DecimalField(
        label=_("Own price"),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text=_("Empty: the price of the list."),
    )
    because = forms.CharField(
        label=_("Why the price differs"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("The quote and the order say it."),
    )
    return {f"amount_{at}": amount, f"because_{at}": because}


def _films() -> Iterable[Film]:
    """As they are read in a list, “Shoah: First Era”: the parts after their whole, in their order."""
    whole, part = Coalesce("part_of__title", "title"), F("part_number").asc(nulls_first=True)
    return Film.objects.public().select_related("part_of").order_by(whole, part, "pk")
