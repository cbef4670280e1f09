"""The office's side of licensing. Every button calls the verb that the pages call."""

from licensing.admin import institutions, invoices, licences, orders, panels, prices

__all__ = ["institutions", "invoices", "licences", "orders", "panels", "prices"]
