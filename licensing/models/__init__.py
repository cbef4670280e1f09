"""Rows of licensing. Import them from here: `from licensing.models import Licence`."""

from licensing.models.feeds import LicenceFeed
from licensing.models.institutions import Institution, Membership, Tier
from licensing.models.invoices import CardPayment, Invoice, NumberSeries, Payment
from licensing.models.licence_types import LicenceType, Price
from licensing.models.licences import Licence
from licensing.models.orders import Order, OrderLine

__all__ = [
    "CardPayment",
    "Institution",
    "Invoice",
    "Licence",
    "LicenceFeed",
    "LicenceType",
    "Membership",
    "NumberSeries",
    "Order",
    "OrderLine",
    "Payment",
    "Price",
    "Tier",
]
