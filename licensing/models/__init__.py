"""Rows of licensing. Import them from here: `from licensing.models import Licence`."""

from licensing.models.buyers.domains import ListedDomain
from licensing.models.buyers.members import Invitation, JoinRequest, Membership
from licensing.models.buyers.places import Mailbox, Site
from licensing.models.buyers.roles import Act, Role
from licensing.models.buyers.taxes import Exemption, TaxNumber
from licensing.models.credits import CardEvent, CreditLine, CreditNote, Receipt, Refund, RefundRequest
from licensing.models.deliveries import Delivery, Download, KeyRequest
from licensing.models.feeds import LicenceFeed
from licensing.models.finder_notes import FinderNote
from licensing.models.institutions import Institution, Tier
from licensing.models.invoices import CardPayment, Invoice, NumberSeries, Payment
from licensing.models.licence_types import LicenceType
from licensing.models.licences import Licence
from licensing.models.masters import DeliveryFile, HostedLink
from licensing.models.orders import Order, OrderLine
from licensing.models.policies import AcceptancePolicy
from licensing.models.prices import Price, PriceRule
from licensing.models.purchase_orders import PurchaseOrder
from licensing.models.quotes import Quote, QuoteLine
from licensing.models.reports import ReportAnswer, RightsReport
from licensing.models.royalties import (
    Licensor,
    LicensorFilm,
    LicensorPayment,
    RoyaltyAgreement,
    RoyaltyEntry,
    RoyaltyPart,
    RoyaltyStatement,
)
from licensing.models.tax_rules import TaxRule
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
    "FinderNote",
    "HostedLink",
    "Institution",
    "Invitation",
    "Invoice",
    "JoinRequest",
    "KeyRequest",
    "Licence",
    "LicenceFeed",
    "LicenceType",
    "Licensor",
    "LicensorFilm",
    "LicensorPayment",
    "ListedDomain",
    "Mailbox",
    "Membership",
    "NumberSeries",
    "Order",
    "OrderLine",
    "Payment",
    "Price",
    "PriceRule",
    "PurchaseOrder",
    "Quote",
    "QuoteLine",
    "Receipt",
    "Refund",
    "RefundRequest",
    "ReportAnswer",
    "RightsReport",
    "Role",
    "RoyaltyAgreement",
    "RoyaltyEntry",
    "RoyaltyPart",
    "RoyaltyStatement",
    "Site",
    "TaxNumber",
    "TaxRule",
    "Tier",
    "UpgradeCredit",
    "UpgradeRule",
    "Way",
]
