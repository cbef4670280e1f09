"""The admin pages of licensing. Every button calls the same verb as the public pages."""

from licensing.admin import buyers, institutions, invoices, licences, orders, panels, prices

__all__ = ["buyers", "institutions", "invoices", "licences", "orders", "panels", "prices"]
