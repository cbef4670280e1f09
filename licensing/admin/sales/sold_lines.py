"""The lines of an order or a quote on its page in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from licensing.models import OrderLine, QuoteLine
from office.site.rows import ShownInline


class SoldLineInline[Line: OrderLine | QuoteLine, Paper: Model](ShownInline[Line, Paper]):
    @admin.display(description=_("sites"))
    def named_sites(self, line: Line) -> str:
        return "; ".join(str(site["name"]) for site in line.sites)
