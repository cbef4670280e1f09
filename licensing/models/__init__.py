"""Rows of licensing. Import them from here: `from licensing.models import Licence`."""

from licensing.models.credits import CardEvent, CreditLine, CreditNote, Receipt, Refund, RefundRequest
from licensing.models.institutions import Institution, Membership, Tier
from licensing.models.invoices import CardPayment, Invoice, NumberSeries, Payment
from licensing.models.licence_types import LicenceType, Price
from licensing.models.licences import Licence
from licensing.models.orders import Order, OrderLine
from licensing.models.policies import AcceptancePolicy
from licensing.models.purchase_orders import PurchaseOrder

__all__ = [
    "AcceptancePolicy",
    "CardEvent",
    "CardPayment",
    "CreditLine",
    "CreditNote",
    "Institution",
    "Invoice",
    "Licence",
    "LicenceType",
    "Membership",
    "NumberSeries",
    "Order",
    "OrderLine",
    "Payment",
    "Price",
    "PurchaseOrder",
    "Receipt",
    "Refund",
    "RefundRequest",
    "Tier",
]
