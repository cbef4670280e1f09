"""Rows of licensing. Import them from here: `from licensing.models import Licence`."""

from licensing.models.deliveries import Delivery, Download, KeyRequest
from licensing.models.institutions import Institution, Membership, Tier
from licensing.models.invoices import CardPayment, Invoice, NumberSeries, Payment
from licensing.models.licence_types import LicenceType, Price
from licensing.models.licences import Licence
from licensing.models.masters import DeliveryFile, HostedLink
from licensing.models.orders import Order, OrderLine
from licensing.models.ways import Way

__all__ = [
    "CardPayment",
    "Delivery",
    "DeliveryFile",
    "Download",
    "HostedLink",
    "Institution",
    "Invoice",
    "KeyRequest",
    "Licence",
    "LicenceType",
    "Membership",
    "NumberSeries",
    "Order",
    "OrderLine",
    "Payment",
    "Price",
    "Tier",
    "Way",
]
