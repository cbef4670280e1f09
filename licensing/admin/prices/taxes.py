"""The distributor's tax rules: kept by the office, with each change recorded."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from licensing.forms.institutions import state_choices
from licensing.models import TaxRule
from office.site.rows import OfficeAdmin
from wording.countries import place_label
from wording.values.naming import country_choices


class TaxRuleForm(forms.ModelForm[TaxRule]):
    """Places are chosen by their names."""

    country = forms.ChoiceField(label=_("Country"), choices=lambda: [("", "—"), *country_choices()])
    state = forms.ChoiceField(
        label=_("State or province"),
        choices=state_choices,
        required=False,
        help_text=_("Of the United States or Canada. Empty: all of the country that has no rows of its own."),
    )

    class Meta:
        model = TaxRule
        fields = ("country", "state", "name", "rate", "basis", "rounding", "number", "starts_on", "ends_on")


@admin.register(TaxRule)
class TaxRuleAdmin(OfficeAdmin[TaxRule]):
    """A new rate is a new row: the old one gets its last day."""

    list_display = ("name", "place", "percent", "basis", "rounding", "number", "starts_on", "ends_on")
    list_filter = ("basis", "country")
    search_fields = ("name", "number", "country", "state")
    form = TaxRuleForm

    @admin.display(description=_("rate"), ordering="rate")
    def percent(self, rule: TaxRule) -> str:
        return f"{rule.rate.normalize():f}%"

    @admin.display(description=_("place"), ordering="country")
    def place(self, rule: TaxRule) -> str:
        return place_label(rule.country, rule.state)
