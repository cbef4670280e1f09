"""The groups in which the office's first page lists the kinds of rows of licensing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from office.site.front.kinds import register

register(
    {
        "licensing.admin.sales": _("Quotes, orders, invoices and money"),
        "licensing.admin.licences": _("Licences and deliveries"),
        "licensing.admin.buyers": _("Institutions and their members"),
        "licensing.admin.prices": _("Licence types, prices and taxes"),
        "licensing.admin.royalties": _("Reports, fees and royalties"),
    }
)
