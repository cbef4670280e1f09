"""From the cart to an order."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.forms.buying.own_days import OwnDays, first_of
from licensing.forms.buying.sites import SiteChoices
from licensing.models import Institution, Order
from licensing.models.uploads import PdfFormField
from licensing.prices.wanted import Pair, WantedLine, wanted_lines
from licensing.sales.ordering.orders import place_order
from licensing.sales.ordering.purchase_orders import Share
from licensing.sales.payment.paying import methods_offered
from licensing.terms.days import coming_starts, office_today
from office.refusals import RefusalsOn
from typesetting.printing import validate_printable

if TYPE_CHECKING:
    from accounts.models import User

TODAY, OTHER_DAY = "0", "other"
"""Beside the days themselves: today is whichever day the order is sent on."""
METHOD_CHOICES = {
    Order.Method.PURCHASE_ORDER: _("by purchase order, on an invoice"),
    Order.Method.CARD: _("by card"),
}
MORE_SHARES = (2, 3, 4)
ROW_NAMES = {2: _("Second purchase order"), 3: _("Third purchase order"), 4: _("Fourth purchase order")}
OPENS = format_lazy(
    """<details class="mb-3"{{% if form.errors %}} open{{% endif %}}><summary>{words}</summary>""",
    words=_("Split the order over several purchase orders"),
)
FIELD_OF_CODE = {
    "starts-too-early": "starts_on",
    "starts-too-late": "starts_on",
    "right-begins": "starts_on",
    "right-ends": "starts_on",
    "no-purchase-order-number": "purchase_order_number",
    **dict.fromkeys(("share-amount", "shares-total", "same-share", "fraction"), "amount"),
}


class CheckoutForm(forms.Form):
    """Turns a cart into an order for one institution."""

    institution = forms.CharField(widget=forms.HiddenInput, max_length=20)
    request_key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    start = forms.ChoiceField(label=_("The licences begin"), widget=forms.RadioSelect)
    starts_on = forms.DateField(
        label=_("Another day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_(
            "With a purchase order, the licences begin on the day the office accepts the order, if that is later than the day chosen; with a card, on the day it is paid, if that is later."
        ),
    )
    method = forms.ChoiceField(label=_("You pay"), widget=forms.RadioSelect)
    purchase_order_number = forms.CharField(
        label=_("Purchase order number"),
        max_length=60,
        required=False,
        validators=[validate_printable],
        help_text=_("If you pay by purchase order."),
    )
    purchase_order = PdfFormField(
        label=_("The purchase order"), required=False, help_text=_("A PDF, if you have one.")
    )
    cost_centre = forms.CharField(
        label=_("Cost centre"), max_length=60, required=False, validators=[validate_printable]
    )
    is_exact_name = forms.BooleanField()
    quoted = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)

    def __init__(
        self,
        *args: Any,
        institution: Institution,
        user: User,
        lines: Sequence[WantedLine | Pair],
        request_key: str,
        quoted: str,
        currency: str,
        **kwargs: Any,
    ) -> None:
        """`quoted` marks the prices on the page, so that other ones are told before anything is ordered."""
        kwargs["initial"] = {
            "institution": institution.pk,
            "request_key": request_key,
            "start": TODAY,
            "quoted": quoted,
        }
        super().__init__(*args, **kwargs)
        self.now_quoted, self.currency = quoted, currency
        self.fields |= share_fields()
        wanted = wanted_lines(lines)
        unnamed = [each for each in wanted if not each.sites and each.renews is None]
        pairs = [(each.film, each.licence_type) for each in unnamed]
        self.sites = SiteChoices(institution, user, pairs)
        self.own_days = OwnDays(wanted)
        asked = self.sites.fields() | self.own_days.fields()
        self.fields |= asked
        self.buyer, self.user, self.lines = institution, user, wanted
        self.days = [office_today(), *coming_starts(office_today())]
        self._say(institution)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "institution", "request_key", "quoted", *asked, "start", "starts_on", "method", "purchase_order_number",
            "cost_centre", "purchase_order", *share_layout(), Field("is_exact_name"),
        )  # fmt: skip
        self.helper.add_input(Submit("place", _("Place the order")))
        if wanted and all(each.occasion for each in wanted):
            self._leave_out("start", "starts_on")

    def _leave_out(self, *names: str) -> None:
        for name in names:
            del self.fields[name]
            self.helper.layout.fields.remove(name)

    def _say(self, institution: Institution) -> None:
        """The choices and labels that depend on the day, the buyer and the gateway."""
        days = [(_day_value(day, place), _day_label(day, place)) for place, day in enumerate(self.days)]
        choice_of(self, "start").choices = [*days, (OTHER_DAY, _("on another day"))]
        choice_of(self, "method").choices = [
            (method.value, METHOD_CHOICES[method]) for method in methods_offered()
        ]
        self.fields["is_exact_name"].label = _(
            "“%(name)s” is our exact legal name, as it must appear on the licence."
        ) % {"name": institution.legal_name}
        self.fields["is_exact_name"].error_messages["required"] = _("Confirm the exact legal name.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.sites.refuse_unnamed(self)
        self.own_days.refuse_unfit(self)
        chosen = data.get("start")
        if chosen == OTHER_DAY and not data.get("starts_on") and "starts_on" not in self.errors:
            self.add_error(
                "starts_on", ValidationError(_("Choose the day on which the licences begin."), "no-day")
            )
        elif chosen and chosen != OTHER_DAY:
            data["starts_on"] = self.days[0] if chosen == TODAY else date.fromisoformat(chosen)
        return data

    def save(self) -> Order | None:
        """The order; None if the verb refused, with its reasons among the errors."""
        data = self.cleaned_data
        lines = self.own_days.chosen(data)
        with RefusalsOn(self, FIELD_OF_CODE):
            return place_order(
                institution=self.buyer,
                lines=self.sites.on(lines, data),
                method=data["method"],
                by=self.user,
                starts_on=data.get("starts_on") or first_of(lines),
                purchase_orders=shares_from(data, self.currency),
                request_key=data["request_key"],
                expected=data["quoted"] or None,
            )
        if self.has_error(NON_FIELD_ERRORS, "price-changed"):
            self._shows_the_prices_of_now()
        return None

    def _shows_the_prices_of_now(self) -> None:
        data: Any = copy(self.data)
        data["quoted"] = self.now_quoted
        self.data = data


def share_fields() -> dict[str, forms.Field]:
    """The fields for splitting an order: what the first purchase order pays, and up to three more."""
    fields: dict[str, forms.Field] = {
        "amount": forms.DecimalField(
            label=_("The first purchase order pays"),
            required=False,
            max_digits=12,
            decimal_places=2,
            help_text=_("Together they must pay the total exactly."),
        )
    }
    for row in MORE_SHARES:
        fields |= {
            f"number_{row}": forms.CharField(
                label=_("Number"),
                max_length=60,
                required=False,
                validators=[validate_printable],
            ),
            f"cost_centre_{row}": forms.CharField(
                label=_("Cost centre"),
                max_length=60,
                required=False,
                validators=[validate_printable],
            ),
            f"amount_{row}": forms.DecimalField(
                label=_("It pays"),
                required=False,
                max_digits=12,
                decimal_places=2,
            ),
            f"document_{row}": PdfFormField(label=_("As PDF"), required=False),
        }
    return fields


def share_layout() -> list[Any]:
    """What the first purchase order pays, and each further one as a group of its own with its name."""
    groups = [
        Fieldset(
            ROW_NAMES[row],
            *(f"{name}_{row}" for name in ("number", "cost_centre", "amount", "document")),
            css_class="field-group mb-3",
        )
        for row in MORE_SHARES
    ]
    return [HTML(OPENS), "amount", *groups, HTML("</details>")]


def shares_from(data: dict[str, Any], currency: str) -> list[Share]:
    """The purchase orders that a filled form names; the first also when it is empty, so that the verb asks for it."""

    def money(value: Any) -> Money | None:
        return None if value is None else Money(value, currency)

    first = Share(
        data["purchase_order_number"], data["cost_centre"], money(data["amount"]), data["purchase_order"]
    )
    more = [
        Share(
            data[f"number_{row}"],
            data[f"cost_centre_{row}"],
            money(data[f"amount_{row}"]),
            data[f"document_{row}"],
        )
        for row in MORE_SHARES
        if data[f"number_{row}"] or data[f"amount_{row}"] is not None or data[f"document_{row}"]
    ]
    return [first, *more]


def choice_of(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} is not a choice.")
    return field


def _day_value(day: date, place: int) -> str:
    return day.isoformat() if place else TODAY


def _day_label(day: date, place: int) -> Any:
    return _("today") if not place else _("on %(day)s") % {"day": date_format(day, "DATE_FORMAT")}
