"""The office makes a quote for an institution, with prices of its own where it may, and withdraws one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminDateWidget
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import Act, Institution, LicenceType, Quote
from licensing.models.buyers.roles import ROLES_FOR
from licensing.prices.offers import Buyer, open_price_book
from licensing.prices.wanted import WantedLine
from licensing.sales.quoting.quotes import LONGEST_REASON, make_quote, withdraw_quote
from licensing.terms.days import office_today
from office.distributor.reader import distributor
from office.permissions import may
from office.site.moves import Move

LINES = range(1, 7)
OWN_PRICE = "licensing.set_quote_price"


class MakeQuote(Move[Institution]):
    name = "make-quote"
    label = _("Make a quote")
    permission = "licensing.add_quote"
    field_of_code: ClassVar[Mapping[str, str]] = {
        "asker": "asked_by",
        "starts-too-early": "starts_on",
        "starts-too-late": "starts_on",
        "valid-days": "valid_days",
    }
    request_key = forms.CharField(widget=forms.HiddenInput, max_length=40, initial=lambda: uuid4().hex)
    asked_by = forms.ModelChoiceField(User.objects.none(), label=_("For"))
    starts_on = forms.DateField(label=_("Licences begin on"), widget=AdminDateWidget, initial=office_today)
    valid_days = forms.IntegerField(label=_("Days that it is valid"), min_value=1, max_value=365)

    @classmethod
    def fits(cls, row: Institution) -> bool:
        return row.verification != Institution.Verification.REFUSED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.row.members.filter(memberships__role__in=sorted(ROLES_FOR[Act.ORDER]), is_active=True)
        asked_by = self.fields["asked_by"]
        if isinstance(asked_by, forms.ModelChoiceField):
            asked_by.queryset = members.order_by("memberships__pk").distinct()
        self.initial["valid_days"] = distributor().quote_days
        self.fields |= self._line_fields()

    def _line_fields(self) -> dict[str, forms.Field]:
        """Each line its film and type; an own price and its reason only for who may set one."""
        films = [("", "—"), *((str(each.pk), str(each)) for each in _films())]
        kinds = [
            ("", "—"),
            *((str(each.pk), str(each)) for each in LicenceType.objects.filter(is_offered=True)),
        ]
        fields: dict[str, forms.Field] = {}
        for at in LINES:
            place = {"row": at}
            fields[f"film_{at}"] = forms.ChoiceField(
                label=_("%(row)d. Film") % place, choices=films, required=at == 1
            )
            fields[f"type_{at}"] = forms.ChoiceField(
                label=_("%(row)d. Licence type") % place, choices=kinds, required=at == 1
            )
            if may(self.by, OWN_PRICE):
                fields[f"amount_{at}"] = forms.DecimalField(
                    label=_("%(row)d. Own price") % place,
                    required=False,
                    min_value=0,
                    max_digits=10,
                    decimal_places=2,
                    help_text=_("Empty: the price of the list."),
                )
                fields[f"because_{at}"] = forms.CharField(
                    label=_("%(row)d. Why the price differs") % place,
                    required=False,
                    max_length=LONGEST_REASON,
                    help_text=_("The quote and the order say it."),
                )
        return fields

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("institution"), self.row.legal_name
        yield _("tier"), self.row.get_tier_display()
        yield _("verified"), self.row.get_verification_display()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for at in LINES:
            if bool(data.get(f"film_{at}")) != bool(data.get(f"type_{at}")):
                self.add_error(f"type_{at}", _now("Choose a film and a licence type."))
            if data.get(f"amount_{at}") is not None and not data.get(f"because_{at}"):
                self.add_error(f"because_{at}", _now("Say why the price differs from the list."))
        return data

    def act(self) -> str:
        data = self.cleaned_data
        quote = make_quote(
            institution=self.row,
            lines=self._wanted(),
            by=self.by,
            starts_on=data["starts_on"],
            asked_by=data["asked_by"],
            valid_days=data["valid_days"],
            request_key=data["request_key"],
        )
        return _now("Quote %(number)s for %(total)s is made and sent to %(person)s.") % {
            "number": quote.number,
            "total": quote.total,
            "person": quote.asked_by,
        }

    def _wanted(self) -> list[WantedLine]:
        data = self.cleaned_data
        rows = [at for at in LINES if data.get(f"film_{at}")]
        films = Film.objects.select_related("part_of").in_bulk([int(data[f"film_{at}"]) for at in rows])
        kinds = LicenceType.objects.in_bulk([int(data[f"type_{at}"]) for at in rows])
        currency_of = self._currencies(films.values())
        return [
            WantedLine(
                film=films[int(data[f"film_{at}"])],
                licence_type=kinds[int(data[f"type_{at}"])],
                amount=_money(
                    data.get(f"amount_{at}"),
                    currency_of(films[int(data[f"film_{at}"])], kinds[int(data[f"type_{at}"])]),
                ),
                because=data.get(f"because_{at}") or "",
            )
            for at in rows
        ]

    def _currencies(self, films: Iterable[Film]) -> Callable[[Film, LicenceType], str]:
        """In which currency an own price is: as the list's would be, and the buyer's where the list has none."""
        book, buyer = open_price_book(films, on=office_today()), Buyer.of(self.row)

        def currency_of(film: Film, kind: LicenceType) -> str:
            if buyer.currency in settings.CURRENCIES and not book.sold_in(film, kind, buyer.tier.value):
                return buyer.currency
            return book.currency(film, kind, buyer)

        return currency_of


class WithdrawQuote(Move[Quote]):
    name = "withdraw"
    label = _("Withdraw")
    permission = "licensing.change_quote"
    because = forms.CharField(
        label=_("Why it is withdrawn"), max_length=LONGEST_REASON, help_text=_("The institution reads this.")
    )

    @classmethod
    def fits(cls, row: Quote) -> bool:
        return row.standing(office_today()) == Quote.Status.OPEN

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("quote"), row.number
        yield _("institution"), row.institution.legal_name
        for line in row.lines.all():
            yield line.description, line.amount
        yield _("total"), row.total
        yield _("valid until"), row.valid_until

    def act(self) -> str:
        withdraw_quote(quote=self.row, by=self.by, because=self.cleaned_data["because"])
        return _now("Quote %(number)s is withdrawn.") % {"number": self.row.number}


def _films() -> Iterable[Film]:
    """As they are read in a list, “Shoah: First Era”: the parts after their whole, in their order."""
    whole, part = Coalesce("part_of__title", "title"), F("part_number").asc(nulls_first=True)
    return Film.objects.public().select_related("part_of").order_by(whole, part, "pk")


def _money(amount: Any, currency: str) -> Money | None:
    return None if amount is None else Money(amount, currency)
