"""Rows of licensing. Import them from here: `from licensing.models import Licence`."""

from licensing.models.buyers.domains import ListedDomain
from licensing.models.buyers.members import Invitation, JoinRequest, Membership
from licensing.models.buyers.places import Mailbox, Site
from licensing.models.buyers.roles import Act, Role
from licensing.models.buyers.taxes import Exemption, TaxNumber
from licensing.models.credits import CardEvent, CreditLine, CreditNote, Receipt, Refund, RefundRequest
from licensing.models.deliveries import Delivery, Download, KeyRequest
from licensing.models.feeds import LicenceFeed
from licensing.models.institutions import Institution, Tier
from licensing.models.invoices import CardPayment, Invoice, NumberSeries, Payment
from licensing.models.licence_types import LicenceType, Price
from licensing.models.licences import Licence
from licensing.models.masters import DeliveryFile, HostedLink
from licensing.models.orders import Order, OrderLine
from licensing.models.policies import AcceptancePolicy
from licensing.models.purchase_orders import PurchaseOrder
from licensing.models.quotes import Quote, QuoteLine
from licensing.models.upgrades import UpgradeCredit, UpgradeRule
from licensing.models.ways import Way

__all__ = [
    "AcceptancePolicy",
    "Act",
    "CardEvent",
    "CardPayment",
    "CreditLine",
    "CreditNote",
    "Delivery",
    "DeliveryFile",
    "Download",
    "Exemption",
    "HostedLink",
    "Institution",
    "Invitation",
    "Invoice",
    "JoinRequest",
    "KeyRequest",
    "Licence",
    "LicenceFeed",
    "LicenceType",
    "ListedDomain",
    "Mailbox",
    "Membership",
    "NumberSeries",
    "Order",
    "OrderLine",
    "Payment",
    "Price",
    "PurchaseOrder",
    "Quote",
    "QuoteLine",
    "Receipt",
    "Refund",
    "RefundRequest",
    "Role",
    "Site",
    "TaxNumber",
    "Tier",
    "UpgradeCredit",
    "UpgradeRule",
    "Way",
]
