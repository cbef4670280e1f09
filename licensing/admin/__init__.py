"""The admin pages of licensing. Every button calls the same verb as the public pages."""

from licensing.admin import (
    buyers,
    deliveries,
    institutions,
    invoices,
    licences,
    orders,
    panels,
    prices,
    reports,
    royalties,
)

__all__ = [
    "buyers",
    "deliveries",
    "institutions",
    "invoices",
    "licences",
    "orders",
    "panels",
    "prices",
    "reports",
    "royalties",
]
