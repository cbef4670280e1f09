"""The admin pages of licensing. Every button calls the same verb as the public pages."""

from licensing.admin import (
    beside,
    buyers,
    deliveries,
    figures,
    institutions,
    invoices,
    licences,
    orders,
    panels,
    prices,
    quotes,
    reports,
    royalties,
    searching,
    taxes,
)

__all__ = [
    "beside",
    "buyers",
    "deliveries",
    "figures",
    "institutions",
    "invoices",
    "licences",
    "orders",
    "panels",
    "prices",
    "quotes",
    "reports",
    "royalties",
    "searching",
    "taxes",
]
