"""The admin pages of licensing. Every button calls the same verb as the public pages."""

from licensing.admin import institutions, invoices, licences, orders, panels, prices

__all__ = ["institutions", "invoices", "licences", "orders", "panels", "prices"]
