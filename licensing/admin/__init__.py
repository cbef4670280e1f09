"""The admin pages of licensing. Every button calls the same verb as the public pages."""

from licensing.admin.buyers import buyers, institutions
from licensing.admin.front import beside, figures, kinds, panels, searching
from licensing.admin.licences import deliveries, licences
from licensing.admin.previews import previews
from licensing.admin.prices import prices, taxes
from licensing.admin.royalties import reports, royalties
from licensing.admin.sales import invoices, orders, quotes
from licensing.admin.support import support

__all__ = [
    "beside",
    "buyers",
    "deliveries",
    "figures",
    "institutions",
    "invoices",
    "kinds",
    "licences",
    "orders",
    "panels",
    "previews",
    "prices",
    "quotes",
    "reports",
    "royalties",
    "searching",
    "support",
    "taxes",
]
