"""The distributor's tax rules: kept by the office, with each change recorded."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from licensing.models import TaxRule
from office.site.rows import OfficeAdmin
from wording.countries import place_label


@admin.register(TaxRule)
class TaxRuleAdmin(OfficeAdmin[TaxRule]):
    """A new rate is a new row: the old one gets its last day."""

    list_display = ("name", "place", "rate", "basis", "rounding", "number", "starts_on", "ends_on")
    list_filter = ("basis", "country")
    search_fields = ("name", "number", "country", "state")
    fields = ("country", "state", "name", "rate", "basis", "rounding", "number", "starts_on", "ends_on")

    @admin.display(description=_("place"), ordering="country")
    def place(self, rule: TaxRule) -> str:
        return place_label(rule.country, rule.state)
